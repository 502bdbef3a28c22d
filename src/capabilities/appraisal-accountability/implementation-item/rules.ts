import { areaHolds } from '../../../kernel/area-tree.ts'
import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { isLater, isNotTheReporter, namesThoseBelow } from '../accountable.ts'
import { basis } from './fields.ts'

export const rules: Readonly<Record<string, Rule>> = {
  unitIsBelow: namesThoseBelow('unit'),
  dueIsAhead: isLater('dueOn', '落实期限应在今天之后', basis),
  doersAreBelow: {
    says: '承担单位应是落实单位辖区内的其他单位',
    instead: '自己落实的，不用选承担单位',
    basis,
    input: true,
    holds: ({ input, record, world: { directory } }) => {
      const unit = numberOf(record.fields, 'unit')
      const own = directory.units.get(unit ?? 0)?.area ?? 0
      return listOf(input, 'units').every(
        (doer) =>
          typeof doer === 'number' &&
          doer !== unit &&
          areaHolds(directory, own, directory.units.get(doer)?.area ?? 0),
      )
    },
  },
  doersAreDone: {
    says: '还有承担单位没有完成',
    instead: '请先催承担单位办完',
    basis,
    holds: ({ record }) => record.parties.every(({ state }) => state === 'done'),
  },
  byAnother: {
    says: '报落实情况的人不能自己核实、自己“回头看”',
    instead: '请其他同志核实',
    basis,
    holds: isNotTheReporter,
  },
  lookIsAhead: {
    ...isLater('lookOn', '回头看日期应在今天之后', basis),
    id: 'R047',
  },
  lookDayCame: {
    id: 'R047',
    says: '还没有到“回头看”的日子，不能认定落实到位',
    instead: '提前发现没有落实的，可以直接判为没有落实',
    basis,
    holds: ({ record, at }) => (textOf(record.fields, 'lookOn') ?? '9') <= dayOf(at),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  isLate: () => ({ fields: { late: 'late' } }),
  keepsDone: ({ input }) => ({ party: { done: input['done'] ?? null } }),
  /** R047: whatever is closed is looked at again on a day, also where nobody named one. */
  setsLookDay: ({ input, world, at }) => {
    if (textOf(input, 'lookOn') !== undefined) return {}
    const days = parameterAt(world, 'item.lookAfter', at)?.value
    return { fields: { lookOn: addDays(dayOf(at), typeof days === 'number' ? days : 0) } }
  },
  countsFailure: ({ record }) => ({
    fields: {
      lookOn: null,
      result: null,
      failures: (numberOf(record.fields, 'failures') ?? 0) + 1,
    },
  }),
}
