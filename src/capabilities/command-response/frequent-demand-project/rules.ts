import { isEnded, narrowest } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { wholeMonths } from './periods.ts'

const basis = '高频民生诉求纳入“一把手”工程'

/** The rules a project's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  periodIsWhole: {
    says: '统计期应是已经结束的整月、整季、半年或整年',
    basis,
    input: true,
    holds: ({ input, at }) =>
      monthsIn(input, 'from', 'to') !== undefined && (textOf(input, 'to') ?? '') < dayOf(at),
  },
  demandIsHigh: {
    id: 'R021',
    says: '这一类诉求在这个地区、这个时期没有达到列入门槛',
    instead: '门槛在设置中写明；没有达到的，按日常诉求办理',
    basis,
    input: true,
    facts: ['before'],
    holds: (context) => (context.facts['before']?.count ?? 0) >= (thresholdNow(context) ?? 1),
  },
  leaderLeadsHere: {
    says: '领办书记应是这个地区的党委（街道党工委）书记',
    basis,
    input: true,
    holds: ({ input, record, world }) => {
      const unit = world.directory.units.get(numberOf(input, 'leader') ?? 0)
      return (
        unit !== undefined &&
        !isEnded(world.directory, unit) &&
        ['committee', 'street'].includes(unit.type) &&
        unit.area === narrowest(record.place)
      )
    },
  },
  isSecretary: {
    id: 'R021',
    says: '“一把手”工程由书记本人领办',
    basis,
    holds: ({ actor, world }) =>
      actor.by === 'post' &&
      (actor.post.role === 'secretary' ||
        world.directory.units.get(actor.post.unit)?.type === 'committee'),
  },
  leadServesHere: {
    says: '牵头单位不在这个地区，或已撤销',
    basis,
    input: true,
    holds: ({ input, record, world }) => {
      const unit = world.directory.units.get(numberOf(input, 'lead') ?? 0)
      const { city, district, street } = record.place
      return (
        unit !== undefined &&
        !isEnded(world.directory, unit) &&
        [city, district, street].includes(unit.area)
      )
    },
  },
  comparesLikeWithLike: {
    id: 'R021',
    says: '对比期要与统计期一样长，并在今天之后开始',
    instead: '统计期是一个季度的，对比期也选一个整季',
    basis,
    input: true,
    holds: ({ input, record, at }) =>
      monthsIn(input, 'compareFrom', 'compareTo') === monthsIn(record.fields, 'from', 'to') &&
      (textOf(input, 'compareFrom') ?? '') > dayOf(at),
  },
  demandHasFallen: {
    id: 'R021',
    says: '同类诉求没有下降，不能销号',
    instead: '请再治理一轮，或写明理由终止',
    basis,
    holds: ({ record }) =>
      (numberOf(record.fields, 'after') ?? Number.POSITIVE_INFINITY) <
      (numberOf(record.fields, 'before') ?? 0),
  },
}

export function thresholdNow({ world, at }: Context): number | undefined {
  const value = parameterAt(world, 'demand.threshold', at)?.value
  return typeof value === 'number' ? value : undefined
}

function monthsIn(values: Values, from: string, to: string): number | undefined {
  const first = textOf(values, from)
  const last = textOf(values, to)
  return first === undefined || last === undefined ? undefined : wholeMonths(first, last)
}
