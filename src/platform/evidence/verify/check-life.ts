import type { Instant } from '../../../kernel/time.ts'
import { chainHash } from '../../store/chain.ts'
import type { Verifying } from './verifying.ts'

export type RecordRow = {
  readonly record: string
  readonly number: string
  readonly version: number
  readonly head: string
}

export type EventRow = {
  readonly record: string
  readonly city: number
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly actor: string
  readonly post: string
  readonly ask: string
  readonly party: string | null
  readonly body: string
  readonly form: number
  readonly prev: Buffer
  readonly hash: Buffer
}

/** An event as a seal holds it, or as it waits for one (`n` is 0). */
export type EntryRow = {
  readonly record: string
  readonly seq: number
  readonly hash: string
  readonly n: number
}

/** All there is of one record. */
export type Life = {
  readonly id: string
  readonly row: RecordRow | undefined
  readonly events: readonly EventRow[]
  readonly entries: readonly EntryRow[]
  readonly waiting: readonly EntryRow[]
}

/** Holds a record's events against their chain, the seals and the record's own row. */
export function checkLife({ found, count, progress }: Verifying, life: Life): void {
  const { row, events, entries, waiting } = life
  const name = `记录 ${row?.number ?? ''}(${life.id})`
  const says = (sentence: string) => found(`${name}${sentence}`)
  count.records += events.length > 0 ? 1 : 0
  count.events += events.length
  count.waiting += waiting.length
  progress('记录', count.records)
  checkChain(life, says)
  checkSealed(life, says)
  const last = events.at(-1)
  const held = [...entries, ...waiting]
  if (events.length === 0) {
    if (held.length > 0) says(`：整件记录的事件都不见了，${whereHeld(held)}`)
    else says('：没有任何事件')
  } else if (row === undefined) says('：事件还在，记录本身不见了')
  else if (
    last !== undefined &&
    (row.version !== last.seq || row.head !== last.hash.toString('hex'))
  )
    says(`：记录停在第 ${row.version} 个事件，与最后一个事件(第 ${last.seq} 个)不符`)
}

function checkChain({ events }: Life, says: (sentence: string) => void): void {
  let prev: Buffer = Buffer.alloc(0)
  let due = 1
  for (const event of events) {
    const where = `的第 ${event.seq} 个事件(${event.type})`
    if (event.seq !== due)
      says(`的第 ${due}${event.seq - 1 > due ? ` 至 ${event.seq - 1}` : ''} 个事件不见了`)
    else if (!event.prev.equals(prev)) says(`${where}：与前一个事件不相接`)
    if (!chainHash(event.prev, event).equals(event.hash)) says(`${where}：内容与校验值不符，被改动`)
    prev = event.hash
    due = event.seq + 1
  }
}

/** Every event stands in exactly one seal with the hash it has, or still waits for one. */
function checkSealed({ events, entries, waiting }: Life, says: (sentence: string) => void): void {
  const held = Map.groupBy([...entries, ...waiting], ({ seq }) => seq)
  const there = new Set(events.map(({ seq }) => seq))
  for (const { seq, type, hash } of events) {
    const where = `的第 ${seq} 个事件(${type})`
    const own = held.get(seq) ?? []
    if (own.length === 0) says(`${where}：没有封入任何封条，可能是补插的`)
    if (own.length > 1) says(`${where}：封了 ${own.length} 次，${whereHeld(own)}`)
    const other = own.find((one) => one.hash !== hash.toString('hex'))
    if (other !== undefined) says(`${where}：与封存时不同，${whereHeld([other])}`)
  }
  for (const [seq, own] of held)
    if (!there.has(seq) && events.length > 0)
      says(`的第 ${seq} 个事件：封存过，现在没有了，${whereHeld(own)}`)
}

function whereHeld(entries: readonly EntryRow[]): string {
  const seals = [...new Set(entries.map(({ n }) => (n === 0 ? '待封队列' : `第 ${n} 号封条`)))]
  return `见${seals.join('、')}`
}
