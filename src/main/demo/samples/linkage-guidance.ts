import type { Sample, SampleStep, Who } from './sample.ts'

const organiser: Who = { unit: '市委组织部', role: 'clerk' }

const measures = [
  [
    'empowered',
    '街道赋权事项一次承接到位',
    '五华区城市管理局',
    '法治审核、人员培训、系统权限三件事同步办',
  ],
  [
    'empowered',
    '派驻机构负责人任免先征求街道意见',
    '盘龙区城市管理局',
    '意见书面反馈，不采纳要说明',
  ],
  ['officesUnified', '街道机构按服务对象设窗口', '五华区民政局', '内设机构牌子减下来，窗口按事设'],
  [
    'tasksRemoved',
    '街道不再承担招商引资考核',
    '官渡区城市管理局',
    '从考核表中删除，经费改由区级统筹',
  ],
  [
    'fourLevelMeetings',
    '四级联席会议议定事项统一编号',
    '五华区住房和城乡建设局',
    '一个编号跟到底，哪一级卡住看得见',
  ],
  ['whistles', '吹哨到场按场景定时限', '西山区城市管理局', '应急一小时、综合半天、日常一天'],
  ['response', '反复诉求由区领导领办', '盘龙区民政局', '同一点位三次以上的列入领办'],
  ['fundedAdmission', '准入事项经费先到账再派活', '官渡区民政局', '没到账的系统不派'],
  ['fundedAdmission', '社区工作经费按事项打包', '西山区民政局', '一年一核，结余留用'],
  ['fourInstitutions', '调度只看系统数', '五华区住房和城乡建设局', '下级不再填表，只补充文字'],
] as const

const finish = (unit: string): SampleStep => ({
  command: 'finish',
  by: { unit, role: 'clerk' },
  after: 40,
  data: { result: '已印发并运行一个月' },
})

/** Measures that the city and its districts listed, some carried out. */
export const breakthroughSamples: readonly Sample[] = measures.map(
  ([requirement, name, lead, measure], index) => ({
    kind: 'breakthrough-item',
    command: 'list',
    area: index % 3 === 0 ? '昆明市' : lead.slice(0, 3),
    by: index % 3 === 0 ? organiser : { unit: districtOf(lead), role: 'clerk' },
    daysAgo: 110.4 - index,
    data: {
      name,
      requirement,
      measure,
      why: '有工作基础，先行一步',
      lead: { unit: lead },
      dueOn: { daysAgo: index % 4 === 3 ? 12 : -50 },
    },
    ...(index % 2 === 0 ? { steps: [finish(lead)] } : {}),
  }),
)

function districtOf(unit: string): string {
  return `${unit.slice(0, 3)}委组织部`
}

const villages = [
  ['五华区/华山街道', 530_102_001_013, '文林社区', '华山街道办事处', 4],
  ['五华区/护国街道', 530_102_002_004, '青年路社区', '护国街道办事处', 4],
  ['五华区/大观街道', 530_102_003_004, '新闻里社区', '大观街道办事处', 2],
  ['五华区/龙翔街道', 530_102_004_004, '凤翥社区', '龙翔街道办事处', 1],
  ['五华区/丰宁街道', 530_102_005_004, '虹山中路社区', '丰宁街道办事处', 3],
] as const

const items = ['organisation', 'management', 'running', 'assets']

/** Villages that became communities: two are through, three are listed. */
export const conversionSamples: readonly Sample[] = villages.map(
  ([, area, name, unit, settled], index) => ({
    kind: 'village-conversion',
    command: 'open',
    area,
    by: { unit, role: 'clerk' },
    daysAgo: 150.4 - index,
    data: { name, convertedOn: { daysAgo: 500 + index * 90 } },
    steps: [
      ...items.slice(0, settled).map((item) => ({
        command: 'settle',
        by: { unit, role: 'clerk' } as const,
        after: 15,
        data: { item, words: '已开居民代表会议定下来' },
      })),
      ...(settled === items.length
        ? [{ command: 'close', by: { unit, role: 'clerk' } as const, after: 5 }]
        : []),
    ],
  }),
)
