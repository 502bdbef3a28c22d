import { seatUnit } from '../../kernel/access.ts'
import { type ContentRef, type Value, type Values } from '../../kernel/field.ts'
import type { Command, Kind } from '../../kernel/kind.ts'
import { type EventRecord, partyOf, type RecordState } from '../../kernel/record.ts'
import type { World } from '../../kernel/world.ts'
import type { ContentRow, Prepared } from '../asking/types.ts'
import { canonicalJson, chainHash } from './chain.ts'

/** One decided step of a record, as the kernel gave it, with what its input left out. */
export type Step = {
  readonly kind: Kind
  readonly before: RecordState | undefined
  readonly record: RecordState
  readonly event: EventRecord
  readonly command: Command
  readonly prepared: Prepared
  /** The record whose effect opened this one. */
  readonly openedBy?: string | undefined
}

/** A step in the form in which it is stored. */
export type WrittenStep = Step & {
  readonly party: string | null
  readonly body: string
  readonly prev: Buffer
  readonly hash: Buffer
  readonly contents: readonly ContentRow[]
  readonly notices: readonly { readonly unit: number; readonly id: string }[]
  /** Words newly to be found, by searched field; none when the field was emptied. */
  readonly search: readonly { readonly field: string; readonly words: readonly string[] }[]
}

export type WriteTools = {
  readonly world: World
  readonly newId: () => string
  readonly digest: (text: string) => string
  readonly sealWords: (id: string, text: string) => string
  readonly segment: (text: string) => readonly string[]
}

/**
 * Makes of a decided step what is stored of it. Its event's text names the title by its content's
 * id, so that no words stand in the chain, and a first event says what it opened.
 */
export function writtenStep(step: Step, prev: Buffer, tools: WriteTools): WrittenStep {
  const { event, record } = step
  const title = titleContent(step, tools)
  const body = bodyOf(step, title?.ref)
  const party = partyText(event.party)
  const hash = chainHash(prev, {
    ...event,
    city: record.place.city,
    record: record.id,
    party,
    body,
  })
  const contents = title?.row === undefined ? [] : [title.row]
  return {
    ...step,
    party,
    body,
    prev,
    hash,
    contents: sealedContents([...step.prepared.contents, ...contents], tools),
    notices: noticesOf(step, tools),
    search: searchOf(step, tools),
  }
}

/** Words as they are stored. */
export function sealedContents(
  contents: readonly ContentRow[],
  { sealWords }: Pick<WriteTools, 'sealWords'>,
): readonly ContentRow[] {
  return contents.map((row) => ({ ...row, text: sealWords(row.id, row.text) }))
}

/** 'role:unit' of the party that an event concerns. */
function partyText(party: EventRecord['party']): string | null {
  return party === undefined ? null : `${party.role}:${party.unit}`
}

export function isContentRef(value: Value | undefined): value is ContentRef {
  return typeof value === 'object' && value !== null && 'content' in value
}

/** The words behind the content references of an input, by content id. */
export function textsOf({ input, words }: Pick<Prepared, 'input' | 'words'>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of Object.entries(input)) {
    const text = words[name]
    if (isContentRef(value) && text !== undefined) texts.set(value.content, text)
  }
  return texts
}

function bodyOf({ event, record, openedBy }: Step, title: ContentRef | undefined): string {
  const { title: _words, ...change } = event.change
  return canonicalJson({
    input: event.input,
    change: { ...change, title },
    opens: event.seq === 1 ? { kind: record.kind, number: record.number, by: openedBy } : undefined,
  })
}

function titleContent(
  { kind, event, prepared }: Step,
  { newId, digest }: WriteTools,
): { ref: ContentRef; row?: ContentRow } | undefined {
  const text = event.change.title
  if (text === undefined) return undefined
  const typed = prepared.input[kind.title]
  // A title that leaves something of what was typed unsaid is a content of its own.
  if (isContentRef(typed) && typed.digest === digest(text)) return { ref: typed }
  const row = { id: newId(), field: 'title', text }
  return { ref: { content: row.id, digest: digest(text) }, row }
}

function noticesOf({ kind, command, record, event }: Step, { world, newId }: WriteTools) {
  const party = event.party && partyOf(record, event.party.role, event.party.unit)
  const units = (command.tells ?? []).flatMap((name) => {
    const seat = kind.seats[name]
    const unit = seat === undefined ? undefined : seatUnit(seat, { world, record, party })
    return unit === undefined ? [] : [unit]
  })
  return [...new Set(units)].map((unit) => ({ unit, id: newId() }))
}

function searchOf({ kind, event, prepared }: Step, { segment }: WriteTools) {
  const changed: Values = event.change.fields ?? {}
  const texts = textsOf(prepared)
  return (kind.searched ?? []).flatMap((field) => {
    const value = changed[field]
    if (value === undefined) return []
    const text = isContentRef(value) ? texts.get(value.content) : plainText(value)
    return text === undefined ? [] : [{ field, words: [...new Set(segment(text))] }]
  })
}

function plainText(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
