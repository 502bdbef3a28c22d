import type { Entry } from './entry.ts'
import type { Store } from './store.ts'

/** Keeps everything as long as the page is open: for browsers that keep nothing, such as private
 *  windows. The page says so. */
export function memoryStore(): Store {
  const entries = new Map<string, Entry>()
  const photos = new Map<string, Blob>()
  const values = new Map<string, unknown>()
  return {
    entries: async () => [...entries.values()].toSorted((a, b) => a.writtenAt - b.writtenAt),
    entry: async (id) => entries.get(id),
    put: async (entry) => void entries.set(entry.id, entry),
    async change(id, change) {
      const entry = entries.get(id)
      if (entry !== undefined) entries.set(id, change(entry))
    },
    remove: async (id) => void entries.delete(id),
    photo: async (key) => photos.get(key),
    putPhoto: async (key, photo) => void photos.set(key, photo),
    photoKeys: async () => [...photos.keys()],
    removePhotos: async (keys) => {
      for (const key of keys) photos.delete(key)
    },
    kept: async (key) => values.get(key),
    keep: async (key, value) => void values.set(key, value),
    keptKeys: async () => [...values.keys()],
    forget: async (keys) => {
      for (const key of keys) values.delete(key)
    },
  }
}
