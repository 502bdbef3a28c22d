import type { Sample, SampleStep } from './sample.ts'
import { committees, communities, ofYear, type Owner, streets } from './secretaries.ts'

const projects = [
  ['楼栋党小组实体运行', '楼栋党小组名册在、活动不在'],
  ['商圈党建联建', '商圈单位各干各的，停车、垃圾没人牵头'],
  ['小区物业纠纷源头化解', '物业和业主对立，诉求反复'],
  ['流动党员找得到家', '流动党员底数不清，半年没有参加活动'],
  ['网格报表减一半', '网格员一天填六张表，没时间走访'],
] as const

/** Projects of the year in every stage; one street leads none, one only joined somebody else's. */
export const secretaryProjectSamples: readonly Sample[] = [
  ...streets.flatMap((owner, at) => (at === 7 ? [] : [project(owner, at, at === 6)])),
  ...streets.slice(0, 4).map((owner, at) => project(owner, at + 3, true)),
  ...communities.flatMap((owner, at) => (at % 3 === 2 ? [] : [project(owner, at, false)])),
  ...committees.map((owner, at) => project(owner, at + 1, false)),
]

function project(owner: Owner, at: number, isClaimed: boolean): Sample {
  const [title, problem] = projects[at % projects.length] ?? projects[0]
  return ofYear(owner, {
    kind: 'secretary-project',
    command: 'propose',
    daysAgo: 160.3 - at * 0.5 - (isClaimed ? 20 : 0),
    data: {
      title,
      sort: isClaimed ? 'claimed' : 'key',
      problem,
      dueOn: { daysAgo: -20 },
      milestone: '摸清底数',
      milestoneOn: { daysAgo: 100 },
    },
    steps:
      at === 9 ? [] : [{ command: 'approve', by: owner.office, after: 3 }, ...goesOn(owner, at)],
  })
}

function goesOn(owner: Owner, at: number): readonly SampleStep[] {
  const { secretary, office } = owner
  return [
    {
      command: 'passMilestone',
      by: secretary,
      after: 30 + (at % 4) * 5,
      data: {
        done: '底数已摸清，清单两上两下',
        milestone: '做成两个样板',
        milestoneOn: { daysAgo: 10 },
      },
    },
    {
      command: 'assessMidterm',
      by: office,
      after: 20,
      data: { opinion: '进度正常，问题部分要写到具体小区' },
    },
    ...ends(owner, at),
  ]
}

function ends({ secretary, office }: Owner, at: number): readonly SampleStep[] {
  const finish: SampleStep = {
    command: 'finish',
    by: secretary,
    after: 20,
    data: {
      effect: '两个样板小区连续三个月没有反复诉求',
      remaining: '样板外的小区推开慢',
      measures: '下半年按难易分三批推开',
    },
  }
  const asks: SampleStep = {
    command: 'askExtension',
    by: secretary,
    after: 10,
    data: { askedDay: { daysAgo: -60 }, askedWhy: '楼栋改造占道，入户推迟' },
  }
  const accept: SampleStep = {
    command: 'accept',
    by: office,
    after: 8,
    data: { opinion: '抽查两个小区，属实' },
  }
  if (at < 2) return [finish, accept]
  if (at === 2) return [finish]
  if (at === 3) return [asks]
  if (at === 4) return [asks, { command: 'grantExtension', by: office, after: 2 }]
  return []
}
