import type { Sample, SampleStep, Who } from './sample.ts'
import { demoStreets, type DemoStreet } from './street-by-district.ts'

type Found = {
  readonly domain: string
  readonly title: string
  readonly detail: string
  readonly result: string
  readonly check: string
}

const found: readonly Found[] = [
  {
    domain: 'fire',
    title: '老旧院落疏散通道堆物',
    detail: '排查发现四个院落的楼道和消防通道堆放杂物、停放电动车。',
    result: '杂物已清，划出停放区，院落公约写明不得占用',
    check: '分两次现场看过，通道畅通',
  },
  {
    domain: 'flood',
    title: '下穿通道雨季积水',
    detail: '强降雨时下穿通道积水过膝，没有警示和值守。',
    result: '清掏雨水口，装了水位标尺，落实雨天值守',
    check: '最近一次大雨没有积水',
  },
  {
    domain: 'safety',
    title: '沿街餐饮燃气报警器缺失',
    detail: '抽查三十家餐饮门店，七家没有装燃气报警器。',
    result: '七家全部装好，燃气公司逐家验过',
    check: '随机回访五家，均在用',
  },
  {
    domain: 'service',
    title: '便民事项办理指南过期',
    detail: '社区窗口张贴的办事指南有六项与现行规定不一致。',
    result: '六项指南已更新，网上网下一致',
    check: '逐项比对，一致',
  },
  {
    domain: 'debt',
    title: '历史工程欠款底数不清',
    detail: '街道历年零星工程尚有往来款没有核对清楚。',
    result: '逐笔核对完毕，列出清偿计划',
    check: '抽三笔与合同、凭证核对，相符',
  },
  {
    domain: 'housing',
    title: '自建房出租未登记',
    detail: '城中村有自建房改出租，未做安全鉴定登记。',
    result: '完成登记，两栋停止出租并加固',
    check: '看过加固现场和登记表',
  },
]

const reaches = ['solved', 'solved', 'reported', 'solved', 'graded', 'back', 'found'] as const

const worker = (unit: string): Who => ({ unit, role: 'clerk' })

/** What the districts found at their streets, from just noted to crossed off and come back. */
export const shortcomingSamples: readonly Sample[] = demoStreets()
  .filter(({ inner, organisation }) => inner && organisation !== '')
  .flatMap((street, index) => {
    const [first, second] = [found[index % found.length], found[(index * 5 + 2) % found.length]]
    return [
      ...(first === undefined ? [] : [entry(street, first, index)]),
      ...(second === undefined || index % 2 === 0 ? [] : [entry(street, second, index + 1)]),
    ]
  })

function entry(street: DemoStreet, one: Found, index: number): Sample {
  const office = worker(street.organisation)
  const reach = reaches[index % reaches.length] ?? 'solved'
  const isOver = reach === 'solved' || reach === 'back'
  const daysAgo = isOver ? 60 + ((index * 7) % 90) : 2 + (index % 6)
  return {
    kind: 'shortcoming',
    command: 'register',
    area: street.district,
    by: office,
    daysAgo: daysAgo + 0.4,
    data: {
      title: one.title,
      detail: one.detail,
      domain: one.domain,
      unit: { unit: street.unit },
    },
    steps: course(one, { unit: street.unit, office, daysAgo, reach }),
  }
}

type Course = {
  readonly unit: string
  readonly office: Who
  readonly daysAgo: number
  readonly reach: (typeof reaches)[number]
}

function course(one: Found, { unit, office, daysAgo, reach }: Course): readonly SampleStep[] {
  const grade: SampleStep = {
    command: 'grade',
    by: office,
    after: 1,
    data: { grade: 'common', dueOn: { daysAgo: daysAgo - 30 } },
  }
  const report: SampleStep = {
    command: 'report',
    by: worker(unit),
    after: reach === 'reported' ? 0.2 : 18,
    data: { result: one.result },
  }
  const solve: SampleStep = { command: 'solve', by: office, after: 3, data: { check: one.check } }
  const reopen: SampleStep = {
    command: 'reopen',
    by: office,
    after: 35,
    data: { reason: '巡查发现又有反弹', dueOn: { daysAgo: -15 } },
  }
  switch (reach) {
    case 'found':
      return []
    case 'graded':
      return [grade]
    case 'reported':
      return [grade, report]
    case 'solved':
      return [grade, report, solve]
    case 'back':
      return [grade, report, solve, reopen]
  }
}
