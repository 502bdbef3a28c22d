import { unitName } from '../../../kernel/directory.ts'
import { numberOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter, type State } from '../../../kernel/kind.ts'
import {
  actsAsSuperior,
  onOwnSubordinates,
  staff,
  superiorFields,
  superiorRelations,
  superiorSeats,
} from '../superior.ts'
import { lights, reckoned, shownLight, watched } from './light.ts'

const basis = '上级党组织对下级党组织的动态管理制度'

const fields = {
  ...superiorFields,
  unit: {
    type: 'unit',
    label: '下级党组织',
    required: true,
    of: ['committee', 'street', 'community'],
  },
  title: { type: 'text', label: '台账名称', max: 60 },
  reckoned: { type: 'choice', label: '系统判定', options: lights },
  byHand: { type: 'choice', label: '人工调整', options: lights },
  hits: {
    type: 'choices',
    label: '触发的规则',
    options: watched.map(({ name, label }) => ({ value: name, label })),
  },
  tasksLate: { type: 'number', label: '年度任务超期数' },
  rectificationsLate: { type: 'number', label: '整改超期数' },
  withoutEffect: { type: 'number', label: '跟踪问效未见效数' },
  reason: { type: 'text', label: '调整理由', max: 300 },
  words: { type: 'long', label: '情况说明', max: 500 },
} as const

const facts = ['tasksLate', 'rectificationsLate', 'withoutEffect'] as const
const moves = [
  { to: 'warn', when: 'isWarned' },
  { to: 'watch', when: 'isWatched' },
] as const

const commands: Readonly<Record<string, Command>> = {
  reckon: {
    label: '系统判定',
    by: ['clock'],
    records: 'StatusReckoned',
    says: '系统按规则重新判定',
    sets: ['reckons'],
    facts,
    moves,
    to: 'normal',
  },
  setByHand: {
    label: '人工调整',
    by: ['superior', 'office'],
    input: {
      byHand: { ...fields.byHand, required: true },
      reason: { ...fields.reason, required: true },
    },
    records: 'StatusSetByHand',
    says: '调整为{byHand}：{reason}',
    keeps: ['byHand', 'reason'],
    moves,
    to: 'normal',
    tells: ['unit'],
  },
  giveBack: {
    label: '恢复系统判定',
    by: ['superior', 'office'],
    requires: ['wasSetByHand'],
    records: 'StatusGivenBack',
    says: '恢复按规则判定',
    sets: ['forgetsHand', 'reckons'],
    facts,
    moves,
    to: 'normal',
    tells: ['unit'],
  },
  explain: {
    label: '说明情况',
    by: ['unit'],
    input: { words: { ...fields.words, required: true } },
    records: 'StatusExplained',
    says: '说明：{words}',
    keeps: ['words'],
    tells: ['office'],
  },
}

const light = (label: string): State => ({ label, is: 'resting', commands })

const lateOf = (kind: string, where: 'holder' | 'unit', states: readonly string[]) =>
  ({
    kind,
    where: { [where]: { field: 'unit' }, late: { value: 'late' } },
    states,
    want: 'count',
  }) as const

/**
 * 动态管理: the living entry that a superior keeps of a subordinate organisation. Its light follows
 * declared rules over what the platform knows, reckoned anew by itself; people may set another with a
 * reason, and the organisation may explain itself. Organisations only, never persons.
 */
export const statusEntry = defineKind({
  name: 'status-entry',
  label: '动态管理台账',
  group: 'four-level-linkage',
  systems: ['dynamic-management'],
  version: 1,
  about:
    '上级党组织掌握下级党组织的状态：正常、关注、预警由系统按规则判定，可凭理由调整，全程留痕。',
  fields,
  title: 'title',
  slots: { k1: 'reckoned', k2: 'byHand', k3: 'level', n1: 'unit', n2: 'superior' },
  relations: {
    ...superiorRelations,
    unit: { label: '下级党组织', roles: staff, is: { seat: 'unit' } },
  },
  see: ['superior', 'above', 'unit'],
  seats: { ...superiorSeats, unit: { label: '下级党组织', is: { field: 'unit' } } },
  responsible: 'superior',
  starts: {
    open: {
      label: '建立台账',
      by: ['starter'],
      input: { unit: fields.unit },
      requires: ['onOwnSubordinates'],
      records: 'StatusOpened',
      says: '建立 {unit} 的动态管理台账',
      keeps: ['unit'],
      sets: ['actsAsSuperior', 'namesUnit'],
      to: 'normal',
    },
  },
  states: { normal: light('正常'), watch: light('关注'), warn: light('预警') },
  clocks: {
    reckoning: {
      label: '下次判定',
      stages: [{ limit: { parameter: 'status.reckon' }, asks: 'reckon' }],
      runs: ['normal', 'watch', 'warn'],
      restarts: ['StatusReckoned'],
      basis,
    },
  },
  facts: {
    tasksLate: lateOf('level-task', 'holder', ['open']),
    rectificationsLate: lateOf('rectification', 'unit', ['assigned']),
    withoutEffect: {
      kind: 'effect-check',
      where: { unit: { field: 'unit' }, verdict: { value: 'ineffective' } },
      states: ['waiting', 'talk'],
      want: 'count',
    },
  },
  rules: {
    onOwnSubordinates: onOwnSubordinates('unit'),
    isWarned: {
      says: '没有达到预警',
      basis,
      holds: ({ record }) => shownLight(record.fields) === 'warn',
    },
    isWatched: {
      says: '没有达到关注',
      basis,
      holds: ({ record }) => shownLight(record.fields) === 'watch',
    },
    wasSetByHand: {
      says: '没有人工调整过',
      basis,
      holds: ({ record }) => record.fields['byHand'] !== undefined,
    },
  },
  setters: {
    actsAsSuperior,
    namesUnit: ({ input, world }) => ({
      title: unitName(world.directory, numberOf(input, 'unit') ?? 0),
    }),
    reckons: (context) => {
      const counts = Object.fromEntries(
        facts.map((name) => [name, context.facts[name]?.count ?? 0]),
      )
      const { light: found, hits } = reckoned(counts)
      return { fields: { ...counts, hits, reckoned: found } }
    },
    forgetsHand: () => ({ fields: { byHand: null, reason: null } }),
  },
  claims: {
    unit: { label: '同一单位的动态管理台账', fields: ['superior', 'unit'], while: 'always' },
  },
  counters: {
    opened: { label: '建立台账', on: { start: true } },
    warned: { label: '转为预警', on: { enters: 'warn' } },
  },
  parameters: {
    'status.reckon': limitParameter('动态管理判定间隔', { qty: 1, unit: 'day' }, basis),
  },
})
