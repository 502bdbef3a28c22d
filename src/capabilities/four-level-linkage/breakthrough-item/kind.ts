import { cityClassAt, cityClassNames } from '../../../kernel/city-class.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind, type State } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { requirements, type Scope, scopeOf, scopes } from '../class-guidance.ts'
import {
  actsAsSuperior,
  staff,
  superiorFields,
  superiorRelations,
  superiorSeats,
} from '../superior.ts'

const basis = '分类指导：要求高的城市先啃硬骨头'

const fields = {
  ...superiorFields,
  name: { type: 'code', label: '措施', required: true, max: 100 },
  requirement: {
    type: 'choice',
    label: '对应要求',
    required: true,
    options: requirements.map(({ name, label }) => ({ value: name, label })),
  },
  measure: { type: 'code', label: '怎么做', required: true, max: 500 },
  why: { type: 'code', label: '自愿先行的理由', max: 200, help: '本市类别不强制的要求，写明理由' },
  lead: { type: 'unit', label: '牵头单位' },
  dueOn: { type: 'day', label: '完成期限', required: true },
  cityClass: {
    type: 'choice',
    label: '列入时的城市类别',
    options: Object.entries(cityClassNames).map(([value, label]) => ({ value, label })),
  },
  scope: {
    type: 'choice',
    label: '列入时的要求',
    options: Object.entries(scopes).map(([value, label]) => ({ value, label })),
  },
  result: { type: 'code', label: '落实情况', max: 300 },
  late: { type: 'choice', label: '时限', options: [{ value: 'late', label: '已超时' }] },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const listed = {
  name: fields.name,
  requirement: fields.requirement,
  measure: fields.measure,
  why: fields.why,
  lead: { ...fields.lead, required: true },
  dueOn: fields.dueOn,
} as const

const reason = { reason: { ...fields.reason, required: true } } as const

const states: Readonly<Record<string, State>> = {
  open: {
    label: '落实中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'lead', command: 'finish', clock: 'finish' }],
    commands: {
      finish: {
        label: '报落实',
        by: ['lead'],
        input: { result: { ...fields.result, required: true } },
        records: 'BreakthroughFinished',
        says: '落实：{result}',
        keeps: ['result'],
        sets: ['isInTime'],
        to: 'finished',
        tells: ['office'],
      },
      drop: {
        label: '不再列入',
        by: ['superior', 'office'],
        input: reason,
        records: 'BreakthroughDropped',
        says: '不再列入：{reason}',
        keeps: ['reason'],
        to: 'dropped',
        tells: ['lead'],
        grave: true,
      },
      noteLate: {
        label: '超过完成期限',
        by: ['clock'],
        records: 'BreakthroughRanLate',
        says: '超过完成期限',
        sets: ['isLate'],
        tells: ['lead', 'office'],
      },
    },
  },
  finished: {
    label: '已落实',
    is: 'resting',
    step: 2,
    commands: {
      reopen: {
        label: '落实不到位，重新办理',
        by: ['superior', 'office'],
        input: { ...reason, dueOn: fields.dueOn },
        requires: ['endsLater'],
        records: 'BreakthroughReopened',
        says: '重新办理：{reason}',
        keeps: ['reason', 'dueOn'],
        to: 'open',
        tells: ['lead'],
      },
    },
  },
  dropped: { label: '不再列入', is: 'end', step: 2 },
}

/**
 * 突破事项: a measure by which a city solves what its class must solve first. It keeps the class that
 * held when it was listed; what is mandatory today is reckoned by today's.
 */
export const breakthroughItem = defineKind({
  name: 'breakthrough-item',
  label: '突破事项',
  group: 'four-level-linkage',
  systems: ['category-guidance'],
  version: 1,
  about: '按城市类别先要解决的难题，一题一条：谁牵头、怎么做、何时完成。',
  fields,
  title: 'name',
  slots: { k1: 'requirement', k2: 'late', k3: 'scope', n1: 'lead', n2: 'superior', t1: 'dueOn' },
  relations: {
    starter: superiorRelations.starter,
    superior: superiorRelations.superior,
    office: superiorRelations.office,
    lead: { label: '牵头单位', roles: staff, is: { seat: 'lead' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { ...superiorSeats, lead: { label: '牵头单位', is: { field: 'lead' } } },
  responsible: 'superior',
  starts: {
    list: {
      label: '列入突破事项',
      by: ['starter'],
      input: listed,
      requires: ['mandatoryOrWilling', 'leadServesHere', 'endsLater'],
      records: 'BreakthroughListed',
      says: '列入：{name}',
      keeps: Object.keys(listed),
      sets: ['actsAsSuperior', 'keepsClass'],
      to: 'open',
      tells: ['lead'],
    },
  },
  states,
  clocks: {
    finish: {
      label: '完成',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['open'],
      basis,
    },
  },
  mainClock: 'finish',
  rules: {
    mandatoryOrWilling: {
      id: 'R032',
      says: '本市类别不强制这项要求，列入须写明自愿先行的理由',
      instead: '类别和强制要求见“分类指导”页',
      basis,
      input: true,
      holds: (context) =>
        scopeNow(context) !== 'adapted' || textOf(context.input, 'why') !== undefined,
    },
    leadServesHere: {
      says: '牵头单位不在本市，或已撤销',
      basis,
      input: true,
      holds: ({ input, world }) => {
        const unit = world.directory.units.get(numberOf(input, 'lead') ?? 0)
        return unit !== undefined && unit.to === undefined
      },
    },
    endsLater: {
      says: '完成期限应在今天之后',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
    },
  },
  setters: {
    actsAsSuperior,
    keepsClass: (context) => ({
      fields: {
        cityClass: cityClassAt(context.world, context.at),
        scope: scopeNow(context) ?? null,
      },
    }),
    isLate: () => ({ fields: { late: 'late' } }),
    isInTime: () => ({ fields: { late: null } }),
  },
  counters: {
    listed: { label: '列入突破事项', on: { start: true } },
    finished: { label: '突破事项落实', on: { enters: 'finished' } },
  },
})

function scopeNow({ input, world, at }: Context): Scope | undefined {
  const found = requirements.find(({ name }) => name === textOf(input, 'requirement'))
  return found === undefined ? undefined : scopeOf(found, cityClassAt(world, at))
}
