import type { FastifyRequest } from 'fastify'
import { maySee } from '../../../kernel/access.ts'
import type { BallotShape } from '../../../kernel/ballot.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { standingOf } from '../../../kernel/standing.ts'
import { loadRecord } from '../../store/load.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { absent, notAllowed, notVisible } from '../errors.ts'
import { actorOf, cityOf, signedIn } from '../who.ts'
import { uuidShape } from '../wire.ts'

export type AtBallot = {
  readonly session: Session
  readonly kind: Kind
  readonly record: RecordState
  readonly shape: BallotShape
  readonly standing: ReadonlySet<string>
}

/** The vote of a record, for who runs it or may read its totals. */
export async function atBallot(deps: HttpDeps, request: FastifyRequest): Promise<AtBallot> {
  const session = await signedIn(deps, request)
  const { id } = request.params as { id: string }
  const { city, world } = cityOf(deps)
  const record = uuidShape.test(id) ? (await loadRecord(deps.db, city, id))?.record : undefined
  const kind = record && deps.registry.get(record.kind)
  if (record === undefined || kind === undefined) throw notVisible()
  const standing = standingOf(kind, { world, record, actor: actorOf(session) })
  if (!maySee(kind, standing)) throw notVisible()
  if (kind.ballot === undefined) throw absent('这件事没有测评')
  if (!looksAtBallot(kind, standing)) throw notAllowed('测评情况只给组织测评的单位看')
  return { session, kind, record, shape: kind.ballot, standing }
}

/** True when whoever stands so has to do with the vote of such a record. */
export function looksAtBallot({ ballot }: Kind, standing: ReadonlySet<string>): boolean {
  return [...(ballot?.by ?? []), ...(ballot?.reads ?? [])].some((one) => standing.has(one))
}
