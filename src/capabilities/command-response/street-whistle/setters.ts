import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context, Effect, EffectMaker, Setter, Setting } from '../../../kernel/kind.ts'
import { departmentsNamed, expectedParties, ownUnit, unitsIn } from './reading.ts'

/** What the commands of a whistle set besides the inputs they keep. */
export const setters: Readonly<Record<string, Setter>> = {
  blows: (context) => {
    const street = ownUnit(context)
    return street === undefined ? {} : { fields: { street } }
  },
  goesByOccasion: ({ input }) => ({ fields: { limitBy: input['occasion'] ?? null } }),
  callsThem: ({ input, record }) => {
    const departments = departmentsNamed(input)
    const peers = unitsIn(input, 'peers')
    return {
      fields: {
        called: [...unitsIn(record.fields, 'called'), ...departments],
        peers: [...unitsIn(record.fields, 'peers'), ...peers],
      },
      join: [
        ...departments.map((unit) => ({ role: 'department', unit })),
        ...peers.map((unit) => ({ role: 'peer', unit })),
      ],
    }
  },
  /** A key work's limit is its plan's date; other occasions keep theirs. */
  goesByPlan: ({ record, input }): Setting =>
    textOf(record.fields, 'occasion') !== 'keyWork' || textOf(input, 'planDueOn') === undefined
      ? {}
      : { fields: { limitBy: 'plan' }, clocks: { handling: 'recount' } },
  runsLate: ({ record, at }) => {
    const lead = numberOf(record.fields, 'lead')
    return {
      fields: {
        ...late(record.fields, lead),
        ...(record.fields['lateAt'] === undefined ? { lateAt: at } : {}),
      },
    }
  },
  /** What comes back after its limit is late, though it was handed in before. */
  countsSendingBack: ({ record, at }) => {
    const sentBack = (numberOf(record.fields, 'sentBack') ?? 0) + 1
    const isPast = record.clocks['handling']?.stages.every(({ fired }) => fired) === true
    const isNew = record.fields['lateAt'] === undefined
    return { fields: { sentBack, ...(isPast && isNew ? { lateAt: at } : {}) } }
  },
  keepsOwn: ({ input }) => ({ party: { ...input } }),
  statesArrival: ({ input, at, party }) => ({
    party: {
      ...input,
      arrivedAt: at,
      arrival: 'stated',
      inTime: party?.clocks['arrive']?.stages.some(({ fired }) => fired) !== true,
    },
  }),
  confirmsArrival: () => ({ party: { arrival: 'confirmed' } }),
  deniesArrival: ({ input }) => ({
    party: { ...input, arrival: 'disputed', arrivedAt: null, inTime: null, how: null },
  }),
  ruled: ({ input }) => ({ party: { ...input, ruled: true } }),
  leadLeaves: ({ record, party }) =>
    party?.unit === numberOf(record.fields, 'lead') ? { fields: { lead: null } } : {},
  marksLate: ({ record, party }) => ({ fields: late(record.fields, party?.unit) }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  opensEvaluations: ({ record }) =>
    expectedParties(record)
      .filter(({ role }) => role === 'department')
      .map(({ unit }) => ({
        open: 'department-evaluation',
        command: 'invite',
        place: record.place,
        input: { whistle: record.id, street: record.fields['street'] ?? null, department: unit },
        words: { title: record.title },
      })),
  opensSupervision: ({ record, input, words }) => [
    {
      open: 'supervision-order',
      command: 'orderForWhistle',
      place: record.place,
      input: {
        whistle: record.id,
        street: record.fields['street'] ?? null,
        unit: input['unit'] ?? null,
      },
      words: { title: record.title, matter: words['matter'] ?? '' },
    },
  ],
  tellsAppeal,
}

function tellsAppeal({ record }: Context): readonly Effect[] {
  const appeal = textOf(record.fields, 'appeal')
  return appeal === undefined
    ? []
    : [
        {
          ask: appeal,
          kind: 'resident-appeal',
          command: 'hearWhistle',
          input: { outcome: record.state, whistle: record.id },
        },
      ]
}

function late(fields: Values, unit: number | undefined): Values {
  const units = unitsIn(fields, 'lateUnits')
  return unit === undefined || units.includes(unit) ? {} : { lateUnits: [...units, unit] }
}
