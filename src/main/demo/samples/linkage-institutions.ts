import { effectSamples } from './linkage-effects.ts'
import { replier, type Superior, superiors } from './linkage-superiors.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

/** Figures that the samples' asks rest on: the past tells them as it is played. */
export const figuresInSamples: readonly string[] = ['N13', 'N14', 'level-task-done']

/** A round a month; the last one is still being answered, and in each somebody is late. */
const rounds = superiors.flatMap((superior, place) =>
  [78, 43, 6].map((ago, turn): Sample => round(superior, { ago: ago - place * 0.3, turn })),
)

function round(
  { area, office, subordinates }: Superior,
  { ago, turn }: { readonly ago: number; readonly turn: number },
): Sample {
  const isLast = turn === 2
  const replies = subordinates.filter((_, at) => (at + turn) % 4 !== 3 && !(isLast && at > 1))
  return {
    kind: 'dispatch-round',
    command: 'open',
    area,
    by: office,
    daysAgo: ago,
    data: {
      title: ['诉求解决和吹哨报到调度', '年度任务进展调度', '近一月诉求办理调度'][turn] ?? '调度',
      units: { units: subordinates },
      from: { daysAgo: Math.ceil(ago) + 30 },
      to: { daysAgo: Math.ceil(ago) + 1 },
      dueOn: { daysAgo: Math.floor(ago) - 8 },
      item1: 'N13#solved',
      item2: 'N14#arrival',
      ask: '没有解决的主要卡在哪里',
    },
    steps: [
      ...replies.flatMap((unit) => answers(unit)),
      ...(isLast ? [] : published(office, replies)),
    ],
  }
}

function answers(unit: string): readonly SampleStep[] {
  const by = replier(unit)
  return [
    { command: `subordinate/${unit}/sign`, by, after: 0.4 },
    {
      command: `subordinate/${unit}/reply`,
      by,
      after: 0.3,
      data: { words: '停车和楼道堆物占多数，已排出一周上门清单' },
    },
  ]
}

function published(office: Who, replies: readonly string[]): readonly SampleStep[] {
  return [
    {
      command: 'publish',
      by: office,
      after: 8,
      data: { summary: '诉求集中在停车、噪声和楼道堆物。请各单位把反复出现的点位列出来，逐个销。' },
    },
    ...replies.slice(0, -1).map((unit) => ({
      command: `subordinate/${unit}/acknowledge`,
      by: replier(unit),
      after: 0.3,
    })),
  ]
}

/** A living entry of each subordinate; some were set by hand, with a reason. */
const entries = superiors.flatMap(({ area, office, subordinates }) =>
  subordinates.map((unit, at): Sample => ({
    kind: 'status-entry',
    command: 'open',
    area,
    by: office,
    daysAgo: 100.3 - at * 0.05,
    data: { unit: { unit } },
    ...(at === 2 ? { steps: byHand(office, unit) } : {}),
  })),
)

function byHand(office: Who, unit: string): readonly SampleStep[] {
  return [
    {
      command: 'setByHand',
      by: office,
      after: 70,
      data: { byHand: 'watch', reason: '主要负责人调整，交接期间多看一眼' },
    },
    {
      command: 'explain',
      by: replier(unit),
      after: 2,
      data: { words: '交接已完成，每周一例会照常' },
    },
  ]
}

const checked = (office: Who, name: string, unit: string): readonly SampleStep[] => [
  {
    command: 'report',
    of: name,
    by: replier(unit),
    after: 6,
    data: { result: '已补齐并请居民代表看过' },
  },
  { command: 'close', of: name, by: { ...office, role: 'clerk' }, after: 2 },
]

const districts = ['五华区', '盘龙区']

/** What lets a district's Party organisation inspect its streets: a matter of the year's plan. */
const plans: readonly Sample[] = superiors
  .filter(({ area }) => districts.includes(area))
  .map(({ area, subordinates }) => ({
    name: `督查计划 ${area}`,
    kind: 'inspection-plan',
    command: 'propose',
    area,
    by: { unit: `${area}人民政府`, role: 'clerk' },
    daysAgo: 90.3,
    data: {
      matter: '基层治理制度落实',
      year: 2026,
      department: { unit: `${area}民政局` },
      basis: '区年度检查考核计划（演示）',
      content: '看议事记录和服务公开，不另要材料',
      streets: { units: subordinates },
      beginsOn: { daysAgo: 85 },
      endsOn: { daysAgo: -120 },
    },
    steps: [`中共${area}委员会`, `${area}人民政府`].map((unit) => ({
      command: `approver/${unit}/agree`,
      by: { unit, role: 'leader' } as const,
      after: 1,
    })),
  }))

/** Inspections: one over, one under way, one ahead, at two levels. */
const inspections: readonly Sample[] = superiors.flatMap(({ area, office, subordinates }, place) =>
  [62, 15, 1].map((ago, turn): Sample => {
    const [first = '', second = ''] = subordinates
    const name = `found-${place}-${turn}`
    const find: SampleStep = {
      command: 'find',
      by: office,
      after: 0.3,
      data: {
        unit: { unit: turn === 0 ? first : second },
        title: turn === 0 ? '议事记录没有办理结果' : '服务事项公开栏过期',
        problem: '逐条补上办理结果，今后随办随记',
        dueOn: { daysAgo: turn === 0 ? 48 : 4 },
      },
      opens: { kind: 'rectification', name },
    }
    return {
      kind: 'inspection-round',
      command: 'plan',
      area,
      by: office,
      daysAgo: ago + 0.4,
      data: {
        title: ['基层议事制度落实', '便民服务公开', '四季度重点任务'][turn] ?? '督查',
        units: { units: [first, second] },
        onDay: { daysAgo: turn === 2 ? -6 : ago - 2 },
        ...(districts.includes(area) ? { plan: { sample: `督查计划 ${area}` } } : {}),
      },
      steps:
        turn === 2
          ? []
          : [
              { command: 'carryOut', by: office, after: 1.5 },
              find,
              {
                command: 'conclude',
                by: office,
                after: 1,
                data: { summary: '制度都有，记录不全，已交办' },
              },
              ...(turn === 0 ? checked(office, name, first) : []),
            ],
    }
  }),
)

/** What every superior has over those below it, in the demo city. */
export const institutionSamples: readonly Sample[] = [
  ...rounds,
  ...entries,
  ...plans,
  ...inspections,
  ...effectSamples,
]
