import { execFile } from 'node:child_process'
import { open, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type SmallDisk = {
  readonly folder: string
  /** Takes all the room that is left, down to the last block. */
  fill(): Promise<void>
  makeRoom(): Promise<void>
  clear(): Promise<void>
}

/** A disk of a given size in memory; a sentence where this machine lets nobody mount one. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | string> {
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tongxin', folder]
  const isMounted = await run('mount', options).then(
    () => true,
    () => false,
  )
  if (!isMounted) {
    await rm(folder, { recursive: true })
    return 'nobody may mount a small disk on this machine'
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fill(filler),
    makeRoom: () => rm(filler, { force: true }),
    async clear() {
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true })
    },
  }
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'a')
  try {
    for (const size of [4_194_304, 65_536, 4_096])
      while (await file.appendFile(Buffer.alloc(size)).then(() => true, isNotFull)) {}
  } finally {
    await file.close()
  }
}

function isNotFull(error: unknown): boolean {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
  throw error
}
