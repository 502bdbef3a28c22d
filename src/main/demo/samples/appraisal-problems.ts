import type { Sample, SampleStep, Who } from './sample.ts'

const area = 530_102
const organisation: Who = { unit: '五华区委组织部', role: 'clerk' }
const year = 2026

type Told = {
  readonly street: string
  readonly problem: string
  readonly ago: number
  /** How far it has come. */
  readonly until: 'raised' | 'claimed' | 'late' | 'submitted' | 'closed' | 'reopened' | 'settled'
}

const problems: readonly Told[] = [
  { street: '华山街道', problem: '小区党支部覆盖不全', ago: 120, until: 'settled' },
  { street: '护国街道', problem: '商圈党建共建清单更新不及时', ago: 110, until: 'closed' },
  { street: '大观街道', problem: '社区后备干部储备不足', ago: 100, until: 'reopened' },
  { street: '龙翔街道', problem: '网格党支部活动不经常', ago: 60, until: 'submitted' },
  { street: '丰宁街道', problem: '党群服务中心错时服务落实不到位', ago: 50, until: 'late' },
  { street: '莲华街道', problem: '新就业群体服务站点偏少', ago: 30, until: 'claimed' },
  { street: '红云街道', problem: '居民议事会议定事项跟踪不够', ago: 2, until: 'raised' },
]

/** Problems pointed out to streets of one district, in every state. */
export const appraisalProblemSamples: readonly Sample[] = problems.map(
  ({ street, problem, ago, until }) => ({
    name: `problem-${street}`,
    kind: 'appraisal-problem',
    command: 'raise',
    area,
    by: organisation,
    daysAgo: ago,
    data: { title: problem, source: 'inspection', year, unit: { unit: `${street}办事处` } },
    steps: stepsOf(street, ago, until),
  }),
)

function stepsOf(street: string, ago: number, until: Told['until']): readonly SampleStep[] {
  const by: Who = { unit: `${street}办事处`, role: 'clerk' }
  const claim: SampleStep = {
    command: 'claim',
    by,
    after: 2,
    data: {
      measures: '逐项摸底，列出清单，按月推进',
      lead: '党工委副书记',
      dueOn: { daysAgo: until === 'claimed' ? -30 : ago - 40 },
    },
  }
  const submit: SampleStep = {
    command: 'submit',
    by,
    after: 30,
    data: { evidence: '清单所列事项已逐项完成，情况已向居民公布' },
  }
  const accept: SampleStep = {
    command: 'accept',
    by: organisation,
    after: 3,
    data: { reason: '实地看过，属实', lookBackOn: { daysAgo: until === 'closed' ? -20 : 30 } },
  }
  const after = ago - 35 - 25
  const ends: Readonly<Record<Told['until'], readonly SampleStep[]>> = {
    raised: [],
    claimed: [claim],
    late: [claim],
    submitted: [claim, submit],
    closed: [claim, submit, accept],
    settled: [
      claim,
      submit,
      accept,
      { command: 'settle', by: organisation, after, data: { summary: '形成小区党支部组建办法' } },
    ],
    reopened: [
      claim,
      submit,
      accept,
      {
        command: 'reopen',
        by: organisation,
        after,
        data: { reason: '两名后备人选已离开，没有补选', dueOn: { daysAgo: -25 } },
      },
    ],
  }
  return ends[until]
}
