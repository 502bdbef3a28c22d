import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actsAsSuperior, staff, superiorRelations, superiorSeats } from '../superior.ts'
import { basis, fields } from './fields.ts'
import { parties } from './parties.ts'
import { figureFacts, rules, setters } from './rules.ts'

const opening = {
  title: fields.title,
  units: fields.units,
  from: fields.from,
  to: fields.to,
  dueOn: fields.dueOn,
  item1: fields.item1,
  item2: fields.item2,
  item3: fields.item3,
  ask: fields.ask,
} as const

/**
 * 调度通报: a superior looks at the figures of its subordinates for a period. The numbers are the
 * platform's own; a subordinate adds words. What comes of it is published, and each one reads it.
 */
export const dispatchRound = defineKind({
  name: 'dispatch-round',
  label: '调度通报',
  group: 'four-level-linkage',
  systems: ['dispatch-bulletin'],
  version: 1,
  about: '上级党组织按期调度下级：指标由系统取数，下级只补充文字，汇总后通报，逐家查收。',
  fields,
  title: 'title',
  slots: { k1: 'item1', k3: 'level', n1: 'superior', n2: 'lapsed', t1: 'dueOn' },
  searched: ['title', 'summary'],
  relations: {
    ...superiorRelations,
    subordinate: { label: '下级党组织', roles: staff, is: { party: 'subordinate' } },
  },
  see: ['superior', 'above', 'subordinate'],
  seats: {
    ...superiorSeats,
    self: { label: '下级党组织', is: { self: 'party' } },
  },
  responsible: 'superior',
  starts: {
    open: {
      label: '发起调度',
      by: ['starter'],
      input: opening,
      requires: ['onOwnSubordinates', 'daysAreInOrder', 'figuresAreKnown'],
      records: 'DispatchOpened',
      says: '发起调度，{dueOn} 前填报',
      keeps: Object.keys(opening),
      sets: ['actsAsSuperior', 'asksSubordinates'],
      to: 'collecting',
    },
  },
  states: {
    collecting: {
      label: '填报中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'office', command: 'publish', clock: 'publish', when: 'allHaveReplied' }],
      commands: {
        publish: {
          label: '汇总通报',
          by: ['superior', 'office'],
          input: { summary: fields.summary },
          requires: ['allHaveReplied'],
          records: 'DispatchPublished',
          says: '通报：{summary}',
          keeps: ['summary'],
          sets: ['countsReplies'],
          to: 'published',
        },
        notePublishLate: {
          label: '通报超时',
          by: ['clock'],
          records: 'DispatchPublishRanLate',
          says: '发起后超过通报时限',
          tells: ['office'],
        },
      },
    },
    published: { label: '已通报', is: 'resting', step: 2 },
    closed: { label: '已查收', is: 'end', step: 3 },
  },
  parties,
  clocks: {
    publish: {
      label: '通报',
      stages: [{ limit: { parameter: 'dispatch.publish' }, asks: 'notePublishLate' }],
      runs: ['collecting'],
      basis: '本市参数，可在设置中修改',
    },
  },
  mainClock: 'publish',
  facts: figureFacts,
  rules,
  setters: { ...setters, actsAsSuperior },
  counters: {
    opened: { label: '发起调度', on: { start: true } },
    asked: { label: '调度到的单位', party: 'subordinate', counts: () => true },
    lapsed: {
      label: '逾期未报的单位',
      party: 'subordinate',
      counts: (party) => party.state === 'lapsed',
    },
  },
  parameters: {
    'dispatch.publish': limitParameter('调度通报时限', { qty: 20, unit: 'working-day' }, basis),
  },
})
