import { displaced } from '../../kernel/relocating.ts'
import type { RecordState } from '../../kernel/record.ts'
import { ask } from '../asking/ask.ts'
import { moveRequest } from '../asking/moved-first.ts'
import type { AskDeps } from '../asking/types.ts'
import type { Loaded } from '../store/load.ts'
import { openRecords } from './open-records.ts'

export type NotMoved = {
  readonly record: Pick<RecordState, 'id' | 'kind' | 'number' | 'title'>
  readonly says: string
}

const abreast = 4
/** What was opened meanwhile by a process that had not heard yet is found in another pass. */
const mostPasses = 10

/**
 * Moves every open record that lies where nothing lies any more, until a pass finds nothing left
 * but what cannot be moved. Begun again after it was broken off, it goes on: what was moved has
 * nowhere left to move.
 */
export async function moveAll(
  deps: AskDeps,
  city: number,
  { signal, moved }: { readonly signal: AbortSignal; readonly moved: (n: number) => Promise<void> },
): Promise<readonly NotMoved[]> {
  const stuck = new Map<string, NotMoved>()
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let found = 0
    for await (const page of openRecords(deps.db, city, deps.worldOf(city))) {
      const left = page.filter(({ record, lastAt }) => {
        const kind = deps.registry.get(record.kind)
        const at = { world: deps.worldOf(city), record, lastAt, at: deps.now() }
        return kind !== undefined && !stuck.has(record.id) && displaced(kind, at) !== undefined
      })
      if (left.length === 0) continue
      found += left.length
      await moveSome(deps, city, { left, stuck, signal })
      await moved(left.length)
    }
    if (found === 0) break
  }
  return [...stuck.values()]
}

type Some = {
  readonly left: readonly Loaded[]
  readonly stuck: Map<string, NotMoved>
  readonly signal: AbortSignal
}

async function moveSome(deps: AskDeps, city: number, { left, stuck, signal }: Some): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let one = left[next++]; one !== undefined; one = left[next++]) {
      signal.throwIfAborted()
      const { id, kind, number, title } = one.record
      const request = await moveRequest(deps, city, { ...one, at: deps.now() })
      if (request === undefined) continue
      const answer = await ask(deps, request)
      if (!answer.ok && answer.refused !== 'lostRace')
        stuck.set(id, { record: { id, kind, number, title }, says: answer.says })
    }
  }
  await Promise.all(Array.from({ length: abreast }, worker))
}
