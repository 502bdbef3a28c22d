import { isGiven } from '../../../kernel/field.ts'
import { defineKind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { relations, seats, see } from './access.ts'
import { clocks, parameters } from './clocks.ts'
import { fields } from './fields.ts'
import { states } from './flow.ts'
import { parties } from './parties.ts'
import { receivingFacts } from './receiving.ts'
import { rules } from './rules.ts'
import { effects, setters } from './setters.ts'
import { starts } from './starts.ts'
import { whistlingFacts } from './whistling.ts'

/**
 * 接诉即办: a resident asks, the duty list says who is responsible, it is handled in time, and
 * the person who asked judges the outcome. The first unit to receive it leads; the street stays
 * responsible for what its offices and communities do.
 */
export const residentAppeal = defineKind({
  name: 'resident-appeal',
  label: '居民诉求',
  group: 'command-response',
  systems: ['swift-response'],
  version: 1,
  about: '居民、企业提出诉求，按履职清单派给负责的单位，限时办理、答复本人，由本人评价。',
  practices: ['swift-response'],
  fields,
  title: 'title',
  titleElse: 'detail',
  slots: { k1: 'category', k2: 'source', k3: 'primary', n1: 'lead', n2: 'desk', t1: 'answeredAt' },
  searched: ['title', 'detail', 'spot'],
  relations,
  see,
  reveal: ['desk', 'handler', 'caller'],
  revealRequires: ['handlerMayKnow'],
  seats,
  responsible: 'lead',
  complainedOf: 'complained',
  countedBy: 'category',
  starts,
  states,
  parties,
  clocks,
  mainClock: 'limit',
  archives: true,
  facts: {
    ...whistlingFacts,
    ...receivingFacts,
    item: { kind: 'duty-item', where: { id: { input: 'dutyItem' } }, want: 'first' },
    primary: { kind: 'resident-appeal', where: { id: { input: 'primary' } }, want: 'first' },
    merged: {
      kind: 'resident-appeal',
      where: { primary: { own: 'id' } },
      states: ['merged'],
      want: 'list',
    },
    heard: {
      kind: 'return-ruling',
      where: { appeal: { own: 'id' } },
      states: ['hearing'],
      want: 'list',
    },
    sameBefore: {
      kind: 'resident-appeal',
      where: { category: { input: 'category' }, community: { own: 'community' } },
      states: ['answered', 'calledBack', 'closed'],
      want: 'list',
    },
  },
  rules,
  setters,
  effects,
  claims: {
    sourceNumber: { label: '来源编号', fields: ['source', 'sourceNumber'], while: 'always' },
  },
  counters: {
    registered: { label: '受理', on: { start: true } },
    answered: { label: '答复', on: { enters: 'answered' } },
    returned: { label: '退单', on: { event: 'Returned' } },
    reopened: {
      label: '重办',
      on: { event: 'Judged' },
      when: (_, after) => after.state === 'handling' || after.state === 'raised',
    },
    late: { label: '超时', on: { event: 'RanLate' } },
    began: { label: '受理件', cohort: () => true },
    accepted: { label: '已派单件', cohort: (record) => record.fields['lead'] !== undefined },
    evaluated: { label: '已评价件', cohort: isCounted },
    responded: {
      label: '已响应件',
      cohort: (record) => isCounted(record) && record.fields['responded'] === true,
    },
    solved: {
      label: '已解决件',
      cohort: (record) => isCounted(record) && record.fields['solved'] === 'solved',
    },
    partly: {
      label: '部分解决件',
      cohort: (record) => isCounted(record) && record.fields['solved'] === 'partly',
    },
    everLate: { label: '曾超时件', cohort: (record) => record.fields['lateAt'] !== undefined },
    recurred: {
      label: '同地复发件',
      cohort: (record) => record.fields['recurrenceOf'] !== undefined,
    },
  },
  parameters,
})

/** Judged, and not left out of the rates by an exclusion. */
function isCounted({ fields: own }: Pick<RecordState, 'fields'>): boolean {
  return typeof own['solved'] === 'string' && !isGiven(own['exclusion'])
}
