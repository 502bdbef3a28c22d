import { flagIn, listIn, type Loose, numberIn, objectIn, textIn } from '../net/read.ts'
import { plainPhone } from '../phone.ts'

export type DraftPhoto = {
  readonly id: string
  readonly name: string
  readonly size: number
  /** A small picture to recognise it by; empty where the browser could not make one. */
  readonly thumb: string
}

/** What has been written so far. Kept on this device until it is sent or thrown away. */
export type Draft = {
  /** Goes with every try to send, so that it is taken once however often it is sent. */
  readonly ask: string
  readonly savedAt: number
  readonly detail: string
  readonly spot: string
  readonly area?: { readonly code: number; readonly path: string } | undefined
  /** The unit complained of, when it is one. */
  readonly unit?: { readonly id: number; readonly name: string } | undefined
  readonly photos: readonly DraftPhoto[]
  readonly name: string
  readonly phone: string
  readonly keepSecret: boolean
  /** Numbers in the text the person wants to stay readable. */
  readonly numbersKept: readonly string[]
  /** What was sent when no answer came: it may have arrived. */
  readonly tried: string
}

export function emptyDraft(ask: string): Draft {
  return {
    ask,
    savedAt: 0,
    detail: '',
    spot: '',
    photos: [],
    name: '',
    phone: '',
    keepSecret: false,
    numbersKept: [],
    tried: '',
  }
}

/** The draft kept on this device; undefined when there is none, or it is too old to be meant. */
export function draftIn(value: unknown, now: number): Draft | undefined {
  const from = objectIn(value)
  const ask = textIn(from, 'ask')
  const savedAt = numberIn(from, 'savedAt')
  if (ask === '' || isGone(savedAt, now)) return undefined
  const area = objectIn(from['area'])
  const unit = objectIn(from['unit'])
  const numbers = from['numbersKept']
  return {
    ask,
    savedAt,
    detail: textIn(from, 'detail'),
    spot: textIn(from, 'spot'),
    area: textIn(area, 'path') === '' ? undefined : placeIn(area),
    unit:
      textIn(unit, 'name') === ''
        ? undefined
        : { id: numberIn(unit, 'id'), name: textIn(unit, 'name') },
    photos: photosIn(from['photos']),
    name: textIn(from, 'name'),
    phone: textIn(from, 'phone'),
    keepSecret: flagIn(from, 'keepSecret'),
    numbersKept: Array.isArray(numbers) ? numbers.map(String) : [],
    tried: textIn(from, 'tried'),
  }
}

export function hasWords(draft: Draft): boolean {
  return (
    [draft.detail, draft.spot, draft.name, draft.phone].some((text) => text.trim() !== '') ||
    draft.photos.length > 0 ||
    draft.area !== undefined
  )
}

/** What is sent; nothing that was not given is named. */
export function requestOf(draft: Draft): Readonly<Record<string, unknown>> {
  const name = draft.name.trim()
  const phone = plainPhone(draft.phone)
  const spot = draft.spot.trim()
  return {
    ask: draft.ask,
    area: draft.area?.code,
    data: {
      detail: draft.detail.trim(),
      ...(spot === '' ? {} : { spot }),
      ...(draft.unit === undefined ? {} : { complained: draft.unit.id }),
      ...(draft.photos.length === 0 ? {} : { photos: draft.photos.map(({ id }) => id) }),
      ...(phone === '' ? {} : { reporter: { name, phone }, keepSecret: draft.keepSecret }),
    },
  }
}

function placeIn(area: Loose) {
  return { code: numberIn(area, 'code'), path: textIn(area, 'path') }
}

export function photosIn(value: unknown): readonly DraftPhoto[] {
  return listIn(value).map((photo) => ({
    id: textIn(photo, 'id'),
    name: textIn(photo, 'name'),
    size: numberIn(photo, 'size'),
    thumb: textIn(photo, 'thumb'),
  }))
}

const daysKept = 30

/** What is written and never sent does not lie on a phone for ever. */
function isGone(savedAt: number, now: number): boolean {
  return Number.isNaN(savedAt) || now - savedAt > daysKept * 86_400_000
}
