import { clerk } from './linkage-superiors.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

type Round = {
  readonly name: string
  readonly title: string
  readonly area: string
  readonly office: string
  readonly committee: string
  readonly units: readonly string[]
  /** How many persons were spoken to at each organisation. */
  readonly spoken: number
  readonly daysAgo: number
  readonly reach: 'underway' | 'following' | 'closed'
}

const rounds: readonly Round[] = [
  {
    name: 'check-wuhua',
    title: '上半年主体责任检查',
    area: '五华区',
    office: '五华区委组织部',
    committee: '中共五华区委员会',
    units: ['华山街道办事处', '护国街道办事处', '龙翔街道办事处', '大观街道办事处'],
    spoken: 9,
    daysAgo: 160,
    reach: 'closed',
  },
  {
    name: 'check-panlong',
    title: '上半年主体责任检查',
    area: '盘龙区',
    office: '盘龙区委组织部',
    committee: '中共盘龙区委员会',
    units: ['拓东街道办事处', '鼓楼街道办事处', '联盟街道办事处'],
    spoken: 7,
    daysAgo: 120,
    reach: 'following',
  },
  {
    name: 'check-guandu',
    title: '主体责任专项检查',
    area: '官渡区',
    office: '官渡区委组织部',
    committee: '中共官渡区委员会',
    units: ['关上街道办事处', '吴井街道办事处'],
    spoken: 4,
    daysAgo: 12,
    reach: 'underway',
  },
]

const problems = [
  ['专题研究记录不全', '上半年两次专题研究党建没有形成记录。'],
  ['责任清单没有更新', '班子分工调整后，责任清单仍是去年的。'],
  ['联系点走访偏少', '班子成员联系点半年只走访一次。'],
] as const

/** Rounds of checks in three districts; persons are numbers in them, as they are in the product. */
export const responsibilityCheckSamples: readonly Sample[] = rounds.map((round) => ({
  name: round.name,
  kind: 'responsibility-check',
  command: 'plan',
  area: round.area,
  by: clerk(round.office),
  daysAgo: round.daysAgo + 0.4,
  data: {
    title: round.title,
    year: 2026,
    units: { units: round.units },
    list: '书记：专题研究、部署督办；班子成员：分管领域“一岗双责”；支部：按期组织生活。',
    onDay: { daysAgo: round.daysAgo - 2 },
  },
  steps: course(round),
}))

function course(round: Round): readonly SampleStep[] {
  const office = clerk(round.office)
  const begin: SampleStep = { command: 'begin', by: office, after: 2 }
  const talks = round.units.flatMap((unit) =>
    Array.from({ length: round.spoken }, (_, index) => ({
      command: 'interview',
      by: office,
      after: 0.01,
      data: { unit: { unit }, person: String(index + 1).padStart(2, '0') },
    })),
  )
  const found = round.units.flatMap((unit, index) => finds(round, unit, index))
  if (round.reach === 'underway') return [begin, ...talks, ...found]
  const conclude: SampleStep = { command: 'conclude', by: office, after: 3 }
  const open = [...talks, ...found, suggests(round), conclude]
  if (round.reach === 'following') return [begin, ...open]
  return [begin, ...open, ...ends(round), { command: 'close', by: office, after: 5 }]
}

function problemOf(round: Round, index: number): string {
  return `${round.name}-problem-${index}`
}

function suggestionOf(round: Round): string {
  return `${round.name}-suggestion`
}

function finds(round: Round, unit: string, index: number): readonly SampleStep[] {
  const [title, detail] = problems[index % problems.length] ?? problems[0]
  return [
    {
      command: 'find',
      by: clerk(round.office),
      after: 0.1,
      data: { unit: { unit }, title, detail, dueOn: { daysAgo: round.daysAgo - 60 } },
      opens: { kind: 'responsibility-item', name: problemOf(round, index) },
    },
  ]
}

function suggests(round: Round): SampleStep {
  return {
    command: 'suggest',
    by: clerk(round.office),
    after: 1,
    data: {
      unit: { unit: round.units[0] ?? '' },
      holder: { unit: round.committee },
      title: '建议提醒谈话',
      detail: '专题研究长期没有记录，建议对分管岗位提醒谈话；由区委决定。',
      dueOn: { daysAgo: round.daysAgo - 60 },
    },
    opens: { kind: 'responsibility-item', name: suggestionOf(round) },
  }
}

/** Every item of a round answered by those who hold it, and ended by the checker. */
function ends(round: Round): readonly SampleStep[] {
  const answer = (of: string, by: Who): readonly SampleStep[] => [
    {
      of,
      command: 'answer',
      by,
      after: 8,
      data: { outcome: 'done', result: '已整改并建立按季对照清单的制度' },
    },
    { of, command: 'end', by: clerk(round.office), after: 1 },
  ]
  return [
    ...round.units.flatMap((unit, index) =>
      answer(problemOf(round, index), { unit, role: 'secretary' }),
    ),
    ...answer(suggestionOf(round), { unit: round.committee, role: 'secretary' }),
  ]
}
