import { listIn, numberIn, objectIn, textIn } from '../../residents/net/read.ts'
import type { Entry, EntryPhoto } from '../outbox/entry.ts'
import type { Me } from '../work/me.ts'

/** A finding that is being written down. Its ask id is made with it. */
export type Draft = {
  readonly id: string
  readonly category: string
  readonly categoryName: string
  readonly area?: number | undefined
  readonly areaName?: string | undefined
  readonly grid?: number | undefined
  readonly gridName?: string | undefined
  readonly point?: string | undefined
  readonly words: string
  readonly photos: readonly EntryPhoto[]
  /** How often the entry it corrects was sent. */
  readonly tries: number
}

export function newDraft(id: string): Draft {
  return { id, category: '', categoryName: '', words: '', photos: [], tries: 0 }
}

/** What the device kept, looked at field by field; nothing when it is no draft. */
export function draftIn(value: unknown): Draft | undefined {
  const from = objectIn(value)
  const id = textIn(from, 'id')
  if (id === '') return undefined
  return {
    id,
    category: textIn(from, 'category'),
    categoryName: textIn(from, 'categoryName'),
    words: textIn(from, 'words'),
    photos: listIn(from['photos']).map(photoIn),
    tries: numberIn(from, 'tries') || 0,
    ...optional({
      area: numberIn(from, 'area'),
      areaName: textIn(from, 'areaName'),
      grid: numberIn(from, 'grid'),
      gridName: textIn(from, 'gridName'),
      point: textIn(from, 'point'),
    }),
  }
}

/** A finding that was refused, to be corrected. It stays the same ask. */
export function draftOf({ id, title, place, words, photos, what, tries }: Entry): Draft {
  const base = { ...newDraft(id), words, photos, tries }
  if (what.is === 'deed') return base
  const { is: _, ...rest } = what
  return { ...base, ...rest, categoryName: title, areaName: place }
}

/** The finding as it is kept to be sent. */
export function entryOf(draft: Draft, { post }: Me, now: number): Entry {
  const { id, category, categoryName, area, areaName, grid, gridName, point, photos } = draft
  return {
    id,
    post: post.id,
    postName: post.name,
    writtenAt: now,
    what: {
      is: 'report',
      area: area ?? post.area,
      category,
      ...(grid === undefined ? {} : { grid }),
      ...(gridName === undefined ? {} : { gridName }),
      ...(point === undefined ? {} : { point }),
    },
    title: categoryName,
    place: areaName ?? post.unit,
    words: draft.words.trim(),
    photos,
    state: 'waiting',
    tries: draft.tries,
  }
}

function photoIn(from: Readonly<Record<string, unknown>>): EntryPhoto {
  const file = textIn(from, 'file')
  return { key: textIn(from, 'key'), name: textIn(from, 'name'), ...(file === '' ? {} : { file }) }
}

type Optional = {
  readonly area: number
  readonly areaName: string
  readonly grid: number
  readonly gridName: string
  readonly point: string
}

function optional(values: Optional): Partial<Optional> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && !Number.isNaN(value)),
  )
}
