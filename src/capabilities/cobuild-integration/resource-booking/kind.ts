import { areaHolds } from '../../../kernel/area-tree.ts'
import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind } from '../../../kernel/kind.ts'
import { dayOf, isDay, weekdayOf } from '../../../kernel/time.ts'
import {
  communityHere,
  dayParts,
  liesAhead,
  liesWith,
  sharing,
  staff,
  unitOf,
} from '../market-parts.ts'

const basis = '资源写明时段和条件，范围内的社区都可以预约，不重复预约'

const fields = {
  resource: { type: 'record', of: 'unit-resource', label: '资源', required: true },
  day: { type: 'day', label: '日期', required: true },
  slot: { type: 'choice', label: '时段', required: true, options: dayParts },
  purpose: { type: 'text', label: '用来做什么', required: true, min: 2, max: 60 },
  community: { type: 'unit', label: '预约社区' },
  owner: { type: 'unit', label: '提供单位' },
  people: { type: 'number', label: '参加人数', min: 0, max: 100_000 },
  rating: {
    type: 'choice',
    label: '评价',
    options: [
      { value: 'good', label: '好' },
      { value: 'fair', label: '一般' },
      { value: 'poor', label: '差' },
    ],
  },
  words: { type: 'code', label: '使用情况', max: 300 },
  reason: { type: 'text', label: '理由', max: 200 },
} as const

const wanted = {
  resource: fields.resource,
  day: fields.day,
  slot: fields.slot,
  purpose: fields.purpose,
} as const
const use = {
  people: { ...fields.people, required: true },
  rating: { ...fields.rating, required: true },
  words: fields.words,
} as const

const found = ({ facts }: Context) => facts['resource']?.rows[0]

/** 资源预约: a community books an opened resource for a part of a day; nobody else has it then. */
export const resourceBooking = defineKind({
  name: 'resource-booking',
  label: '资源预约',
  group: 'cobuild-integration',
  systems: ['resource-sharing'],
  version: 1,
  about: '社区预约单位开放的资源：某天某个时段只归一家，用过以后记人数、写评价。',
  fields,
  title: 'purpose',
  slots: { k1: 'resource', k2: 'slot', n1: 'owner', n2: 'community', t1: 'day' },
  searched: ['purpose'],
  relations: {
    communityHere,
    community: { label: '预约社区', roles: staff, is: { seat: 'community' } },
    owner: { label: '提供单位', roles: staff, is: { seat: 'owner' } },
    street: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
  },
  see: ['community', 'owner', 'street'],
  seats: {
    community: { label: '预约社区', is: { field: 'community' } },
    owner: { label: '提供单位', is: { field: 'owner' } },
  },
  responsible: 'community',
  starts: {
    book: {
      label: '预约资源',
      by: ['communityHere'],
      input: wanted,
      requires: ['liesInItsScope', 'isOpenThen', 'dayIsAhead'],
      records: 'ResourceReserved',
      says: '预约 {day}',
      keeps: Object.keys(wanted),
      sets: ['seatsBoth'],
      facts: ['resource'],
      effects: ['tellsBooked'],
      to: 'booked',
      tells: ['owner'],
    },
  },
  states: {
    booked: {
      label: '已预约',
      is: 'working',
      step: 1,
      expects: [{ seat: 'community', command: 'noteUse', clock: 'use' }],
      commands: {
        noteUse: {
          label: '记使用情况',
          by: ['community'],
          input: use,
          requires: ['dayHasCome'],
          records: 'BookingUsed',
          says: '已使用，{people} 人参加',
          keeps: Object.keys(use),
          effects: ['tellsUsed'],
          to: 'used',
          tells: ['owner'],
        },
        cancel: {
          label: '取消预约',
          by: ['community'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'BookingCancelled',
          says: '取消预约：{reason}',
          keeps: ['reason'],
          to: 'cancelled',
          tells: ['owner'],
          grave: true,
        },
        decline: {
          label: '不能提供',
          by: ['owner'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'BookingDeclined',
          says: '不能提供：{reason}',
          keeps: ['reason'],
          to: 'declined',
          tells: ['community'],
          grave: true,
        },
        noteUnused: {
          label: '没有记使用情况',
          by: ['clock'],
          records: 'BookingUseUntold',
          says: '预约的日子已过，还没有记使用情况',
          tells: ['community'],
        },
      },
    },
    used: { label: '已使用', is: 'end', step: 2 },
    cancelled: { label: '已取消', is: 'end', step: 2 },
    declined: { label: '未提供', is: 'end', step: 2 },
  },
  clocks: {
    use: {
      label: '使用',
      stages: [{ limit: { until: 'day' }, asks: 'noteUnused' }],
      runs: ['booked'],
      basis,
    },
  },
  mainClock: 'use',
  facts: {
    resource: { kind: 'unit-resource', where: { id: { input: 'resource' } }, want: 'first' },
  },
  rules: {
    liesInItsScope: {
      id: 'R132',
      says: '这项资源不向本社区开放',
      instead: '可以请提供单位扩大开放范围，或选别的资源',
      basis,
      input: true,
      facts: ['resource'],
      holds: (context) => {
        const { directory } = context.world
        const scope = found(context)?.fields['scope']
        const own = directory.units.get(unitOf(context.actor) ?? 0)?.area
        return typeof scope === 'number' && own !== undefined && areaHolds(directory, scope, own)
      },
    },
    isOpenThen: {
      id: 'R132',
      says: '资源在这一天的这个时段不开放',
      instead: '请按资源的开放日和开放时段预约',
      basis,
      input: true,
      facts: ['resource'],
      holds: (context) => {
        const resource = found(context)
        const day = textOf(context.input, 'day') ?? ''
        if (resource?.state !== 'open' || !isDay(day)) return false
        const { until } = resource.fields
        return (
          listOf(resource.fields, 'weekdays').includes(String(weekdayOf(day))) &&
          listOf(resource.fields, 'hours').includes(textOf(context.input, 'slot') ?? '') &&
          (typeof until !== 'string' || until === '' || day <= until)
        )
      },
    },
    dayIsAhead: liesAhead('day', '不能预约过去的日子', ({ at }) => dayOf(at)),
    dayHasCome: {
      says: '还没到预约的日子',
      basis: sharing,
      holds: ({ record, at }) => (textOf(record.fields, 'day') ?? '') <= dayOf(at),
    },
  },
  setters: {
    seatsBoth: (context) => {
      const community = unitOf(context.actor)
      const owner = numberOf(found(context)?.fields ?? {}, 'unit')
      return {
        fields: { community: community ?? null, owner: owner ?? null },
        ...liesWith(context, community),
      }
    },
  },
  effects: { tellsBooked: told('noteBooked'), tellsUsed: told('noteUsed') },
  claims: {
    slot: {
      label: '这一天这个时段的资源',
      fields: ['resource', 'day', 'slot'],
      while: 'always',
      states: ['booked', 'used'],
    },
  },
  counters: {
    booked: { label: '预约', cohort: () => true },
    used: { label: '按预约使用', cohort: ({ state }) => state === 'used' },
  },
})

function told(command: string) {
  return ({ record }: Context) => {
    const ask = textOf(record.fields, 'resource')
    return ask === undefined ? [] : [{ ask, kind: 'unit-resource', command, input: {} }]
  }
}
