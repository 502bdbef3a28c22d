import { decide } from '../../kernel/decide.ts'
import type { RecordState } from '../../kernel/record.ts'
import { commandOf } from '../../kernel/standing.ts'
import { prepare } from '../asking/prepare.ts'
import type { AskDeps } from '../asking/types.ts'
import type { Life } from '../store/bulk.ts'
import type { Step } from '../store/step.ts'
import { matter } from './kinds.ts'
import { place, postIn, world } from './world.ts'

export type Lived = {
  readonly command: string
  readonly raw: Readonly<Record<string, unknown>>
  readonly by: number
  readonly at: number
}

/** A matter's whole life as the kernel decides it, without a store. */
export function lifeOf(deps: AskDeps, doings: readonly Lived[]): Life {
  const steps: Step[] = []
  for (const { command, raw, by, at } of doings) {
    const before: RecordState | undefined = steps.at(-1)?.record
    const fields =
      before === undefined
        ? matter.starts[command]?.input
        : commandOf(matter, { before, starting: false, party: undefined, ask: { command } })?.input
    const prepared = prepare(fields ?? {}, raw, deps)
    const decision = decide(
      matter,
      { world, record: before, facts: {} },
      {
        id: deps.newId(),
        command,
        actor: { by: 'post', post: postIn(by) },
        at,
        input: prepared.input,
        words: prepared.words,
        fresh: { id: deps.newId(), number: deps.nextNumber(at), place },
      },
    )
    if (!decision.ok) throw new Error(`${command} was refused: ${decision.refused}`)
    const { record, event, command: asked } = decision
    steps.push({ kind: matter, before, record, event, command: asked, prepared })
  }
  return { kind: matter, steps }
}
