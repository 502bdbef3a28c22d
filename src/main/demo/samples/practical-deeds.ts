import type { Sample, SampleStep } from './sample.ts'
import { communities, ofYear, type Owner, streets } from './secretaries.ts'

const deeds = [
  ['菜市场加装雨棚', '下雨天买菜没处躲，摊位受淹', 'service'],
  ['老年食堂增开晚餐', '中午有饭晚上没有，独居老人吃冷饭', 'service'],
  ['优待证上门代办', '政策出台一年，腿脚不便的还没办上', 'policy'],
  ['小区议事亭每周开门', '意见只能打电话，没人当面听', 'voice'],
  ['背街小巷补路灯', '晚自习回家一段路没有灯', 'service'],
] as const

const views = ['yes', 'yes', 'some', 'yes', 'yes', 'no'] as const

const remark: SampleStep = {
  command: 'remark',
  by: 'link',
  after: 2,
  data: { remark: '请把开放时间贴在门口' },
}

/** Deeds in every stage, from a proposal that was declined to one that residents judged. */
export const practicalDeedSamples: readonly Sample[] = [
  ...streets.map((owner, at) => deed(owner, at)),
  ...communities.slice(0, 7).map((owner, at) => deed(owner, at + 2)),
]

function deed(owner: Owner, at: number): Sample {
  const [title, proposal, gap] = deeds[at % deeds.length] ?? deeds[0]
  const sources = ['resident', 'assembly', 'appeal', 'unit'] as const
  return ofYear(owner, {
    kind: 'practical-deed',
    command: 'propose',
    daysAgo: 150.3 - at * 0.7,
    data: { title, proposal, source: sources[at % 4] ?? 'resident', gap },
    steps: screened(owner, at),
  })
}

function screened({ secretary, office }: Owner, at: number): readonly SampleStep[] {
  if (at === 9) return []
  if (at === 8)
    return [{ command: 'decline', by: secretary, after: 4, data: { reason: '区里已列入改造计划' } }]
  const adopt: SampleStep = {
    command: 'adopt',
    by: secretary,
    after: 5,
    data: { dueOn: { daysAgo: at < 6 ? 60 : -40 } },
  }
  if (at > 5) return [adopt, remark]
  return [
    adopt,
    remark,
    { command: 'finish', by: secretary, after: 40, data: { result: '已办好，位置在公示栏可查' } },
    ...(at === 5 ? [] : judged(office, at)),
  ]
}

/** One was heard by too few, and is heard once more. */
function judged(office: Owner['office'], at: number): readonly SampleStep[] {
  const said = at === 4 ? views.slice(0, 3) : views
  return [
    { command: 'accept', by: office, after: 4, data: { opinion: '现场看过，能用' } },
    ...said.map((benefit): SampleStep => ({
      command: 'evaluate',
      by: 'link',
      after: 1.2,
      data: { benefit },
    })),
  ]
}
