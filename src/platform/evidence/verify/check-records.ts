import { type ArchivedLife, type Packed, unpackLife } from '../../archive/life.ts'
import { streamOf, takeWhile } from './cursor.ts'
import { checkLife, type EntryRow, type EventRow, type Life, type RecordRow } from './check-life.ts'
import { checkWords, wordsIn, type Words } from './check-words.ts'
import type { Verifying } from './verifying.ts'

const livesAtOnce = 200

/**
 * Reads records, events, seals' entries and the queue side by side, each in the order of the
 * records, so that what is missing on one side shows, however much there is.
 */
export async function checkRecords(verifying: Verifying): Promise<void> {
  const { client, city } = verifying
  const records = await streamOf<RecordRow>(client, { name: 'records', text: recordsText(city) })
  const events = await streamOf<EventRow>(client, { name: 'events', text: eventsText(city) })
  const archive = await streamOf<ArchiveRow>(client, {
    name: 'archive',
    text: archiveText(city),
    size: 200,
  })
  const entries = await streamOf<EntryRow>(client, { name: 'entries', text: entriesText(city) })
  const waiting = await streamOf<EntryRow>(client, { name: 'waiting', text: waitingText(city) })
  let words: Words[] = []
  let lives: ArchivedLife[] = []
  for (;;) {
    const next = [
      await records.peek(),
      await events.peek(),
      await entries.peek(),
      await waiting.peek(),
      await archive.peek(),
    ]
    const [id] = next.flatMap((one) => (one === undefined ? [] : [one.record])).toSorted()
    if (id === undefined) break
    const own = <R extends { readonly record: string }>(row: R) => row.record === id
    const [away] = await takeWhile(archive, own)
    const packed = away && unpackLife({ city, id, kind: away.kind }, away)
    const life: Life = {
      id,
      row: (await takeWhile(records, own))[0],
      events: [
        ...(await takeWhile(events, own)),
        ...(packed?.event ?? []).map((event) => ({ ...event, record: id })),
      ],
      entries: await takeWhile(entries, own),
      waiting: await takeWhile(waiting, own),
    }
    checkLife(verifying, life)
    words.push(...wordsIn(life))
    if (packed !== undefined) lives.push(packed)
    if (words.length >= livesAtOnce) {
      await checkWords(verifying, words, lives)
      words = []
      lives = []
    }
  }
  await checkWords(verifying, words, lives)
}

function recordsText(city: number): string {
  return `select id as record, number, version, encode(head, 'hex') as head from record where city = ${city}
    union all
    select id, number, version, encode(head, 'hex') from archive where city = ${city} order by 1`
}

type ArchiveRow = Packed & { readonly record: string; readonly kind: string }

function archiveText(city: number): string {
  return `select id as record, kind, form, words, life from archive where city = ${city} order by id`
}

function eventsText(city: number): string {
  return `select record_id as record, city, seq, at, type, actor, post, ask, party, body, form, prev, hash
    from event where city = ${city} order by record_id, seq`
}

function entriesText(city: number): string {
  return `select u.record, u.seq, encode(u.hash, 'hex') as hash, s.n from seal s, unnest(s.record_ids, s.seqs, s.hashes) u(record, seq, hash)
    where s.city = ${city} order by 1, 2, 4`
}

function waitingText(city: number): string {
  return `select record_id as record, seq, encode(hash, 'hex') as hash, 0 as n from sealing where city = ${city} order by 1, 2`
}
