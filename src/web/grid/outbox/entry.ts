import type { Refusal } from '../net/reply.ts'

/** Something a grid worker wrote down, on its way to the city. It is made once, with its ask id,
 *  and sent as often as it takes. */
export type Entry = {
  /** The ask's id: the server knows a resend by it. */
  readonly id: string
  /** The post it was written in. Nothing is ever sent under another one. */
  readonly post: string
  /** That post in words, for whoever acts in another one now. */
  readonly postName: string
  readonly writtenAt: number
  readonly what: Report | Deed
  /** What it is about, and where, as lists show it. */
  readonly title: string
  readonly place: string
  readonly words: string
  readonly photos: readonly EntryPhoto[]
  readonly state: 'waiting' | 'sent' | 'refused'
  readonly tries: number
  readonly refusal?: Refusal
  readonly sent?: { readonly at: number; readonly record: string; readonly number: string }
}

/** A new finding. */
export type Report = {
  readonly is: 'report'
  readonly area: number
  readonly category: string
  readonly grid?: number
  readonly gridName?: string
  readonly point?: string
}

/** Something done about a finding that the city knows already. */
export type Deed = {
  readonly is: 'deed'
  readonly record: string
  readonly number: string
  readonly command: string
  readonly label: string
  readonly data: Readonly<Record<string, unknown>>
  /** What the person had before their eyes. */
  readonly version: number
  readonly stateLabel: string
  readonly party?: { readonly role: string; readonly unit: number }
}

export type EntryPhoto = {
  /** Under which the picture lies in the store. */
  readonly key: string
  readonly name: string
  /** The server's id, once it has it. */
  readonly file?: string
}

/** The path and body of the ask, with the files its photos have become. */
export function requestOf(entry: Entry): { readonly path: string; readonly body: unknown } {
  const { id: ask, what } = entry
  if (what.is === 'deed') {
    const { record, command, data, version, party } = what
    const to = party === undefined ? '' : `/${party.role}/${party.unit}`
    return { path: `/api/${findingKind}/${record}${to}/${command}`, body: { ask, data, version } }
  }
  const { area, category, grid, point } = what
  const files = entry.photos.flatMap(({ file }) => (file === undefined ? [] : [file]))
  const data = {
    category,
    ...(entry.words === '' ? {} : { detail: entry.words }),
    ...(grid === undefined ? {} : { grid }),
    ...(point === undefined ? {} : { point }),
    ...(files.length === 0 ? {} : { photos: files }),
  }
  return { path: `/api/${findingKind}/report`, body: { ask, area, data } }
}

export const findingKind = 'grid-finding'
