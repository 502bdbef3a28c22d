import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dayMs, type Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { moment } from '../world/sql-moment.ts'
import { incoming } from './keep-file.ts'

export type Uploads = {
  readonly db: Database
  /** The folder in which files lie. */
  readonly files: string
}

const atOnce = 200

/** Removes uploads that no record took within a day, or as long as the city gives them, and gives how many. */
export async function sweepUploads(
  where: Uploads & { readonly days?: number },
  city: number,
  now: Instant,
): Promise<number> {
  const { db, files, days = 1 } = where
  const old = now - days * dayMs
  const found = await db.read
    .selectFrom('file')
    .select(['id', 'path'])
    .where('city', '=', city)
    .where('record_id', 'is', null)
    .where('at', '<', moment(old))
    .limit(atOnce)
    .execute()
  await removeBroken(join(files, incoming), old)
  let removed = 0
  for (const { id, path } of found) {
    const gone = await db.read
      .deleteFrom('file')
      .where('city', '=', city)
      .where('id', '=', id)
      .where('record_id', 'is', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) continue
    removed += 1
    if (!(await isHeld(db, city, path))) await removeOlder(join(files, path), old)
  }
  return removed
}

/** What a kill left on its way. */
async function removeBroken(folder: string, than: Instant): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) await removeOlder(join(folder, name), than)
}

/** Removes the bytes of an erased file, unless another row holds the same. */
export async function removeUnheld(
  { db, files }: Uploads,
  city: number,
  path: string,
): Promise<void> {
  if (!(await isHeld(db, city, path))) await rm(join(files, path), { force: true })
}

/** The same picture, uploaded twice, lies there once. */
async function isHeld(db: Database, city: number, path: string): Promise<boolean> {
  const other = await db.read
    .selectFrom('file')
    .select('id')
    .where('city', '=', city)
    .where('path', '=', path)
    .where('erased_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** One that is just being uploaded again has been written before its row is there to be found. */
async function removeOlder(path: string, than: Instant): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined && found.mtimeMs < than) await rm(path, { force: true })
}
