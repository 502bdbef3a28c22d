import { clerk, replier } from './linkage-superiors.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

type Item = {
  readonly area: string
  readonly office: string
  readonly unit: string
  readonly doers?: readonly string[]
  readonly title: string
  readonly order: string
  readonly daysAgo: number
  readonly reach: 'deployed' | 'doing' | 'reported' | 'closed' | 'settled' | 'failed'
}

const items: readonly Item[] = [
  {
    area: '昆明市',
    office: '市委组织部',
    unit: '中共五华区委员会',
    title: '为基层减负措施落实',
    order: '清理面向街道社区的台账、微信群和挂牌，逐项列明保留依据。',
    daysAgo: 165,
    reach: 'settled',
  },
  {
    area: '昆明市',
    office: '市委组织部',
    unit: '中共盘龙区委员会',
    title: '为基层减负措施落实',
    order: '清理面向街道社区的台账、微信群和挂牌，逐项列明保留依据。',
    daysAgo: 165,
    reach: 'failed',
  },
  {
    area: '昆明市',
    office: '市委组织部',
    unit: '中共官渡区委员会',
    title: '雨季防汛责任到网格',
    order: '每个网格有一名防汛责任人，低洼院落有转移安排。',
    daysAgo: 120,
    reach: 'closed',
  },
  {
    area: '五华区',
    office: '五华区委组织部',
    unit: '华山街道办事处',
    doers: ['华山街道文林社区', '华山街道翠湖社区'],
    title: '夜间诉求有人接',
    order: '每晚二十二点前诉求有人接、有人到。',
    daysAgo: 150,
    reach: 'settled',
  },
  {
    area: '五华区',
    office: '五华区委组织部',
    unit: '龙翔街道办事处',
    title: '院落议事协商落实',
    order: '有物业矛盾的院落每季度议一次，议定事项公开。',
    daysAgo: 40,
    reach: 'reported',
  },
  {
    area: '盘龙区',
    office: '盘龙区委组织部',
    unit: '拓东街道办事处',
    title: '党群服务中心错时开放',
    order: '工作日延到二十点，周末照常开放。',
    daysAgo: 30,
    reach: 'doing',
  },
  {
    area: '西山区',
    office: '西山区委组织部',
    unit: '西苑街道办事处',
    title: '楼道飞线充电整治',
    order: '补足充电设施，楼道飞线充电清零。',
    daysAgo: 3,
    reach: 'deployed',
  },
]

/** What was deployed and looked at again, in several districts. */
export const lookBackSamples: readonly Sample[] = items.map((item) => ({
  kind: 'implementation-item',
  command: 'deploy',
  area: item.area,
  by: clerk(item.office),
  daysAgo: item.daysAgo + 0.4,
  data: {
    title: item.title,
    order: item.order,
    unit: { unit: item.unit },
    dueOn: { daysAgo: item.daysAgo - 45 },
  },
  steps: course(item),
}))

function course(item: Item): readonly SampleStep[] {
  const office: Who = clerk(item.office)
  const steps: Readonly<Record<Item['reach'], readonly SampleStep[]>> = {
    deployed: [],
    doing: [
      {
        command: 'breakDown',
        by: replier(item.unit),
        after: 3,
        data: {
          steps: '列清单、定责任人、每两周对一次进度',
          ...(item.doers === undefined ? {} : { units: { units: item.doers } }),
        },
      },
      ...(item.doers ?? []).map((unit) => ({
        command: `doer/${unit}/finish`,
        by: replier(unit),
        after: 5,
        data: { done: '本社区已排班到人' },
      })),
    ],
    reported: [
      {
        command: 'report',
        by: replier(item.unit),
        after: 20,
        data: { result: '清单事项全部落实，结果已公开' },
      },
    ],
    closed: [
      { command: 'close', by: office, after: 3, data: { lookOn: { daysAgo: item.daysAgo - 75 } } },
    ],
    settled: [
      {
        command: 'stands',
        by: office,
        after: 50,
        data: { finding: '走访三处、翻看记录，落实到位' },
      },
    ],
    failed: [
      {
        command: 'fails',
        by: office,
        after: 50,
        data: { finding: '两个街道又恢复了纸质台账', dueOn: { daysAgo: -20 } },
      },
    ],
  }
  const course: readonly Item['reach'][] = ['deployed', 'doing', 'reported', 'closed']
  const last = item.reach === 'settled' || item.reach === 'failed' ? [item.reach] : []
  const upTo = last.length > 0 ? course.length : course.indexOf(item.reach) + 1
  return [...course.slice(0, upTo), ...last].flatMap((name) => steps[name])
}
