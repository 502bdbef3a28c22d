import type { FactRow } from '../../../kernel/fact.ts'
import {
  isGiven,
  listOf,
  numberOf,
  textOf,
  type Value,
  type Values,
} from '../../../kernel/field.ts'
import type { Context, EffectMaker, Setter } from '../../../kernel/kind.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { actsForCommittee, unitOf } from '../reviewing.ts'

export const setters: Readonly<Record<string, Setter>> = {
  actsForCommittee,
  keepsDay: ({ input, record }) => ({
    fields: { day: dayOf(numberOf(input, 'startAt') ?? numberOf(record.fields, 'startAt') ?? 0) },
  }),
  listsUnits: ({ record, input }) => ({
    join: newUnits(record, input).map((unit, at) => ({
      role: 'reporter',
      unit,
      fields: { form: textOf(input, 'form') ?? 'onsite', order: lastOrder(record) + at + 1 },
    })),
  }),
  /** Whoever's report was reviewed in the cycle speaks to it, though they were listed before. */
  listsReports: ({ record, facts }) => {
    const found = unlisted(record, facts['reports']?.rows ?? []).toReversed()
    const filled = found.flatMap(({ unit, report, own }) =>
      own === undefined ? [] : [{ role: 'reporter', unit, fields: { ...own.fields, report } }],
    )
    const added = found
      .filter(({ own }) => own === undefined)
      .map(({ unit, report, form }, at) => ({
        role: 'reporter',
        unit,
        fields: { form, report, order: lastOrder(record) + at + 1 },
      }))
    return { join: [...filled, ...added] }
  },
  isWritten: () => ({ party: { form: 'written' } }),
  isOnsiteAgain: () => ({ party: { form: 'onsite' } }),
  keepsOrder: ({ input }) => ({ party: { order: numberOf(input, 'order') ?? null } }),
  keepsComment: ({ input }) => ({
    party: { comment: input['comment'] ?? null, problems: input['problems'] ?? null },
  }),
  keepsOpinion: ({ input }) => ({ party: { ...input } }),
  joinsFromAbove: ({ actor }) => {
    const unit = unitOf(actor)
    return unit === undefined ? {} : { join: [{ role: 'observer', unit }] }
  },
  keepsOpening: ({ at }) => ({ fields: { openedAt: at } }),
  /** R048: where every meeting is to be attended, one that was not stands in a list of its own. */
  keepsFinish: (context) => ({
    fields: { finishedAt: context.at, attendance: attendanceOf(context) },
  }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  opensProblems: ({ record, party, words }) =>
    problemLines(words).map((title) => ({
      open: 'appraisal-problem',
      command: 'name',
      input: {
        source: 'comment',
        meeting: record.id,
        unit: party?.unit ?? null,
        ...picked(record.fields, ['host', 'office', 'year']),
        ...picked(party?.fields ?? {}, ['report']),
      },
      words: { title },
    })),
  presentsReport: ({ party }) => ofReport(party, ['wasPresented']),
  excusesReport: ({ party }) => ofReport(party, ['wasExcused']),
  /** A written report is told by being commented on. */
  commentsReport: ({ party }) =>
    ofReport(
      party,
      party?.fields['form'] === 'written' ? ['wasPresented', 'wasCommented'] : ['wasCommented'],
    ),
}

function ofReport(party: Party | undefined, commands: readonly string[]) {
  const ask = textOf(party?.fields ?? {}, 'report')
  if (ask === undefined) return []
  // The meeting's list says how it was told in the end, not what was planned at the review.
  const form = picked(party?.fields ?? {}, ['form'])
  return commands.map((command) => ({
    ask,
    kind: 'secretary-report',
    command,
    input: command === 'wasPresented' ? form : {},
  }))
}

type Unlisted = {
  readonly unit: number
  readonly report: string
  readonly form: string
  /** The reporter as listed, without a report. */
  readonly own: Party | undefined
}

/** Reports made to the meeting's own committee that no reporter of the list speaks to yet. */
export function unlisted(record: RecordState, rows: readonly FactRow[]): readonly Unlisted[] {
  return rows.flatMap(({ id, fields }) => {
    const unit = numberOf(fields, 'reporter')
    if (unit === undefined || fields['host'] !== record.fields['host']) return []
    const own = record.parties.find((one) => one.unit === unit)
    const isOpen =
      own === undefined ||
      (own.role === 'reporter' && own.state === 'listed' && own.fields['report'] === undefined)
    return isOpen ? [{ unit, report: id, form: textOf(fields, 'form') ?? 'onsite', own }] : []
  })
}

/** The problems of a comment: one a line. */
export function problemLines(words: Readonly<Record<string, string>>): readonly string[] {
  return (words['problems'] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Units of an input that are no reporters yet. */
export function newUnits(record: RecordState, input: Values): readonly number[] {
  const units = listOf(input, 'units').filter((one) => typeof one === 'number')
  return [...new Set(units)].filter((unit) => !record.parties.some((one) => one.unit === unit))
}

/** Who sat in and said nothing of what they saw does not count as having attended. */
export function wasRemarkedOn({ parties }: RecordState): boolean {
  return parties.some((one) => one.role === 'observer' && isGiven(one.fields['opinion']))
}

function isAttended({ parties }: RecordState): boolean {
  return parties.some((one) => one.role === 'observer' && one.state === 'attended')
}

function attendanceOf({ record, world, at }: Context): string {
  if (isAttended(record)) return 'attended'
  const asked = parameterAt(world, 'appraisal.fullAttendance', at)?.value
  return asked === 'all' || asked === record.fields['scope'] ? 'missing' : 'free'
}

function lastOrder({ parties }: RecordState): number {
  return Math.max(0, ...parties.map((one) => numberOf(one.fields, 'order') ?? 0))
}

function picked(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name): (readonly [string, Value])[] => {
      const value = values[name]
      return value === undefined || value === null ? [] : [[name, value]]
    }),
  )
}
