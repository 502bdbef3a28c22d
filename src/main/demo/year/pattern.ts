import type { Instant } from '../../../kernel/time.ts'
import { writtenLife } from '../../../platform/store/bulk.ts'
import { bulkTables } from '../../../platform/store/bulk-tables.ts'
import type { CopiedTable } from '../../../platform/store/copy.ts'
import type { DeltaRow } from '../../../platform/store/rows.ts'
import type { WrittenStep } from '../../../platform/store/step.ts'
import { searchTokens } from '../../../platform/suggest/words.ts'
import { storedLife } from '../stored-life.ts'
import type { ClockAsk, Replayed, Stage } from './replay.ts'
import type { Template } from './template.ts'

/** One life, ready to be written many times over: what stands in its rows, with a place for each
 *  value that is another in each copy. */
export type Pattern = {
  readonly kind: string
  readonly openedAt: Instant
  /** By so much later a copy may happen and all stays as it was, but for its moments. */
  readonly span: number
  readonly size: number
  readonly record: number
  readonly number: number
  readonly ids: readonly Slot<{ readonly at: Instant }>[]
  readonly moments: readonly Slot<{ readonly at: Instant; readonly text: 'iso' | 'ms' }>[]
  readonly asks: readonly Slot<ClockAsk & { readonly shifts: boolean }>[]
  readonly contacts: readonly { readonly id: number; readonly digest: number }[]
  readonly events: readonly {
    readonly head: Template
    readonly body: Template
    readonly slot: number
    readonly hash: number
  }[]
  readonly seals: readonly Slot<{ readonly id: number; readonly plain: string }>[]
  readonly dice: readonly number[]
  readonly tables: readonly PatternTable[]
  readonly rows: number
  readonly deltas: readonly DeltaRow[]
}

type Slot<T> = T & { readonly slot: number }

export type PatternTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly lines: Template
}

export type Written = {
  readonly replay: Replayed
  readonly steps: readonly WrittenStep[]
  readonly tables: readonly CopiedTable[]
  readonly texts: ReadonlyMap<string, string>
}

/** All rows of a replayed life, made by what makes the rows of every other. */
export function written(stage: Stage, replay: Replayed): Written | undefined {
  const keys = { seal: () => Buffer.alloc(0), index: () => Buffer.alloc(0) }
  const texts = new Map<string, string>()
  const tools = {
    world: stage.world,
    digest: stage.digest,
    segment: searchTokens,
    newId: () => replay.newId(replay.life.steps[0]?.event.at ?? 0),
    sealWords: (id: string, text: string) => {
      texts.set(id, text)
      return `§s:${id}§`
    },
  }
  const [life] = writtenLife(
    storedLife(replay.life, keys, () => undefined),
    tools,
  )
  if (life === undefined) return undefined
  return { replay, steps: life.steps, tables: bulkTables([life], stage.world), texts }
}
