import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Context, EffectMaker, Setter } from '../../../kernel/kind.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { dayMs } from '../../../kernel/time.ts'
import { excludingSetters } from './excluding.ts'
import { freeDesk, isComplained } from './reading.ts'
import { receivingEffects, receivingSetters } from './receiving.ts'
import { opensWhistle } from './whistling.ts'

const count = (values: Values, name: string) => numberOf(values, name) ?? 0
const recurrenceDays = 30

export const setters: Readonly<Record<string, Setter>> = {
  ...receivingSetters,
  ...excludingSetters,
  /** The desk is the unit that took it in; what comes by itself goes to the nearest desk. */
  findsDesk: (context) => {
    const desk = freeDesk(context)
    return desk === undefined ? {} : { fields: { desk } }
  },
  /** Who turns out to be complained of neither dispatches it nor helps with it any longer. */
  leavesTheComplained: (context) => {
    const desk = context.input['complained'] === undefined ? undefined : freeDesk(context)
    if (desk === undefined) return {}
    const leave = context.record.parties.filter(({ unit }) => isComplained(context, unit))
    const recalled = numberOf(context.record.fields, 'lead')
    const isOut = recalled !== undefined && isComplained(context, recalled)
    return {
      fields: { desk, ...(isOut ? { lead: null } : {}) },
      leave: leave.map(({ role, unit }) => ({ role, unit })),
    }
  },
  comesByWeb: () => ({ fields: { channel: 'web' } }),
  /** What another system had answered came without its asker's judgement. */
  comesAnswered: ({ input }) =>
    input['publicAnswer'] === undefined ? {} : { fields: { outcome: 'unjudged' } },
  linksRecurrence: ({ facts, at, record }) => {
    const before = facts['sameBefore']?.rows.find((row) => {
      const answered = numberOf(row.fields, 'answeredAt')
      return (
        row.id !== record.id &&
        row.openedAt < record.openedAt &&
        answered !== undefined &&
        at - answered <= recurrenceDays * dayMs
      )
    })
    return before === undefined ? {} : { fields: { recurrenceOf: before.id } }
  },
  countsReturn: ({ record }) => ({ fields: { returns: count(record.fields, 'returns') + 1 } }),
  isRuledNow: () => ({ fields: { ruled: true } }),
  countsAttempt: ({ record }) => ({ fields: { attempts: count(record.fields, 'attempts') + 1 } }),
  notesContact: ({ at }) => ({ fields: { contactedAt: at } }),
  joinsOffice: ({ input }) => join('office', numberOf(input, 'office'), input),
  joinsCommunity: ({ input }) => join('assist', numberOf(input, 'community'), input),
  joinsDepartment: ({ input }) => join('co', numberOf(input, 'department'), input),
  leavesParty: ({ input, record }) => {
    const parties = record.parties.filter(({ unit }) => unit === input['unit'])
    return { leave: parties.map(({ role, unit }) => ({ role, unit })) }
  },
  /** Another lead calls its own: what the former one had called leaves with it. */
  partiesLeave: ({ record }) => ({
    leave: record.parties.map(({ role, unit }) => ({ role, unit })),
  }),
  asksExtension: () => ({ fields: { extension: 'asked' } }),
  grantsExtension: ({ record }) => {
    const extend = asLimit(record.fields['extensionLimit'])
    const granted = { fields: { extension: 'granted' } }
    return extend === undefined
      ? granted
      : { ...granted, clocks: { limit: { extend, words: '批准延期' } } }
  },
  refusesExtension: () => ({ fields: { extension: 'refused' } }),
  asksSuspension: () => ({ fields: { suspension: 'asked' } }),
  grantsSuspension: () => ({ fields: { suspension: 'granted' } }),
  refusesSuspension: () => ({ fields: { suspension: 'refused' } }),
  drafts: ({ actor }) => (actor.by === 'post' ? { fields: { draftedBy: actor.post.id } } : {}),
  answersNow: (context) => {
    const waits = context.record.state === 'handling' && headChecks(context)
    return waits ? {} : { fields: { answeredAt: context.at, judgedBy: null, solved: null } }
  },
  judgesByLink: (context) => judged(context, 'link'),
  judgesByCall: (context) => judged(context, 'call'),
  endsUnjudged: ({ record }) =>
    textOf(record.fields, 'solved') === undefined ? { fields: { outcome: 'unjudged' } } : {},
  raisesLevel: ({ record }) => ({
    fields: { raisedLevel: count(record.fields, 'raisedLevel') + 1 },
  }),
  runsLate: ({ record, at }) =>
    record.fields['lateAt'] === undefined ? { fields: { lateAt: at } } : {},
  movesPlace: ({ input, world }) => {
    const code = numberOf(input, 'area')
    const place = code === undefined ? undefined : placeOf(world.directory, code)
    return place === undefined ? {} : { place }
  },
  /** Another limit is counted from the same start, and an extension that was granted stays. */
  recountsLimit: ({ input, record }) => {
    if (input['limitClass'] === undefined) return {}
    const isExtended = textOf(record.fields, 'extension') === 'granted'
    const extend = isExtended ? asLimit(record.fields['extensionLimit']) : undefined
    if (extend === undefined) return { clocks: { limit: 'recount' } }
    return { clocks: { limit: { recount: true, extend, words: '批准延期' } } }
  },
  keepsTask: ({ input }) => ({ party: { ...input } }),
  takesAnswer: ({ at, input }) => ({
    fields: { ...input, answeredAt: at, judgedBy: null, solved: null },
  }),
  forgetsPrimary: () => ({ fields: { primary: null } }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  ...receivingEffects,
  opensWhistle,
  opensRuling: ({ record, input, words, actor }) =>
    count(record.fields, 'returns') <= 2
      ? []
      : [
          {
            open: 'return-ruling',
            command: 'request',
            place: record.place,
            input: {
              appeal: record.id,
              returner: actor.by === 'post' ? actor.post.unit : 0,
              ...picked(record.fields, ['category', 'dutyItem', 'complained']),
              ...picked(input, ['dutyItem']),
            },
            words: { title: record.title, claim: words['reason'] ?? '' },
          },
        ],
  opensInstruction: ({ record, input, words, actor }) => [
    {
      open: 'instruction',
      command: 'give',
      place: record.place,
      input: {
        about: record.id,
        leader: actor.by === 'post' ? actor.post.unit : 0,
        ...picked(input, ['unit', 'dueOn']),
      },
      words: { title: record.title, instruction: words['instruction'] ?? '' },
    },
  ],
  tellsMerged: ({ record, facts }) =>
    record.state !== 'answered'
      ? []
      : (facts['merged']?.rows ?? []).map((row) => ({
          ask: row.id,
          kind: 'resident-appeal',
          command: 'shareAnswer',
          input: picked(record.fields, ['publicAnswer', 'lead', 'category', 'limitClass']),
        })),
  /** Nothing is left to rule on once its appeal has ended. */
  endsRuling: ({ facts }) =>
    (facts['heard']?.rows ?? []).map((row) => ({
      ask: row.id,
      kind: 'return-ruling',
      command: 'drop',
      input: {},
    })),
  freesMerged: ({ facts }) =>
    (facts['merged']?.rows ?? []).map((row) => ({
      ask: row.id,
      kind: 'resident-appeal',
      command: 'standAlone',
      input: {},
    })),
}

function judged({ record, input }: Context, judgedBy: string) {
  const unsolved = input['solved'] === 'unsolved'
  return {
    fields: {
      judgedBy,
      ...(unsolved
        ? { reopenings: count(record.fields, 'reopenings') + 1 }
        : { outcome: input['solved'] ?? null }),
    },
  }
}

function join(role: string, unit: number | undefined, input: Values) {
  return unit === undefined ? {} : { join: [{ role, unit, fields: picked(input, ['task']) }] }
}

function headChecks({ record, world }: Context): boolean {
  const lead = numberOf(record.fields, 'lead')
  return lead !== undefined && world.directory.units.get(lead)?.headChecks === true
}

function picked(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name]
      return value === undefined || value === null ? [] : [[name, value]]
    }),
  )
}
