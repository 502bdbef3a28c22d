import type { Value } from '../../kernel/field.ts'
import { type EventRecord, evolve, type RecordState } from '../../kernel/record.ts'
import { worldAt } from '../../kernel/world.ts'
import { isStarred } from '../evidence/starred-words.ts'
import { chainHash } from '../store/chain.ts'
import { derivedOf } from '../store/derived.ts'
import { bodyIn, eventIn, type EventRow, unopened } from '../store/events.ts'
import type { StandingRows } from '../store/standing-rows.ts'
import { isContentRef } from '../store/step.ts'
import type { Checking } from './checking.ts'

export type FoldedStep = {
  readonly before: RecordState | undefined
  readonly record: RecordState
  readonly event: EventRecord
}

/** A record made anew from its events alone. */
export type Folded = StandingRows & {
  readonly steps: readonly FoldedStep[]
  /** The texts its fields refer to; erased ones are absent. */
  readonly texts: ReadonlyMap<string, string>
}

/** Folds the events of records, having looked at their chains and at the words they refer to. */
export async function foldedRecords(
  checking: Checking,
  ids: readonly string[],
): Promise<readonly Folded[]> {
  const rows = await eventsOf(checking, ids)
  const texts = await textsFor(checking, rows)
  return [...Map.groupBy(rows, (row) => row.record_id).values()].flatMap((own) => {
    checkChain(checking, own)
    return folded(checking, own, texts)
  })
}

async function eventsOf(
  { read, city, away }: Checking,
  ids: readonly string[],
): Promise<readonly EventRow[]> {
  if (away !== undefined) return [...away.values()].flatMap(({ event }) => event)
  return read
    .selectFrom('event')
    .selectAll()
    .where('city', '=', city)
    .where('record_id', 'in', [...ids])
    .orderBy('record_id')
    .orderBy('seq')
    .execute()
}

function folded(
  checking: Checking,
  rows: readonly EventRow[],
  texts: ReadonlyMap<string, string>,
): readonly Folded[] {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return []
  let record = unopened(first)
  const kind = checking.registry.get(record.kind)
  if (kind === undefined) {
    checking.differs(`记录 ${first.record_id}:没有名为「${record.kind}」的事项类型`)
    return []
  }
  const steps = rows.map((row, index) => {
    const event = eventIn(row, texts)
    const before = index === 0 ? undefined : record
    record = evolve(record, event)
    return { before, record, event }
  })
  const derived = derivedOf(kind, worldAt(checking.worldOf(checking.city), last.at), record)
  const openedBy = bodyIn(first).opens?.by
  return [{ kind, record, lastAt: last.at, head: last.hash, derived, openedBy, steps, texts }]
}

function checkChain({ differs }: Checking, rows: readonly EventRow[]): void {
  let prev: Buffer = Buffer.alloc(0)
  rows.forEach((row, index) => {
    const name = `记录 ${row.record_id} 的第 ${index + 1} 个事件`
    if (row.seq !== index + 1) differs(`${name}:序号为 ${row.seq},中间缺少事件`)
    if (!row.prev.equals(prev)) differs(`${name}:与前一事件的校验链不相接`)
    const hash = chainHash(row.prev, { ...row, record: row.record_id })
    if (!row.hash.equals(hash)) differs(`${name}:内容与校验值不符,可能被改动`)
    prev = row.hash
  })
}

/** The texts behind every reference in events, each held against its digest. */
async function textsFor(
  { read, city, differs, keys, away }: Checking,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, string>> {
  const refs = rows.flatMap((row) => {
    const { input, change } = bodyIn(row)
    return [...Object.values(input), ...Object.values(change.fields ?? {}), change.title].flatMap(
      (value: Value | undefined) =>
        isContentRef(value) ? [{ ...value, record: row.record_id }] : [],
    )
  })
  const found = await read
    .selectFrom('content')
    .select(['id', 'text', 'erased_at'])
    .where('city', '=', city)
    .where('id', 'in', [...new Set(refs.map((ref) => ref.content)), nobody])
    .execute()
  const packed = [...(away?.values() ?? [])].flatMap(({ content }) => content)
  const contents = [...found, ...packed]
  const starred = new Set(
    contents.flatMap(({ id, text, erased_at: at }) =>
      text !== null && isStarred({ text, erased: at !== null }, openedWords(keys, id, text))
        ? [id]
        : [],
    ),
  )
  const texts = new Map(
    contents.map(({ id, text }) => [id, text === null ? null : openedWords(keys, id, text)]),
  )
  for (const ref of new Map(refs.map((one) => [one.content, one])).values()) {
    const text = texts.get(ref.content)
    if (text === undefined) differs(`记录 ${ref.record}:事件引用的文字 ${ref.content} 不存在`)
    else if (text !== null && keys.digest(text) !== ref.digest && !starred.has(ref.content))
      differs(`记录 ${ref.record}:文字 ${ref.content} 与摘要不符,可能被改动`)
  }
  return new Map([...texts].flatMap(([id, text]) => (text === null ? [] : [[id, text] as const])))
}

/** Words that do not open are as good as changed: what is stored is held against the digest. */
function openedWords(keys: Checking['keys'], id: string, stored: string): string {
  try {
    return keys.openWords(id, stored)
  } catch {
    return stored
  }
}

/** An id that no row has, so that a list is never empty. */
export const nobody = '00000000-0000-0000-0000-000000000000'
