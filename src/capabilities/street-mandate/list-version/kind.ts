import { unitsOf } from '../../../kernel/area-tree.ts'
import { narrowest } from '../../../kernel/directory.ts'
import { listOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter, type Setter } from '../../../kernel/kind.ts'
import { consultation } from '../../../kernel/patterns/consultation.ts'
import { basis, fields } from './fields.ts'
import { effects, facts, rules } from './items.ts'
import { making, states } from './states.ts'

const keepers = ['arbiter', 'head', 'clerk'] as const
const heard = consultation({
  role: 'heard',
  label: '被征求意见的单位',
  roles: ['head', 'leader', 'clerk', 'secretary'],
  asker: 'keeper',
  conclusions: [
    { value: 'agree', label: '同意' },
    { value: 'amend', label: '建议修改' },
    { value: 'object', label: '不同意' },
  ],
  parameter: 'list.opinion',
  limit: { qty: 10, unit: 'working-day' },
  basis: '清单草案征求基层意见的时限，本市可设置',
})

/**
 * 清单版本: a list's next version is drafted, those below are heard, the Party committee decides, the
 * keeper publishes. Its drafts are in force from then on, and what they replace has ended.
 */
export const listVersion = defineKind({
  name: 'list-version',
  label: '清单版本',
  group: 'street-mandate',
  systems: ['street-duty-list'],
  version: 1,
  about: '清单按版本制定：起草、征求基层意见、审定、公布，以后的修订和废止都留有版本。',
  fields,
  title: 'name',
  slots: { k1: 'list', k2: 'documentNumber', n1: 'scope', n2: 'keeper' },
  relations: {
    ruling: {
      label: '编制部门',
      roles: keepers,
      is: { function: 'ruling', over: 'place' },
    },
    organising: {
      label: '组织部门',
      roles: keepers,
      is: { function: 'organise', over: 'place' },
    },
    keeper: { label: '清单管理单位', roles: keepers, is: { seat: 'keeper' } },
    decider: {
      label: '审定单位',
      roles: ['leader', 'secretary'],
      is: { seat: 'decider' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
    ...heard.relations,
  },
  see: ['reader'],
  seats: {
    keeper: { label: '清单管理单位', is: { field: 'keeper' } },
    decider: { label: '审定单位', is: { function: 'lead' } },
    ...heard.seats,
  },
  responsible: 'keeper',
  starts: {
    draft: {
      label: '起草清单版本',
      by: ['ruling', 'organising'],
      input: { list: fields.list, name: fields.name, basis: fields.basis },
      requires: ['keepsThatList'],
      records: 'VersionDrafted',
      says: '起草{list}：{name}',
      keeps: ['list', 'name', 'basis'],
      sets: ['isKeptHere'],
      to: 'draft',
    },
  },
  states,
  parties: heard.parties,
  clocks: making.clocks,
  mainClock: 'making',
  facts,
  rules: { ...heard.rules, ...making.rules, ...rules },
  setters: { ...heard.setters, ...making.setters, ...setters() },
  effects,
  claims: {
    working: {
      label: '同一清单正在起草的版本',
      fields: ['list', 'scope'],
      while: 'always',
      states: ['draft', 'consulting', 'deciding', 'decided'],
    },
  },
  parameters: {
    ...heard.parameters,
    'list.make': limitParameter('清单制定时限', { qty: 60, unit: 'working-day' }, basis),
  },
})

function setters(): Readonly<Record<string, Setter>> {
  return {
    isKeptHere: ({ record, actor }) => ({
      fields: {
        keeper: actor.by === 'post' ? actor.post.unit : null,
        scope: narrowest(record.place),
      },
    }),
    asksThem: ({ record, input, world }) => {
      const named = listOf(input, 'heard').filter((one) => typeof one === 'number')
      const under = narrowest(record.place)
      const streets = () => unitsOf(world.directory, { type: 'street', under }).map(({ id }) => id)
      const units = named.length > 0 ? named : streets()
      return { join: units.map((unit) => ({ role: 'heard', unit })) }
    },
  }
}
