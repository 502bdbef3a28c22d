import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestName } from './manifest.ts'

/** The name of a backup in a folder of backups: names in order are backups in order. */
export function backupName(city: number, at: string): string {
  return `tongxin-${city}-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/**
 * Removes the oldest backups of a city from a folder until so many are left. Only complete ones
 * of this naming are counted or removed. Gives the names of those that went.
 */
export async function keepNewest(
  folder: string,
  { city, keep }: { readonly city: number; readonly keep: number },
): Promise<readonly string[]> {
  if (!Number.isInteger(keep) || keep < 1) throw new RangeError('至少保留 1 份备份')
  const shape = new RegExp(String.raw`^tongxin-${city}-\d{8}T\d{6}Z$`)
  const complete: string[] = []
  for (const name of await readdir(folder)) {
    if (!shape.test(name)) continue
    const manifest = await stat(join(folder, name, manifestName)).catch(() => undefined)
    if (manifest !== undefined) complete.push(name)
  }
  const old = complete.toSorted().slice(0, -keep)
  for (const name of old) await rm(join(folder, name), { recursive: true })
  return old
}
