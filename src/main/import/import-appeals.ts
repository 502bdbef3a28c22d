import type { Post } from '../../kernel/actor.ts'
import type { Place } from '../../kernel/directory.ts'
import type { Values } from '../../kernel/field.ts'
import { ask } from '../../platform/asking/ask.ts'
import { prepare } from '../../platform/asking/prepare.ts'
import type { AskDeps } from '../../platform/asking/types.ts'
import type { AppealRow } from '../../platform/exchange/appeal-row.ts'
import type { AppealReading } from '../../platform/exchange/read-appeals.ts'
import { derivedId } from '../../platform/numbers/ids.ts'
import { findPlace } from './find-place.ts'

/** What became of one row of a file. */
export type Outcome = {
  readonly line: number
  readonly sourceNumber?: string | undefined
  readonly result: 'taken' | 'known' | 'changed' | 'refused'
  readonly says?: string | undefined
  readonly row?: AppealRow | undefined
  readonly place?: Place | undefined
}

type Options = {
  readonly city: number
  /** The post that answers for the import. */
  readonly post: Post
  /** The system the numbers come from: the same number of the same source enters once. */
  readonly source: string
}

const kindName = 'resident-appeal'
const atOnce = 16

/**
 * Brings a file's rows in, each as one ask whose id follows from source and number: the same file
 * again, or shuffled, changes nothing, and a changed row is told apart by its digest.
 */
export async function* importAppeals(
  deps: AskDeps,
  readings: AsyncIterable<AppealReading>,
  options: Options,
): AsyncGenerator<Outcome> {
  let waiting: Promise<Outcome>[] = []
  for await (const reading of readings) {
    waiting.push(bring(deps, reading, options))
    if (waiting.length < atOnce) continue
    yield* await Promise.all(waiting)
    waiting = []
  }
  yield* await Promise.all(waiting)
}

async function bring(deps: AskDeps, reading: AppealReading, options: Options): Promise<Outcome> {
  const { line } = reading
  if (!reading.ok) {
    const { sourceNumber, reason: says } = reading
    return { line, sourceNumber, result: 'refused', says }
  }
  const { row } = reading
  const { sourceNumber } = row
  const place = findPlace(deps.worldOf(options.city).directory, [row.area, row.place, row.title])
  const told = { line, sourceNumber, row, place }
  const known = await digestOf(deps, options, sourceNumber)
  if (known !== undefined) return { ...told, ...sameOrChanged(known, row) }
  const answer = await send(deps, row, { ...options, place })
  if (answer.ok) return { ...told, result: 'taken' }
  if (answer.refused !== 'claimTaken') return { ...told, result: 'refused', says: answer.says }
  return { ...told, ...sameOrChanged((await digestOf(deps, options, sourceNumber)) ?? '', row) }
}

function sameOrChanged(known: string, row: AppealRow): Pick<Outcome, 'result' | 'says'> {
  return known === row.digest
    ? { result: 'known' }
    : { result: 'changed', says: '同一编号的内容与已导入的不同，没有覆盖，请人工核对' }
}

function send(deps: AskDeps, row: AppealRow, options: Options & { readonly place: Place }) {
  const { city, post, source, place } = options
  const input = deps.registry.get(kindName)?.starts['bring']?.input ?? {}
  const raw = {
    title: row.title,
    detail: row.detail,
    spot: row.place,
    channel: 'file',
    source,
    sourceNumber: row.sourceNumber,
    sourceDigest: row.digest,
    occurredAt: row.occurredAt,
    publicAnswer: row.reply,
    answeredAt: row.repliedAt,
  }
  return ask(deps, {
    id: derivedId(importSpace, `${city}|${source}|${row.sourceNumber}|${row.digest}`),
    city,
    kind: kindName,
    command: 'bring',
    actor: { by: 'post', post },
    at: deps.now(),
    place,
    prepared: prepare(input, raw, deps),
  })
}

const importSpace = '6f0d1c7e-2a40-5b7c-9a54-1f2f6f3b8f10'

/** The digest under which a source's number is known, if it is. */
async function digestOf(
  deps: AskDeps,
  { city, source }: Options,
  sourceNumber: string,
): Promise<string | undefined> {
  const held = await deps.db.read
    .selectFrom('claim')
    .innerJoin('record', (join) =>
      join.onRef('record.city', '=', 'claim.city').onRef('record.id', '=', 'claim.record_id'),
    )
    .select('record.fields')
    .$narrowType<{ fields: Values }>()
    .where('claim.city', '=', city)
    .where('claim.kind', '=', kindName)
    .where('claim.key', '=', `sourceNumber|${source}|${sourceNumber}`)
    .executeTakeFirst()
  const digest = held?.fields['sourceDigest']
  return held === undefined ? undefined : typeof digest === 'string' ? digest : ''
}
