import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where files lie until they are whole; what a kill leaves there is swept. */
export const incoming = 'incoming'

/**
 * Lays a file into a folder whole or not at all. The same picture lies there once for all who sent
 * it, so it must never be written over: a full disk would take it from those who already have it.
 */
export async function keepFile(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const to = join(folder, path)
  const draft = join(folder, incoming, randomUUID())
  await mkdir(dirname(to), { recursive: true })
  await mkdir(dirname(draft), { recursive: true })
  try {
    await writeWhole(draft, bytes)
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(dirname(to))
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without this the file's name may be gone after a power cut, though its content is there. */
async function syncFolder(path: string): Promise<void> {
  // Folders cannot be opened on Windows, and need not be.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
