import type { Actor, Post } from '../../../kernel/actor.ts'
import { builtInCommands } from '../../../kernel/built-in.ts'
import { isGiven, type Value } from '../../../kernel/field.ts'
import type { Command, State } from '../../../kernel/kind.ts'
import type { Line, Step } from '../../../kernel/rehearsal.ts'
import { isContentRef } from '../../../platform/store/step.ts'
import type { SimulatedLife } from '../simulate.ts'

/**
 * What people asked in a life, in order, so that it can be asked again apart from all other lives.
 * Nothing when it met others: an effect, or a neighbouring city, had asked.
 */
export function askedLines(
  { kind, steps }: SimulatedLife,
  posts: ReadonlyMap<string, Post>,
): readonly Line[] | undefined {
  const lines: Line[] = []
  for (const step of steps) {
    const { event, before } = step
    if (event.actor === 'clock') continue
    const actor = actorOf(step, posts)
    const command = commandName(step)
    if (actor === undefined || command === undefined || step.openedBy !== undefined)
      return undefined
    lines.push({
      kind: kind.name,
      command,
      actor,
      at: Math.floor(event.at),
      record: before?.id,
      party: event.party,
      place: before === undefined ? step.after.place : undefined,
      data: dataOf(step),
    })
  }
  return lines
}

function actorOf({ event, after }: Step, posts: ReadonlyMap<string, Post>): Actor | undefined {
  const post = posts.get(event.post)
  if (post !== undefined) return { by: 'post', post }
  if (event.actor === 'link') return { by: 'link', record: after.id }
  return event.actor === 'public' ? { by: 'public' } : undefined
}

/** The name under which the command of a step is asked. */
export function commandName({ kind, command }: Pick<Step, 'kind' | 'command'>): string | undefined {
  const states: readonly State[] = [
    ...Object.values(kind.states),
    ...Object.values(kind.parties ?? {}).flatMap((party) => Object.values(party.states)),
  ]
  return [kind.starts, ...states.map((state) => state.commands ?? {}), builtInCommands]
    .flatMap((commands: Readonly<Record<string, Command>>) => Object.entries(commands))
    .find(([, one]) => one === command)?.[0]
}

/** Words as they were typed, and what is kept apart. */
function dataOf({ input, words, apart }: Step): Readonly<Record<string, Value>> {
  const typed = Object.entries(input).map(([name, value]): [string, Value] => {
    const text = words[name]
    return [name, isContentRef(value) && text !== undefined ? text : value]
  })
  return Object.fromEntries([...typed, ...Object.entries(apart)].filter(([, v]) => isGiven(v)))
}
