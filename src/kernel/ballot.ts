import { type Fields, listOf, numberOf, type Option, type Value, type Values } from './field.ts'
import type { RecordState } from './record.ts'

/** A vote held on a record, by slips that nobody can tie to whoever used one. */
export type BallotShape = {
  readonly label: string
  /** States in which voting goes on. Each offers `tally` to the system. */
  readonly opens: readonly string[]
  /** States in which nobody votes any more, and what was cast is still counted. */
  readonly counts?: readonly string[]
  /** Relations that open the poll, print its slips and close it. */
  readonly by: readonly string[]
  /** Relations that may read all its totals once it is closed. */
  readonly reads: readonly string[]
  /** The number field that says how many may vote: so many slips are made. */
  readonly eligible: string
  readonly sheet: readonly BallotQuestion[]
  /** The command by which the record is told at closing, asked as an effect with `cast`, `handed`
   *  and `tally`. */
  readonly tally: string
}

export type BallotQuestion = {
  readonly name: string
  readonly label: string
  /** In their order, the best first: what too few chose is told together with its neighbour. */
  readonly choices: readonly Option[]
  /** A line for each party of a role, in these states, or for each value of a field, instead of a
   *  single one. */
  readonly each?:
    | { readonly parties: string; readonly states?: readonly string[] }
    | { readonly field: string }
}

export type BallotLine = {
  readonly key: string
  readonly label: string
  readonly choices: readonly Option[]
}

/** How many gave one of these choices on a line. */
export type BallotTotal = {
  readonly line: string
  readonly choices: readonly string[]
  readonly count: number
}

/** What a tally command takes. The totals stand in the event; they are read where the vote's own
 *  readers look, so that no timeline shows them to everybody who sees the record. */
export const tallyFields = {
  cast: { type: 'number', label: '收回票数' },
  handed: { type: 'number', label: '发出票数' },
  tally: { type: 'choices', label: '测评结果', seenBy: [] },
} as const satisfies Fields

/** A number of votes smaller than this is told of nobody. */
export const fewestVotes = 5

/** The lines of the sheet as the record stands. Parties come by their unit's number, so that the
 *  sheet puts nobody first. */
export function ballotLines(
  { sheet }: BallotShape,
  record: Pick<RecordState, 'parties' | 'fields'>,
  unitName: (unit: number) => string,
): readonly BallotLine[] {
  return sheet.flatMap(({ name, label, choices, each }) => {
    if (each === undefined) return [{ key: name, label, choices }]
    if ('field' in each)
      return listOf(record.fields, each.field)
        .filter((value) => typeof value === 'string' || typeof value === 'number')
        .map((value) => ({ key: `${name}:${value}`, label: `${label}：${value}`, choices }))
    return record.parties
      .filter(({ role, state }) => role === each.parties && each.states?.includes(state) !== false)
      .toSorted((a, b) => a.unit - b.unit)
      .map(({ unit }) => ({
        key: `${name}:${unit}`,
        label: `${label}：${unitName(unit)}`,
        choices,
      }))
  })
}

/** What a tally command is told. Totals are texts, so that they stand in the event as they were
 *  counted: 'report:12=good+better=23'. */
export function tallyInput(
  totals: readonly BallotTotal[],
  turnout: { readonly cast: number; readonly handed: number },
): Values {
  return {
    ...turnout,
    tally: totals.map(({ line, choices, count }) => `${line}=${choices.join('+')}=${count}`),
  }
}

/** The totals as they were counted, out of what a tally command was told. */
export function totalsIn(tally: readonly Value[]): readonly BallotTotal[] {
  return tally.flatMap((one) => {
    const told = typeof one === 'string' ? /^(.+)=([^=]+)=(\d+)$/.exec(one) : null
    const [, line = '', choices = '', count = ''] = told ?? []
    return told === null ? [] : [{ line, choices: choices.split('+'), count: Number(count) }]
  })
}

/** How many slips a record makes; nothing when its number is missing or not to be voted with. */
export function slipsFor(shape: BallotShape, fields: Values): number | undefined {
  const count = numberOf(fields, shape.eligible)
  return count === undefined || !Number.isInteger(count) || count < 1 || count > mostSlips
    ? undefined
    : count
}

/** True when an open poll may be counted while its record is in that state. */
export function isCounted({ opens, counts = [] }: BallotShape, state: string): boolean {
  return opens.includes(state) || counts.includes(state)
}

const mostSlips = 2000
