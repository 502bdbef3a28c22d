import { v5 } from 'uuid'
import type { Place } from '../../kernel/directory.ts'
import type { Fields } from '../../kernel/field.ts'
import type { AskEffect, Command, Kind, OpenEffect } from '../../kernel/kind.ts'
import { canonicalJson } from '../store/chain.ts'
import type { EffectRow } from '../store/commit-parts.ts'
import { loadSpoken } from './spoken.ts'
import { objectIn } from '../store/json.ts'
import { isContentRef, sealedContents, type Step, textsOf } from '../store/step.ts'
import { prepare } from './prepare.ts'
import type { AskDeps, AskRequest, Prepared } from './types.ts'
import type { Values } from '../../kernel/field.ts'

/** What an effect's clock row says. */
export type EffectBody = {
  readonly of: string
  readonly kind: string
  readonly command: string
  readonly input: Values
}

/** Whose effect opens something: a step, or an ask that was refused. */
type Opener = {
  readonly prepared: Prepared
  readonly record: { readonly place: Place }
}

/** All that one step's effects open, made ready to be decided. */
export async function preparedOpening(
  deps: AskDeps,
  effect: OpenEffect,
  from: Opener,
): Promise<{ kind: Kind; prepared: Prepared; place: Place }> {
  const kind = kindOf(deps, effect.open)
  const fields = kind.starts[effect.command]?.input ?? {}
  const words = { ...(await passedWords(deps, effect.input, from)), ...effect.words }
  const prepared = prepare(fields, { ...effect.words, ...effect.input }, { ...deps, words })
  return { kind, prepared, place: effect.place ?? from.record.place }
}

/** The ask by which a refusal leaves a record. */
export async function leftRequest(
  deps: AskDeps,
  effect: OpenEffect,
  { request, index }: { readonly request: AskRequest; readonly index: number },
): Promise<AskRequest> {
  const { city, prepared, id, at } = request
  const own = request.place ?? { city }
  const opening = await preparedOpening(deps, effect, { prepared, record: { place: own } })
  return {
    id: v5(`${id}:left:${index}`, effectSpace),
    city,
    kind: opening.kind.name,
    command: effect.command,
    actor: { by: 'effect', of: request.record ?? id },
    at,
    place: opening.place,
    prepared: opening.prepared,
  }
}

/** An effect's ask of another record, as a clock row due at once. Its id follows from the event. */
export function sentEffect(
  deps: AskDeps,
  effect: AskEffect,
  from: { readonly step: Step; readonly index: number },
): EffectRow {
  const { record, event } = from.step
  const kind = kindOf(deps, effect.kind)
  const prepared = prepare(inputsOf(kind, effect.command), effect.input, deps)
  const body: EffectBody = {
    of: record.id,
    kind: kind.name,
    command: effect.command,
    input: prepared.input,
  }
  return {
    id: v5(`${record.id}:${event.seq}:${from.index}`, effectSpace),
    record: effect.ask,
    asks: effect.command,
    // Once a clock was ahead, an event may lie in the future; what it sends does not wait for that.
    due: Math.min(event.at, deps.now()),
    body: canonicalJson(body),
    contents: sealedContents(prepared.contents, deps.keys),
  }
}

/** The ask that an effect's row carries, with the words that its input refers to. */
export async function effectPrepared(
  deps: AskDeps,
  city: number,
  body: string,
): Promise<EffectBody & { prepared: Prepared }> {
  const effect = objectIn<EffectBody>(JSON.parse(body))
  const texts = await loadSpoken(deps, city, refsIn(effect.input))
  const { input } = effect
  const words = wordsBehind(input, texts)
  return { ...effect, prepared: { input, words, contents: [], contacts: [], files: [], apart: [] } }
}

export function kindOf(deps: Pick<AskDeps, 'registry'>, name: string): Kind {
  const kind = deps.registry.get(name)
  if (kind === undefined) throw new Error(`no kind ${name} runs here`)
  return kind
}

const effectSpace = '1b8a4f0e-53c7-5d0a-9a3e-6f4f1c2d7e90'

/** Words behind references that an effect passes on: typed just now, or kept before. */
export async function passedWords(
  deps: AskDeps,
  input: Values,
  { prepared, record }: Opener,
): Promise<Record<string, string>> {
  const typed = textsOf(prepared)
  const missing = refsIn(input).filter((id) => !typed.has(id))
  const kept = await loadSpoken(deps, record.place.city, missing)
  return wordsBehind(input, new Map([...typed, ...kept]))
}

function wordsBehind(input: Values, texts: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      const text = isContentRef(value) ? texts.get(value.content) : undefined
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

function refsIn(input: Values): readonly string[] {
  return Object.values(input).flatMap((value) => (isContentRef(value) ? [value.content] : []))
}

/** What a command takes, in whichever states and roles it stands. */
export function inputsOf(kind: Kind, name: string): Fields {
  const states = [
    ...Object.values(kind.states),
    ...Object.values(kind.parties ?? {}).flatMap((party) => Object.values(party.states)),
  ]
  const commands: readonly (Command | undefined)[] = states.map((state) => state.commands?.[name])
  return Object.assign({}, ...commands.map((command) => command?.input ?? {}))
}
