import { placeOf } from '../../../kernel/directory.ts'
import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter, type Setter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import { cityMaySet, staff } from '../accountable.ts'
import { basis, fields } from './fields.ts'
import { states } from './flow.ts'

const announced = {
  title: fields.title,
  sort: fields.sort,
  leader: fields.leader,
  onDay: fields.onDay,
  hours: fields.hours,
  spot: fields.spot,
} as const

/**
 * 四下基层: a reception, a visit or work on the spot, announced to everybody. Who came is a count;
 * what they asked for goes on as appeals, and is solved when those are closed with an answer.
 */
export const fieldReception = defineKind({
  name: 'field-reception',
  label: '下基层接待',
  group: 'appraisal-accountability',
  systems: ['four-grassroots'],
  version: 1,
  about: '领导班子成员接访、下访、调研、现场办公：先预告，只记人次，提出的诉求转入接诉即办并跟踪。',
  fields,
  title: 'title',
  slots: { k1: 'sort', n1: 'host', t1: 'onDay' },
  searched: ['title', 'spot'],
  relations: {
    announcer: {
      label: '接待单位',
      roles: staff,
      is: {
        unitType: ['committee', 'government', 'department', 'street', 'community'],
        over: 'place',
      },
    },
    host: { label: '接待单位', roles: staff, is: { seat: 'host' } },
    anybody: { label: '各单位', is: { anyone: 'post' } },
  },
  see: ['anybody'],
  seats: { host: { label: '接待单位', is: { field: 'host' } } },
  responsible: 'host',
  starts: {
    announce: {
      label: '预告接待',
      by: ['announcer'],
      input: announced,
      requires: ['isAhead'],
      records: 'ReceptionAnnounced',
      says: '{onDay} {hours} 在 {spot} 接待',
      keeps: Object.keys(announced),
      sets: ['liesAtHost'],
      to: 'announced',
    },
  },
  states,
  clocks: {
    day: {
      label: '接待',
      stages: [{ limit: { until: 'onDay' }, asks: 'noteUnheld' }],
      runs: ['announced'],
      restarts: ['ReceptionMoved'],
      basis,
    },
    conclude: {
      label: '小结',
      stages: [{ limit: { parameter: 'reception.conclude' }, asks: 'noteUnconcluded' }],
      runs: ['receiving'],
      basis: cityMaySet,
    },
  },
  mainClock: 'day',
  facts: {
    appeal: {
      kind: 'resident-appeal',
      where: { id: { input: 'appeal' } },
      states: ['closed'],
      want: 'first',
    },
  },
  rules: {
    isAhead: {
      says: '接待日期不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'onDay') ?? '') >= dayOf(at),
    },
    isClosedWithAnswer: {
      id: 'R123',
      says: '这件诉求还没有答复办结，不能算解决',
      basis: '诉求以答复并办结为准',
      input: true,
      facts: ['appeal'],
      holds: ({ facts, record }) => {
        const appeal = facts['appeal']?.rows[0]
        return appeal?.fields['reception'] === record.id && isGiven(appeal.fields['publicAnswer'])
      },
    },
  },
  setters: {
    liesAtHost: ({ actor, world }) => {
      if (actor.by !== 'post') return {}
      const { unit } = actor.post
      const place = placeOf(world.directory, world.directory.units.get(unit)?.area ?? 0)
      return { fields: { host: unit }, ...(place === undefined ? {} : { place }) }
    },
    /** R123: whoever comes again comes again: attendances, not persons. */
    countsAttendances: ({ record, input }) =>
      adds(record, 'attendances', numberOf(input, 'people') ?? 0),
    countsDemand: ({ record }) => adds(record, 'raised', 1),
    countsSolved: ({ record }) => adds(record, 'solved', 1),
  },
  counters: {
    held: { label: '接访下访场次', on: { event: 'ReceptionBegun' } },
    attendances: { label: '接访下访人次', cohort: (record) => count(record, 'attendances') },
    raised: { label: '提出诉求', cohort: (record) => count(record, 'raised') },
    solved: { label: '解决诉求', cohort: (record) => count(record, 'solved') },
  },
  parameters: {
    'reception.conclude': limitParameter('接待小结时限', { qty: 3, unit: 'working-day' }),
  },
})

function count({ fields: own }: RecordState, name: string): number {
  return numberOf(own, name) ?? 0
}

function adds(record: RecordState, name: string, more: number): ReturnType<Setter> {
  return { fields: { [name]: count(record, name) + more } }
}
