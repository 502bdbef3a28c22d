import type { HttpDeps, Session } from './deps.ts'
import { tookTooLong } from '../store/faults.ts'
import { busyWithReads, Refused, tooSlow } from './errors.ts'
import { NoPlace, openPlaces, type Places } from './places.ts'

/** Of eight connections for reading, of each sort at most so many, so that two are always left.
 *  Whoever waits, waits as long
 *  as a read may take; a sheet that is on its way is not broken off for others. */
const limits = { atOnce: 3, each: 2, waitMs: 16_000, patientMs: 90_000 }

const sorts = { lists: new WeakMap<object, Places>(), figures: new WeakMap<object, Places>() }

type Slow = {
  readonly sort: keyof typeof sorts
  readonly session: Session
  readonly isSheet?: boolean
}

/**
 * Does reads that no index bounds: a list with rare filters, words, a sheet, figures of many areas.
 * Each sort has a few places, or those of one person would take every connection from pages that are
 * ready in a moment.
 */
export async function slowly<T>(
  { db }: Pick<HttpDeps, 'db'>,
  { sort, session, isSheet = false }: Slow,
  read: () => Promise<T>,
): Promise<T> {
  const places = sorts[sort].get(db.read) ?? openPlaces(limits)
  sorts[sort].set(db.read, places)
  const waitMs = isSheet ? limits.patientMs : limits.waitMs
  try {
    return await places.at({ who: session.account.id, waitMs }, read)
  } catch (error) {
    if (tookTooLong(error)) throw tooSlow()
    if (!(error instanceof NoPlace)) throw error
    if (!error.own) throw busyWithReads()
    throw new Refused(429, {
      code: 'tooMany',
      says: '您同时打开的大范围查询太多，请等前面的查完再试',
    })
  }
}
