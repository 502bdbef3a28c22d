import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyProvider } from '../crypto/keys.ts'
import { seal, unseal } from '../crypto/seal.ts'
import type { BackupTable } from './tables.ts'

export type Manifest = {
  readonly format: 1
  readonly city: number
  readonly schema: number
  readonly at: string
  readonly tables: readonly (BackupTable & { readonly rows: number; readonly digest: string })[]
}

/** Why a backup was not restored; nothing was written. */
export class NotRestored extends Error {}

export const manifestName = 'manifest.json'

/** A sealed backup's list is sealed too: no table can be left out of it unnoticed. */
export function manifestText(manifest: Manifest, keys: KeyProvider | undefined): string {
  const text = JSON.stringify(manifest, null, 2)
  if (keys === undefined) return `${text}\n`
  const { format, city, at } = manifest
  return `${JSON.stringify({ format, city, at, sealed: seal(keys, place, text) }, null, 2)}\n`
}

/** True of a backup that needs the keys it was sealed with. */
export async function isSealedBackup(folder: string): Promise<boolean> {
  return 'sealed' in parsed(await readFile(join(folder, manifestName), 'utf8'))
}

export async function readManifest(
  folder: string,
  keys: KeyProvider | undefined,
): Promise<Manifest> {
  const outer = parsed(await written(folder))
  const manifest = 'sealed' in outer ? parsed(opened(outer.sealed, keys)) : outer
  if (!isOurs(manifest)) throw new NotRestored('这不是本平台的备份，或备份格式更新')
  return manifest
}

/** It is written last: without it the backup was broken off, or it is none. */
async function written(folder: string): Promise<string> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new NotRestored(`“${folder}”里没有完整的备份（缺 ${manifestName}），什么都没有写入`)
  return text
}

const place = 'backup:manifest'

function opened(sealed: unknown, keys: KeyProvider | undefined): string {
  if (keys === undefined)
    throw new NotRestored('备份是加密的，请用 --keys 指明 keys.json 所在的文件夹')
  try {
    return unseal(keys, place, String(sealed))
  } catch {
    throw new NotRestored('备份不是用这套密钥加密的，或被改动')
  }
}

function parsed(text: string): object {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null ? value : {}
}

function isOurs(manifest: object): manifest is Manifest {
  return 'format' in manifest && manifest.format === 1 && 'tables' in manifest
}
