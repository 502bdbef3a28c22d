import type { PartyKey } from './types.ts'

export type AskRequest = {
  readonly kind: string
  readonly command: string
  /** Absent when a record is started. */
  readonly id?: string | undefined
  readonly party?: PartyKey | undefined
  readonly area?: number | undefined
  readonly data: Readonly<Record<string, unknown>>
  /** The same id sent twice is done once; a form keeps one until it succeeds. */
  readonly ask?: string | undefined
}

/** Where an ask is sent. */
export function askPath({ kind, command, id, party }: AskRequest): string {
  if (id === undefined) return `/api/${kind}/${command}`
  return party === undefined
    ? `/api/${kind}/${id}/${command}`
    : `/api/${kind}/${id}/${party.role}/${party.unit}/${command}`
}
