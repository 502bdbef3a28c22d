import type { HttpDeps, Session } from './deps.ts'
import { busyWithReads, Refused } from './errors.ts'
import { NoPlace, openPlaces, type Places } from './places.ts'

/** Half of the connections for reading, and of these half for one person. */
const limits = { atOnce: 4, each: 2, waitMs: 12_000 }

const sorts = { lists: new WeakMap<object, Places>(), figures: new WeakMap<object, Places>() }

/**
 * Does reads that no index bounds: a list with rare filters, words, a sheet, figures of many areas.
 * Each sort has a few places, or those of one person would take every connection from pages that are
 * ready in a moment.
 */
export async function slowly<T>(
  { db }: Pick<HttpDeps, 'db'>,
  { sort, session }: { readonly sort: keyof typeof sorts; readonly session: Session },
  read: () => Promise<T>,
): Promise<T> {
  const places = sorts[sort].get(db.read) ?? openPlaces(limits)
  sorts[sort].set(db.read, places)
  try {
    return await places.at(session.account.id, read)
  } catch (error) {
    if (!(error instanceof NoPlace)) throw error
    if (!error.own) throw busyWithReads()
    throw new Refused(429, {
      code: 'tooMany',
      says: '您同时打开的大范围查询太多，请等前面的查完再试',
    })
  }
}
