import type { Entry } from '../outbox/entry.ts'

/** Entries as lists show them: what a person must decide first, then what waits, then what went. */
export function sorted(entries: readonly Entry[]): readonly Entry[] {
  const rank = { refused: 0, waiting: 1, sent: 2 } as const
  return entries.toSorted((a, b) => rank[a.state] - rank[b.state] || b.writtenAt - a.writtenAt)
}

/** Whether the platform refused because things have moved on since it was written. */
export function isConflict({ what, refusal }: Entry): boolean {
  if (refusal === undefined) return false
  return what.is === 'deed' && (refusal.status === 409 || refusal.status === 404)
}

/** Whether it can be sent again after something in it was changed. */
export function canBeCorrected({ what, refusal }: Entry): boolean {
  return what.is === 'report' && refusal !== undefined
}

export function describe({ what, title, place }: Entry): string {
  if (what.is === 'deed') return `${what.label}：${title}`
  return `${title} · ${what.gridName ?? place}`
}
