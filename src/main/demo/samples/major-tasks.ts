import { clerk, replier } from './linkage-superiors.ts'
import type { Sample, SampleStep } from './sample.ts'

type Task = {
  readonly title: string
  readonly sort: string
  readonly area: string
  readonly office: string
  readonly daysAgo: number
  readonly shares: readonly (readonly [string, string, number])[]
  readonly review?: {
    readonly good: string
    readonly lacking: string
    readonly lessons: string
  }
}

const tasks: readonly Task[] = [
  {
    title: '七月强降雨应对',
    sort: 'flood',
    area: '五华区',
    office: '五华区委组织部',
    daysAgo: 110,
    shares: [
      ['华山街道办事处', '转移低洼院落居民十二户，值守三昼夜', 96],
      ['龙翔街道办事处', '抽排下穿通道积水，疏导交通', 64],
      ['华山街道文林社区', '逐户敲门提醒，送饭送水', 38],
    ],
    review: {
      good: '预警发出后一小时内到岗到院落',
      lacking: '沙袋和抽水泵数量不足',
      lessons: '汛前按隐患点备齐物资并造册',
    },
  },
  {
    title: '片区燃气管道抢修保障',
    sort: 'supply',
    area: '盘龙区',
    office: '盘龙区委组织部',
    daysAgo: 70,
    shares: [
      ['拓东街道办事处', '通知到户、设临时供餐点四处', 52],
      ['鼓楼街道办事处', '支援引导志愿者', 20],
    ],
    review: {
      good: '两个街道人员统一调度',
      lacking: '停气通知有三栋楼没有贴到',
      lessons: '通知以楼栋为单位销号',
    },
  },
  {
    title: '滨水步道改造征迁',
    sort: 'renewal',
    area: '西山区',
    office: '西山区委组织部',
    daysAgo: 40,
    shares: [['西苑街道办事处', '与四十户逐户商谈，已签三十一户', 120]],
  },
  {
    title: '城市马拉松沿线保障',
    sort: 'event',
    area: '官渡区',
    office: '官渡区委组织部',
    daysAgo: 6,
    shares: [
      ['关上街道办事处', '沿线志愿服务和临时停车引导', 80],
      ['吴井街道办事处', '补给点两处', 40],
    ],
  },
]

/** Major tasks of four districts; two of them reviewed. */
export const majorTaskSamples: readonly Sample[] = tasks.map((task) => ({
  kind: 'major-task',
  command: 'open',
  area: task.area,
  by: clerk(task.office),
  daysAgo: task.daysAgo + 0.4,
  data: {
    title: task.title,
    sort: task.sort,
    from: { daysAgo: task.daysAgo + 1 },
    units: { units: task.shares.map(([unit]) => unit) },
  },
  steps: course(task),
}))

function course({ shares, review, office, daysAgo }: Task): readonly SampleStep[] {
  const told = shares.map(([unit, contribution, attended]) => ({
    command: `participant/${unit}/contribute`,
    by: replier(unit),
    after: 0.8,
    data: { contribution, attended },
  }))
  if (review === undefined) return told
  return [
    ...told,
    { command: 'end', by: clerk(office), after: 1, data: { until: { daysAgo: daysAgo - 2 } } },
    { command: 'review', by: clerk(office), after: 10, data: review },
  ]
}
