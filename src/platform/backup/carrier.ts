import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PassThrough, type Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KeyProvider } from '../crypto/keys.ts'
import { openSealed, sealing } from '../crypto/sealed-file.ts'
import { incoming } from '../http/keep-file.ts'

type Source = Readable | AsyncIterable<string | Buffer>

/** Writes and reads the files of a backup folder, sealed where keys are given. */
export type Carrier = {
  write(name: string, source: Source): Promise<void>
  read(name: string): Promise<Readable>
}

export function carrierIn(folder: string, keys: KeyProvider | undefined): Carrier {
  if (keys === undefined)
    return {
      write: (name, source) => writeFileOf(join(folder, name), source),
      read: (name) => Promise.resolve(createReadStream(join(folder, name))),
    }
  const sealed = (name: string) => join(folder, `${name}.sealed`)
  return {
    write: (name, source) => writeFileOf(sealed(name), source, sealing(keys, `backup:${name}`)),
    read: (name) => openSealed(keys, `backup:${name}`, sealed(name)),
  }
}

/** What people sent, carried from one folder into another. A file that is erased meanwhile stays out. */
export async function carryFiles(
  from: string,
  carry: (name: string, file: string) => Promise<void>,
): Promise<number> {
  let carried = 0
  const found = await stat(from).catch(() => undefined)
  if (found === undefined) return carried
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    // What is still on its way here belongs to nobody yet.
    if (!entry.isFile() || basename(entry.parentPath) === incoming) continue
    const file = join(entry.parentPath, entry.name)
    const there = await stat(file).catch(() => undefined)
    if (there === undefined) continue
    await carry(file.slice(from.length + 1), file)
    carried += 1
  }
  return carried
}

export async function writeFileOf(
  file: string,
  source: Source,
  through: Transform = new PassThrough(),
): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await pipeline(source, through, createWriteStream(file, { mode: 0o600 }))
}
