import { isGiven, textOf } from '../../kernel/field.ts'
import { defineKind } from '../../kernel/kind.ts'
import { itemFields, versionedItem } from '../../kernel/patterns/versioned-list.ts'

const types = [
  { value: 'basic', label: '基本履职' },
  { value: 'cooperate', label: '配合履职' },
  { value: 'withdrawn', label: '上级收回' },
]

/** An official list is public text, not anybody's words: it stands in events whole. */
const fields = {
  number: { type: 'code', label: '事项编号', required: true, max: 20 },
  name: { type: 'code', label: '事项名称', required: true, max: 200 },
  block: { type: 'choice', label: '职责板块', required: true, options: 'blocks' },
  type: { type: 'choice', label: '事项类型', required: true, options: types },
  lead: { type: 'choice', label: '牵头单位', required: true, options: 'domains' },
  cooperating: { type: 'choices', label: '配合单位', options: 'domains', max: 12 },
  basis: { type: 'code', label: '依据', required: true, max: 300 },
  categories: { type: 'choices', label: '对应诉求类别', options: 'categories', max: 30 },
  keywords: { type: 'choices', label: '关键词', max: 40 },
  validFrom: { type: 'day', label: '生效日期', required: true },
  validTo: { type: 'day', label: '失效日期' },
  replaces: { type: 'record', of: 'duty-item', label: '改动的事项' },
  ...itemFields,
} as const

const inputs = {
  number: fields.number,
  name: fields.name,
  block: fields.block,
  type: fields.type,
  lead: fields.lead,
  cooperating: fields.cooperating,
  basis: fields.basis,
  categories: fields.categories,
  keywords: fields.keywords,
  validFrom: fields.validFrom,
  validTo: fields.validTo,
} as const

const versioned = versionedItem({
  kind: 'duty-item',
  list: 'street-duty',
  keepers: ['keeper'],
  inputs,
  requires: ['standsInOneBlock', 'leadIsADepartment', 'endsAfterItBegins'],
  key: 'number',
  basis: '街道职责清单按版本制定、公布和修订',
})

/**
 * An item of a street's duty list (履行职责事项清单): who leads, who cooperates, on what basis, from
 * when. It is the first thing looked up when anything is dispatched; a withdrawn item stays above
 * the street.
 */
export const dutyItem = defineKind({
  name: 'duty-item',
  label: '履职清单事项',
  group: 'street-mandate',
  systems: ['street-duty-list'],
  version: 1,
  about: '街道履行职责事项清单：基本履职、配合履职和上级收回的事项，写明牵头、配合和依据。',
  fields,
  title: 'name',
  slots: { k1: 'number', k2: 'type', k3: 'version' },
  countedBy: 'block',
  relations: {
    keeper: {
      label: '清单管理单位',
      roles: ['arbiter', 'head'],
      is: { function: 'ruling', over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { keeper: { label: '清单管理单位', is: { function: 'ruling' } } },
  responsible: 'keeper',
  starts: versioned.starts,
  states: {
    ...versioned.states,
    inForce: {
      ...versioned.states['inForce'],
      label: '生效中',
      is: 'resting',
      commands: {
        ...versioned.states['inForce']?.commands,
        expire: {
          label: '到期',
          by: ['clock'],
          records: 'Expired',
          says: '到期失效',
          sets: ['ends'],
          to: 'ended',
        },
      },
    },
  },
  clocks: {
    validity: {
      label: '有效期',
      stages: [{ limit: { until: 'validTo' }, asks: 'expire' }],
      runs: ['inForce'],
      restarts: ['Amended'],
      basis: '清单事项的失效日期',
    },
  },
  facts: versioned.facts,
  rules: {
    ...versioned.rules,
    standsInOneBlock: {
      id: 'R005',
      says: '每个事项归入一个职责板块',
      instead: '请选择职责板块',
      basis: '街道职责清单分板块列明',
      input: true,
      holds: ({ input }) => isGiven(input['block']),
    },
    leadIsADepartment: {
      says: '配合事项和上级收回的事项必须写明牵头部门',
      instead: '请选择街道以外的牵头部门',
      basis: '街道履行职责事项清单',
      input: true,
      holds: ({ input }) => textOf(input, 'type') === 'basic' || textOf(input, 'lead') !== 'street',
    },
    endsAfterItBegins: {
      says: '失效日期要在生效日期之后',
      basis: '街道履行职责事项清单',
      input: true,
      holds: ({ input }) => {
        const to = textOf(input, 'validTo')
        return to === undefined || to > (textOf(input, 'validFrom') ?? '')
      },
    },
  },
  setters: versioned.setters,
  effects: versioned.effects,
  claims: versioned.claims,
})
