import { clerk } from './linkage-superiors.ts'
import type { Sample, SampleStep } from './sample.ts'

type Campaign = {
  readonly title: string
  readonly area: string
  readonly office: string
  readonly goals: string
  readonly task: string
  readonly units: readonly string[]
  readonly result: string
  readonly report: string
  readonly isTopic: boolean
  readonly daysAgo: number
  readonly days: number
  /** How many of the units have finished; with all of them it is concluded. */
  readonly finished: number
}

const districts = ['中共五华区委员会', '中共盘龙区委员会', '中共官渡区委员会', '中共西山区委员会']

const campaigns: readonly Campaign[] = [
  {
    title: '基层减负攻坚行动',
    area: '昆明市',
    office: '市委组织部',
    goals: '半年内把面向社区的台账、报表和工作群各减一半，不反弹。',
    task: '列出本区保留清单，清单外一律取消',
    units: districts,
    result: '保留清单已公布，清单外已取消',
    report: '四个城区均公布保留清单，社区台账平均减少过半，抽查未见反弹。',
    isTopic: true,
    daysAgo: 170,
    days: 120,
    finished: 4,
  },
  {
    title: '楼道清爽行动',
    area: '五华区',
    office: '五华区委组织部',
    goals: '三个月内老旧楼道堆物清零，每栋楼有公约。',
    task: '逐栋清理并议定楼道公约',
    units: ['华山街道办事处', '护国街道办事处', '龙翔街道办事处'],
    result: '楼道清理完毕，公约上墙',
    report: '三个街道共清理楼道近四百个，议定公约三百余份，居民代表参加验收。',
    isTopic: true,
    daysAgo: 150,
    days: 95,
    finished: 3,
  },
  {
    title: '助企强链行动',
    area: '盘龙区',
    office: '盘龙区委组织部',
    goals: '楼宇党组织与部门结成对子，企业提出的事两周内有答复。',
    task: '每个街道联系三栋楼宇，收集并交办企业诉求',
    units: ['拓东街道办事处', '鼓楼街道办事处', '联盟街道办事处'],
    result: '三栋楼宇已联系，诉求已交办',
    report: '',
    isTopic: true,
    daysAgo: 60,
    days: 90,
    finished: 1,
  },
  {
    title: '雨季防汛隐患清零行动',
    area: '西山区',
    office: '西山区委组织部',
    goals: '低洼院落有人、有物、有预案，隐患点逐个销号。',
    task: '排查低洼院落，落实责任人和沙袋',
    units: ['西苑街道办事处', '金碧街道办事处'],
    result: '隐患点已销号',
    report: '',
    isTopic: true,
    daysAgo: 30,
    days: 60,
    finished: 0,
  },
]

/** Campaigns of the city and of three districts, ended and under way. */
export const specialActionSamples: readonly Sample[] = campaigns.map((one) => ({
  kind: 'special-action',
  command: 'launch',
  area: one.area,
  by: clerk(one.office),
  daysAgo: one.daysAgo + 0.4,
  data: {
    title: one.title,
    goals: one.goals,
    year: 2026,
    from: { daysAgo: one.daysAgo },
    until: { daysAgo: one.daysAgo - one.days },
    isTopic: one.isTopic,
  },
  steps: course(one),
}))

function course(one: Campaign): readonly SampleStep[] {
  const assign: SampleStep = {
    command: 'assign',
    by: clerk(one.office),
    after: 2,
    data: {
      units: { units: one.units },
      task: one.task,
      dueOn: { daysAgo: one.daysAgo - one.days + 10 },
    },
  }
  const finishes = one.units.slice(0, one.finished).map((unit, index) => ({
    command: `participant/${unit}/finish`,
    by: clerk(unit),
    after: index === 0 ? 25 : 6,
    data: { result: one.result },
  }))
  const conclude: SampleStep = {
    command: 'conclude',
    by: clerk(one.office),
    after: 20,
    data: { report: one.report },
  }
  return [assign, ...finishes, ...(one.finished === one.units.length ? [conclude] : [])]
}
