import type { Value } from '../../kernel/field.ts'
import type { Parcel } from '../../kernel/parcel.ts'
import type { ParcelRow } from '../store/commit-parts.ts'
import type { Step } from '../store/step.ts'
import { passedWords } from './effects.ts'
import type { AskDeps } from './types.ts'

/** What a parcel says to the platform of the other city. */
export type ParcelBody = {
  /** It begins the record; otherwise it asks something of it. */
  readonly opens: boolean
  readonly record: string
  readonly kind: string
  readonly command: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What one step asks of neighbouring cities, in its order, each as a sealed row. */
export async function postedParcels(
  deps: AskDeps,
  parcels: readonly Parcel[],
  step: Step,
): Promise<ParcelRow[]> {
  const rows: ParcelRow[] = []
  for (const parcel of parcels) rows.push(await posted(deps, parcel, step))
  return rows
}

async function posted(deps: AskDeps, parcel: Parcel, step: Step): Promise<ParcelRow> {
  const { record, event } = step
  if (step.kind.sharedWith === undefined)
    throw new Error(`${step.kind.name} sends to another city, though no field says to which`)
  const opens = 'open' in parcel
  const words = {
    ...(await passedWords(deps, parcel.input, step)),
    ...(opens ? parcel.words : {}),
  }
  const carried = Object.entries(parcel.input).filter(([, value]) => isCarried(value))
  const kind = opens ? parcel.open : parcel.kind
  const { command, to } = parcel
  const body: ParcelBody = {
    opens,
    record: opens ? record.id : parcel.ask,
    kind,
    command,
    data: { ...Object.fromEntries(carried), ...words },
  }
  const id = deps.newId()
  const sealed = deps.keys.sealWords(id, JSON.stringify(body))
  return { id, to, kind, command, record: record.id, seq: event.seq, body: sealed }
}

/** References mean nothing in another city: words go as words, contacts and files stay at home. */
function isCarried(value: Value): boolean {
  if (value === null) return false
  if (Array.isArray(value)) return value.every((one: Value) => typeof one !== 'object')
  return typeof value !== 'object' || 'qty' in value
}
