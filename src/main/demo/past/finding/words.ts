/** What grid workers and those who handle their findings write; none of it is of any person. */
export const DETAILS = [
  '已有一两天，影响通行。',
  '周边居民反映过，请尽快处理。',
  '早晚人多时比较明显。',
  '雨后更明显。',
  '范围不大，建议当天处理。',
  '上个月处理过，又出现了。',
]
export const UP_REASONS = [
  '需要执法权限，社区处置不了',
  '涉及权属单位，社区协调不了',
  '需要专业队伍和设备',
  '涉及多个部门，请上级统筹',
]
export const TASKS = ['请到现场核实处置', '请尽快处置并反馈结果', '处置后请复查一次']
export const RESULTS = [
  '已到现场清理完毕，恢复原状。',
  '已修复，现场复查正常。',
  '已劝导整改，现场已恢复。',
  '已联系权属单位更换，今天完成。',
  '已拆除清运，安排每日巡查。',
]
export const PART_TASKS = ['请协助劝导商户', '请协助疏导和清运', '请派人到现场配合']
export const PART_RESULTS = ['已按分工办完', '已到场配合，现场已清理', '已劝导到位']
export const PROGRESS = [
  '已到现场查看，正在调配人员',
  '已联系责任方，约定今天整改',
  '材料已到，明天施工',
]
export const DENIALS = ['现场还有残留', '今天去看又出现了', '只处理了一部分']
export const GIVEN_BACK = ['经核实不属于本单位范围', '现场在相邻网格，请重新核定']
export const NOT_FILED: readonly (readonly [ground: string, words: string])[] = [
  ['notSeen', '到现场核实，没有发现所报问题'],
  ['double', '与当天已上报的是同一处，一并处置'],
  ['solved', '核实时已经恢复'],
  ['outside', '属于小区内部管理，已转物业服务企业'],
  ['private', '属于住户家庭内部事务，不作为网格事项'],
]
