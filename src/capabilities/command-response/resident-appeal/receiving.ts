import { isGiven, textOf } from '../../../kernel/field.ts'
import type { Fact } from '../../../kernel/fact.ts'
import type { Command, Effect, EffectMaker, Relation, Rule, Setter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { fields, raised } from './fields.ts'
import { nearestDesk } from './reading.ts'

const { photos: _photos, ...said } = raised
const input = {
  reception: { ...fields.reception, required: true },
  ...said,
  category: fields.category,
} as const

/** Those who receive residents: they write down what is asked of them there, and it goes to a desk. */
export const receiver = {
  label: '接待单位',
  roles: ['clerk', 'dispatcher', 'head', 'leader', 'secretary', 'worker'],
  is: { unitType: ['committee', 'government', 'department', 'street', 'community'], over: 'place' },
} as const satisfies Relation

export const receive: Command = {
  label: '登记接待中提出的诉求',
  by: ['receiver'],
  input,
  requires: ['receptionIsOwn'],
  records: 'Received',
  says: '接待中提出，代为登记',
  keeps: Object.keys(input),
  sets: ['comesFromReception'],
  to: 'intake',
  effects: ['tellsRaised'],
  tells: ['desk'],
}

export const receivingFacts = {
  reception: {
    kind: 'field-reception',
    where: { id: { input: 'reception' } },
    states: ['receiving', 'concluded'],
    want: 'first',
  },
} as const satisfies Record<string, Fact>

export const receivingRules: Readonly<Record<string, Rule>> = {
  receptionIsOwn: {
    says: '只能登记本单位已经开始的接待中提出的诉求',
    instead: '请选本单位的接待；还没有开始的，先开始接待',
    basis: '“四下基层”接待中提出的诉求转入接诉即办',
    input: true,
    facts: ['reception'],
    holds: ({ facts, actor }) =>
      actor.by === 'post' && facts['reception']?.rows[0]?.fields['host'] === actor.post.unit,
  },
}

export const receivingSetters: Readonly<Record<string, Setter>> = {
  /** Whoever receives does not dispatch: it goes to the nearest desk that is not complained of. */
  comesFromReception: (context) => {
    const desk = nearestDesk(context)
    return { fields: { channel: 'visit', ...(desk === undefined ? {} : { desk }) } }
  },
}

export const receivingEffects: Readonly<Record<string, EffectMaker>> = {
  tellsRaised: ({ record }) => toReception(record, 'noteDemand'),
  /** R123: an end without an answer solves nothing. */
  tellsSolved: ({ record }) =>
    record.state === 'closed' && isGiven(record.fields['publicAnswer'])
      ? toReception(record, 'noteSolved')
      : [],
}

function toReception(record: RecordState, command: string): readonly Effect[] {
  const ask = textOf(record.fields, 'reception')
  if (ask === undefined) return []
  return [{ ask, kind: 'field-reception', command, input: { appeal: record.id } }]
}
