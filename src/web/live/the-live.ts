import { inBrowser } from './in-browser.ts'
import { type Live, startLive } from './live.ts'

let started: Live | undefined

/** The one line of this page, begun when it is first needed. */
export function theLive(): Live {
  started ??= startLive(inBrowser())
  return started
}
