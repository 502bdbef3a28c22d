import type { Page } from 'playwright-core'

/** What makes a screen look other than usual, done to what it asks of the server. */
export type State = 'normal' | 'empty' | 'long' | 'failing' | 'loading'

/** One screen in one state. */
export type Shot = {
  /** Screen and state, as the file is called. */
  readonly name: string
  /** Who looks; nobody is signed in without it. */
  readonly login?: string | undefined
  readonly path: string | ((made: Made) => string)
  readonly state: State
  /** Words that show when there is something to look at. */
  readonly shows: string | RegExp
  /** The request that fails, never answers or answers with nothing. */
  readonly asks?: string
  readonly act?: (page: Page, made: Made) => Promise<void>
  /** As it comes out of the printer. */
  readonly print?: boolean
  /** Taken from top to bottom, not as far as the window shows. */
  readonly whole?: boolean
}

/** What was put into the city so that there is something to look at. */
export type Made = {
  readonly url: string
  /** An appeal that waits at the desk, one in the street's hands, one with very long words. */
  readonly waiting: string
  readonly handled: string
  readonly long: string
  /** A resident's own appeal, answered. */
  readonly own: { readonly number: string; readonly code: string }
}
