import { objectIn, textIn } from '../net/read.ts'
import { forget, keep, kept } from '../storage.ts'

/** What the person takes home: shown once more if the page is loaded again in this tab. */
export type Sent = {
  readonly number: string
  readonly code: string
  readonly due: string
  readonly desk: string
  readonly at: string
  readonly place: string
  readonly spot: string
  readonly detail: string
  /** The text was changed after a try whose answer was lost: the first text may be the one taken. */
  readonly changedSince: boolean
}

export function keepSent(sent: Sent): void {
  keep(key, sent, 'tab')
}

export function findSent(): Sent | undefined {
  const from = objectIn(kept(key, 'tab'))
  if (textIn(from, 'number') === '') return undefined
  return {
    number: textIn(from, 'number'),
    code: textIn(from, 'code'),
    due: textIn(from, 'due'),
    desk: textIn(from, 'desk'),
    at: textIn(from, 'at'),
    place: textIn(from, 'place'),
    spot: textIn(from, 'spot'),
    detail: textIn(from, 'detail'),
    changedSince: from['changedSince'] === true,
  }
}

export function forgetSent(): void {
  forget(key, 'tab')
}

const key = 'sent'
