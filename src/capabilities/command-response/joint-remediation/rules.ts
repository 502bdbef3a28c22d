import { isEnded, covers } from '../../../kernel/directory.ts'
import { isGiven, listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'

const basis = '吹哨后的集中整治'

/** The rules a campaign's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  daysRunForward: {
    id: 'R017',
    says: '结束日期不能早于开始日期，也不能早于今天',
    basis: '整治天数 = 结束日期 − 开始日期 + 1',
    input: true,
    holds: ({ input, record, at }) => {
      const end = textOf(input, 'endOn') ?? ''
      const start = textOf(input, 'startOn') ?? textOf(record.fields, 'startOn') ?? ''
      return end >= start && end >= dayOf(at)
    },
  },
  whistleIsOwn: {
    says: '这个哨不存在，或不是本街道吹的',
    basis,
    input: true,
    facts: ['whistle'],
    holds: ({ input, facts, actor }) =>
      !isGiven(input['whistle']) ||
      (actor.by === 'post' && facts['whistle']?.rows[0]?.fields['street'] === actor.post.unit),
  },
  unitsServeHere: {
    says: '参加单位要管到这个地方，不能重复，也不能是牵头街道自己',
    basis,
    input: true,
    holds: (context) => {
      const called = listOf(context.input, 'units')
      return (
        new Set(called).size === called.length &&
        called.every((unit) => typeof unit === 'number' && mayJoin(context, unit))
      )
    },
  },
  isParty: {
    says: '这个单位没有参加整治',
    basis,
    input: true,
    holds: ({ record, input }) =>
      record.parties.some(({ unit }) => unit === numberOf(input, 'unit')),
  },
  isWithinTheDays: {
    says: '日期不在整治期内',
    basis,
    input: true,
    holds: ({ input, record }) => {
      const day = textOf(input, 'day') ?? ''
      return (
        day >= (textOf(record.fields, 'startOn') ?? '') &&
        day <= (textOf(record.fields, 'endOn') ?? '')
      )
    },
  },
  isNotAhead: {
    says: '还没到的日子不能记',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'day') ?? '') <= dayOf(at),
  },
  someAreUnsolved: {
    says: '问题清单上没有未解决的',
    basis,
    holds: ({ record }) =>
      (numberOf(record.fields, 'solved') ?? 0) < (numberOf(record.fields, 'problems') ?? 0),
  },
  hasEnded: {
    id: 'R017',
    says: '整治还没有结束，结束日期之后才听取居民、商户意见',
    basis: '意见在结束之后听取，不在之前',
    holds: ({ record, at }) => dayOf(at) > (textOf(record.fields, 'endOn') ?? '9999'),
  },
}

function mayJoin({ world, record, actor }: Context, id: number): boolean {
  const unit = world.directory.units.get(id)
  const street = numberOf(record.fields, 'street') ?? (actor.by === 'post' ? actor.post.unit : 0)
  return (
    unit !== undefined &&
    !isEnded(world.directory, unit) &&
    id !== street &&
    covers(unit.area, record.place) &&
    record.parties.every((party) => party.unit !== id)
  )
}
