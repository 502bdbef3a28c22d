import { fartherOf } from '../store/database.ts'
import type { HttpDeps } from './deps.ts'
import { cityIso } from './wire.ts'

export type Far<Deps> = {
  readonly deps: Deps
  /** The moment up to which everything is there, where a standby is read. */
  readonly dataAsOf: string | undefined
}

/** What the numbers of one answer are read with: all from the standby and marked with its age, or
 *  all from the primary. Never for what a decision rests on or what somebody just wrote. */
export function farDeps<Deps extends Pick<HttpDeps, 'db'>>(deps: Deps): Far<Deps> {
  const asOf = deps.db.standby?.asOf()
  return asOf === undefined
    ? { deps, dataAsOf: undefined }
    : { deps: { ...deps, db: fartherOf(deps.db) }, dataAsOf: cityIso(asOf) }
}

/** The mark on top of a sheet, with the age of what it holds. */
export function agedNote(note: string, dataAsOf: string | undefined): string {
  return dataAsOf === undefined ? note : `${note}；数据截至 ${dataAsOf.slice(11, 19)}`
}
