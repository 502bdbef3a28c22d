import type { Area } from '../../../kernel/directory.ts'
import type { CoverTerm, CountTerm, Having, Indicator } from '../../../kernel/indicator.ts'
import type { Instant } from '../../../kernel/time.ts'
import { parameterAt, type World } from '../../../kernel/world.ts'

/** Which definition of "all four levels" a city counts by. */
const definition = 'meeting.fourLevels'

const shared = { version: '1', denominator: [] } as const
const decision = (measure: string): CountTerm => ({ kind: 'meeting-decision', measure, weight: 1 })
const body = (measure: string): CountTerm => ({ kind: 'meeting-body', measure, weight: 1 })
const running = (state: string): Having => ({
  kind: 'meeting-body',
  measures: [`state:${state}`],
  atLeast: 1,
})
const cities = (having: readonly Having[], wanted?: 'every' | 'one'): CoverTerm => ({
  weight: 1,
  covered: {
    of: { areas: 'city' },
    having,
    ...(wanted === undefined
      ? {}
      : {
          only: (_: { readonly area?: Area }, world: World, at: Instant) =>
            definitionAt(world, at) === wanted,
        }),
  },
})

/** 全部: every district, street and community of the city has its own. 各有: each level has one. */
const everyUnit = cities(
  [
    running('runsCity'),
    { ...running('runsDistrict'), every: ['district'] },
    { ...running('runsStreet'), every: ['street'] },
    { ...running('runsCommunity'), every: ['community'] },
  ],
  'every',
)
const onePerLevel = cities(
  [running('runsCity'), running('runsDistrict'), running('runsStreet'), running('runsCommunity')],
  'one',
)

const fourLevels = {
  ...shared,
  systems: ['joint-meeting'],
  unit: '%',
  numerator: [everyUnit, onePerLevel],
  denominator: [cities([])],
  by: 'stock',
  goal: 'up',
} as const

/** R024: each joint meeting below that was guided in the period, level by level. */
const guided = (
  [
    ['district', 'runsDistrict', 'guidedDistrict'],
    ['street', 'runsStreet', 'guidedStreet'],
    ['community', 'runsCommunity', 'guidedCommunity'],
  ] as const
).map(([areas, state, measure]) => ({
  body: { weight: 1, covered: { of: { areas }, having: [running(state)] } },
  guided: {
    weight: 1,
    covered: {
      of: { areas },
      having: [running(state), { kind: 'guidance-record', measures: [measure], atLeast: 1 }],
    },
  },
}))

/** Figures of meetings and decisions: what exists, what is held, what is carried out. */
export const meetingIndicators: readonly Indicator[] = [
  {
    ...fourLevels,
    id: 'F21',
    label: '四级党建联席会议建成',
    formula: '市、区、街道、社区四级都建立党建联席会议的市 ÷ 全部市；缺哪一级、哪个单位见清单',
    references: [{ value: 0.904, asOf: '2021-06', place: '全国' }],
    basis: '四级都建立党建联席会议才计入；按全部单位还是各级至少一个，由本市参数确定',
  },
  {
    ...fourLevels,
    id: 'F74',
    label: '四级党建联席会议建成（地市）',
    formula: '四级都建立党建联席会议的地市 ÷ 全部地市',
    references: [{ value: 0.904, asOf: '2022-06', place: '全国' }],
    basis: '与前一年同一口径，分母为地市',
  },
  {
    ...shared,
    id: 'F39',
    systems: ['district-secretary-forum'],
    label: '区委书记党建工作现场例会',
    formula: '本季度召开的区委书记现场例会次数；季度结束仍为 0 即未召开',
    unit: '次',
    numerator: [{ kind: 'meeting', measure: 'forumHeld', weight: 1 }],
    by: 'flow',
    period: 'quarter',
    goal: 'none',
    references: [{ value: 1, asOf: '2022-06', place: '杭州' }],
    basis: '每季度召开一次',
  },
  {
    ...shared,
    id: 'N15',
    systems: ['joint-meeting'],
    label: '联席会议议定事项办结率',
    formula: '已销号的联席会议议定事项 ÷ 联席会议议定事项（已定责任单位和期限的）',
    unit: '%',
    numerator: [decision('jointDone')],
    denominator: [decision('jointDecided')],
    by: 'cohort',
    period: 'year',
    goal: 'up',
    basis: '定期沟通、上下协同解决问题',
  },
  {
    ...shared,
    id: 'N16',
    systems: ['joint-meeting-membership'],
    label: '吸收下一级成员的联席会议占比',
    formula: '有下一级党组织成员的市、区、街道联席会议 ÷ 市、区、街道联席会议',
    unit: '%',
    numerator: [body('upperTaken')],
    denominator: [body('upper')],
    by: 'stock',
    goal: 'up',
    basis: '上级联席会议里要有直接下级的成员；社区没有下级，不计入',
  },
  {
    ...shared,
    id: 'joint-meeting-guidance',
    systems: ['joint-meeting-membership'],
    label: '联席会议受上一级指导的覆盖',
    formula: '本期有上一级指导记录的区、街道、社区联席会议 ÷ 区、街道、社区联席会议',
    unit: '%',
    numerator: guided.map((one) => one.guided),
    denominator: guided.map((one) => one.body),
    by: 'flow',
    period: 'half-year',
    goal: 'up',
    basis: '上级联席会议有责任指导下级联席会议（中央关于城市基层党建的意见）',
  },
  {
    ...shared,
    id: 'topic-study-coverage',
    systems: ['topic-study'],
    label: '党委专题研究覆盖',
    formula: '本期专题研究过城市基层党建的党委 ÷ 全部市、区党委',
    unit: '%',
    numerator: [committees('meeting', 'studyHeld')],
    denominator: [{ weight: 1, covered: { of: { units: 'committee' } } }],
    by: 'flow',
    period: 'half-year',
    goal: 'up',
    basis: '各级党委定期专题研究，默认每半年至少一次；没有的即为逾期',
  },
  {
    ...shared,
    id: 'leader-acts-coverage',
    systems: ['leadership-responsibility'],
    label: '主要负责同志亲自谋划推动',
    formula: '本年度有主要负责同志谋划、推动记录的党委 ÷ 全部市、区党委',
    unit: '%',
    numerator: [committees('responsibility-matter', 'acted')],
    denominator: [{ weight: 1, covered: { of: { units: 'committee' } } }],
    by: 'flow',
    period: 'year',
    goal: 'up',
    basis: '市、区两级党委主要负责同志亲自谋划、直接推动',
  },
]

function committees(kind: string, measure: string): CoverTerm {
  return {
    weight: 1,
    covered: { of: { units: 'committee' }, having: [{ kind, measures: [measure], atLeast: 1 }] },
  }
}

function definitionAt(world: World, at: Instant): unknown {
  return parameterAt(world, definition, at)?.value ?? 'every'
}
