import {
  type BallotLine,
  type BallotTotal,
  fewestVotes,
  isCounted,
  slipsFor,
} from '../../../kernel/ballot.ts'
import { castSoFar, type Poll, pollOf } from '../../ballots/poll.ts'
import type { HttpDeps } from '../deps.ts'
import { cityOf } from '../who.ts'
import type { AtBallot } from './at-ballot.ts'

/** What may be known of a vote now: before the count about how many cast, and nothing of what. */
export async function ballotView(deps: HttpDeps, { record, shape, standing }: AtBallot) {
  const { city } = cityOf(deps)
  const poll = await pollOf(deps.db.read, { city, record: record.id })
  const isOpen = shape.opens.includes(record.state)
  const mayRun = shape.by.some((one) => standing.has(one))
  const mayRead = shape.reads.some((one) => standing.has(one))
  return {
    label: shape.label,
    mayRun: mayRun && isOpen,
    mayCount: mayRun && isCounted(shape, record.state),
    eligible: slipsFor(shape, record.fields),
    poll: poll && {
      made: poll.made,
      handed: poll.handed,
      cast: poll.isClosed ? poll.cast : inSteps(await castSoFar(deps.db.read, city, poll.id)),
      isClosed: poll.isClosed,
      isLost: !poll.isClosed && (await deps.ballotKeys.of(poll.id)) === undefined,
      tooFew: poll.isClosed && (poll.cast ?? 0) < fewestVotes,
      lines: poll.isClosed && mayRead ? linesOf(poll) : undefined,
    },
  }
}

/** Whoever watches the count grow by one knows who has just voted, and by counting then and there
 *  could set one vote apart: it is told in steps. */
function inSteps(cast: number): number | undefined {
  return cast < step ? undefined : cast - (cast % step)
}

const step = 5

function linesOf({ lines, totals }: Poll) {
  return lines.map((line) => ({
    label: line.label,
    totals: totals.filter((one) => one.line === line.key).map((one) => totalWords(line, one)),
  }))
}

function totalWords({ choices }: BallotLine, { choices: chosen, count }: BallotTotal) {
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return { label: labels.join('或'), count }
}
