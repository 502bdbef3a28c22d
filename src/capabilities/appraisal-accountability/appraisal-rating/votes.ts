import { type BallotTotal, totalsIn } from '../../../kernel/ballot.ts'
import type { FactRow } from '../../../kernel/fact.ts'
import { isGiven, listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Context } from '../../../kernel/kind.ts'
import { ballot } from '../appraisal-meeting/ballot.ts'
import { committeeFor } from '../reviewing.ts'

/**
 * What the counted votes of the committee's meetings say of the unit, a line for each: material for
 * who rates it, and never a grade. A vote of fewer than five has told its meeting nothing.
 */
export function votesOf(context: Context): string | null {
  const { input, facts } = context
  const line = `report:${numberOf(input, 'unit') ?? 0}`
  const said = (facts['meetings']?.rows ?? [])
    .filter((meeting) => isMeant(meeting, context))
    .toSorted((a, b) => startOf(a) - startOf(b))
    .flatMap((meeting) => {
      const own = totalsIn(listOf(meeting.fields, 'tally')).filter((total) => total.line === line)
      return own.length === 0 ? [] : [`${turnout(meeting)}：${own.map(words).join('，')}`]
    })
  return said.length === 0 ? null : said.join('\n')
}

/** The meeting that is named, or every one that the same committee held in the year. */
function isMeant({ id, fields }: FactRow, { input, actor, world }: Context): boolean {
  const host = committeeFor(world.directory, actor)?.id
  return fields['host'] === host && (!isGiven(input['meeting']) || input['meeting'] === id)
}

function startOf({ fields }: FactRow): number {
  return numberOf(fields, 'startAt') ?? 0
}

function turnout({ fields }: FactRow): string {
  const [handed, cast] = [numberOf(fields, 'handed') ?? 0, numberOf(fields, 'cast') ?? 0]
  return `${textOf(fields, 'day') ?? ''} 发出 ${handed} 票，收回 ${cast} 票`
}

function words({ choices, count }: BallotTotal): string {
  const labels = ballot.sheet
    .flatMap((question) => question.choices)
    .filter(({ value }) => choices.includes(value))
    .map(({ label }) => label)
  return `${labels.join('或')} ${count} 票`
}
