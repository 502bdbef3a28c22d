import type { Sample, SampleStep } from './sample.ts'
import { committees, communities, ofYear, type Owner, streets } from './secretaries.ts'

const promises = [
  ['年内新增三百个公共车位', '三百个车位划线投用，位置和收费公示'],
  ['二十个老旧小区都有人管', '二十个小区成立自管会，账目每季上墙'],
  ['沿街油烟投诉减半', '四十家餐饮装净化设备，投诉量比去年少一半'],
  ['党群服务中心晚间开门', '每周五天开到晚上九点，周末不关门'],
  ['加装电梯二十部', '二十部电梯验收投用，每部有管护人'],
] as const

const views = ['kept', 'kept', 'partly', 'kept', 'not', 'kept'] as const

/** Promises of the year: kept, not kept, under way, still looked at; two secretaries made none. */
export const commitmentSamples: readonly Sample[] = [
  ...streets.flatMap((owner, at) => (at === 9 ? [] : [promise(owner, at)])),
  ...communities.flatMap((owner, at) => (at === 4 || at === 8 ? [] : [promise(owner, at + 3)])),
  ...committees.map((owner, at) => promise(owner, at + 4)),
]

function promise(owner: Owner, at: number): Sample {
  const [title, words] = promises[at % promises.length] ?? promises[0]
  return ofYear(owner, {
    kind: 'public-commitment',
    command: 'promise',
    daysAgo: 168.2 - at * 0.4,
    data: { title, promise: words, dueOn: { daysAgo: -32 } },
    steps: at === 8 ? sentBack(owner) : [approved(owner), ...goesOn(owner, at)],
  })
}

function approved({ office }: Owner): SampleStep {
  return { command: 'approve', by: office, after: 2 }
}

function sentBack({ office }: Owner): readonly SampleStep[] {
  return [{ command: 'sendBack', by: office, after: 3, data: { reason: '怎么看得见没有写清楚' } }]
}

function goesOn(owner: Owner, at: number): readonly SampleStep[] {
  const progress: SampleStep = {
    command: 'reportProgress',
    by: owner.secretary,
    after: 60,
    data: { progress: '完成一半，上周请居民代表看过' },
  }
  return at < 3 ? [progress, ...judged(owner, at)] : [progress]
}

function judged({ secretary, office }: Owner, at: number): readonly SampleStep[] {
  return [
    {
      command: 'reportDone',
      by: secretary,
      after: 20,
      data: { result: '承诺的事项已完成，清单和位置在社区公示栏' },
    },
    ...views.map((view): SampleStep => ({
      command: 'say',
      by: 'link',
      after: 1.3,
      data: { view },
    })),
    {
      command: 'settle',
      by: office,
      after: 12,
      data:
        at === 2
          ? { verdict: 'notKept', reason: '净化设备只装了二十六家，投诉没有减半' }
          : { verdict: 'kept', reason: '现场核对属实' },
    },
  ]
}
