import type { Entry } from './entry.ts'

/** What the device keeps: what waits to be sent, its pictures, and what was last read. */
export type Store = {
  /** All of them, whoever wrote them, in the order they were written. */
  entries(): Promise<readonly Entry[]>
  entry(id: string): Promise<Entry | undefined>
  /** Resolves when it is on the disk: only then may anybody be told that it is kept. */
  put(entry: Entry): Promise<void>
  /** Changes what is there now; nothing when it is gone. */
  change(id: string, change: (entry: Entry) => Entry): Promise<void>
  remove(id: string): Promise<void>
  photo(key: string): Promise<Blob | undefined>
  putPhoto(key: string, photo: Blob): Promise<void>
  photoKeys(): Promise<readonly string[]>
  removePhotos(keys: readonly string[]): Promise<void>
  kept(key: string): Promise<unknown>
  keep(key: string, value: unknown): Promise<void>
  keptKeys(): Promise<readonly string[]>
  forget(keys: readonly string[]): Promise<void>
}
