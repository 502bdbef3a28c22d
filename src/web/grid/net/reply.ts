/** What came of asking the server. A line that is down is an answer here, not a fault. */
export type Reply =
  | { readonly is: 'done'; readonly body: unknown }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** No line, a server that is away, or something between that answers in its place. */
  | { readonly is: 'away'; readonly afterMs?: number }
  | { readonly is: 'signedOut' }
  /** The session acts in another post than the one the ask was made in. */
  | { readonly is: 'otherPost' }

export type Refusal = {
  readonly status: number
  readonly code: string
  readonly says: string
  readonly instead?: string
  readonly basis?: string
  readonly fields?: Readonly<Record<string, string>>
}
