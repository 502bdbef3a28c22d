import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Entry } from './entry.ts'
import type { Store } from './store.ts'

interface Shape extends DBSchema {
  readonly outbox: { key: string; value: Entry }
  readonly photos: { key: string; value: Blob }
  readonly kept: { key: string; value: unknown }
}

/** A kill of the browser or of the phone loses nothing that was said to be kept. */
const safely = { durability: 'strict' } as const

/** The device's own database, the same for every tab and for the worker behind them. */
export async function diskStore(): Promise<Store> {
  const db = await openDB<Shape>('tongxin-grid', 1, {
    upgrade(opened) {
      opened.createObjectStore('outbox', { keyPath: 'id' })
      opened.createObjectStore('photos')
      opened.createObjectStore('kept')
    },
    // A newer page of this site wants another shape: it must not wait for this tab.
    blocking: (_, __, event) => {
      const opened = event.target
      if (opened instanceof IDBDatabase) opened.close()
    },
  })
  return {
    ...outboxIn(db),
    ...photosIn(db),
    kept: (key) => db.get('kept', key),
    keep: async (key, value) => void (await db.put('kept', value, key)),
    keptKeys: () => db.getAllKeys('kept'),
    async forget(keys) {
      const tx = db.transaction('kept', 'readwrite')
      await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done])
    },
  }
}

function outboxIn(
  db: IDBPDatabase<Shape>,
): Pick<Store, 'entries' | 'entry' | 'put' | 'change' | 'remove'> {
  return {
    async entries() {
      const all = await db.getAll('outbox')
      return all.toSorted((a, b) => a.writtenAt - b.writtenAt)
    },
    entry: (id) => db.get('outbox', id),
    async put(entry) {
      const tx = db.transaction('outbox', 'readwrite', safely)
      await Promise.all([tx.store.put(entry), tx.done])
    },
    async change(id, change) {
      const tx = db.transaction('outbox', 'readwrite', safely)
      const entry = await tx.store.get(id)
      if (entry !== undefined) await tx.store.put(change(entry))
      await tx.done
    },
    remove: (id) => db.delete('outbox', id),
  }
}

function photosIn(
  db: IDBPDatabase<Shape>,
): Pick<Store, 'photo' | 'putPhoto' | 'photoKeys' | 'removePhotos'> {
  return {
    photo: (key) => db.get('photos', key),
    async putPhoto(key, photo) {
      const tx = db.transaction('photos', 'readwrite', safely)
      await Promise.all([tx.store.put(photo, key), tx.done])
    },
    photoKeys: () => db.getAllKeys('photos'),
    async removePhotos(keys) {
      const tx = db.transaction('photos', 'readwrite')
      await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done])
    },
  }
}
