import { engineRefusal, type Refusal } from '../../kernel/refusal.ts'
import { commit, type Committed } from '../store/commit.ts'
import { effectName } from '../store/commit-children.ts'
import { type Loaded, loadRecord } from '../store/load.ts'
import { writtenStep } from '../store/step.ts'
import { answerOf, answeredBefore, storedAnswer } from './answers.ts'
import { clockRequest, dueFirst } from './clocks-first.ts'
import { decideWhole } from './deciding.ts'
import { kindOf, leftRequest } from './effects.ts'
import { moveRequest } from './moved-first.ts'
import { shownWords } from './shown-words.ts'
import { inTurn } from './turns.ts'
import type { Answer, AskDeps, AskRequest } from './types.ts'

const attempts = 4
const noHash = Buffer.alloc(0)

/**
 * Does what somebody, or a clock, or an effect asks: loads, decides, commits, and answers. The
 * record's own clocks that are due go first. A lost race is decided again three times; a resend
 * gets the first answer. Throws StoreAway when the ask should simply be sent again.
 */
export async function ask(deps: AskDeps, request: AskRequest): Promise<Answer> {
  if (request.record === undefined) return decided(deps, request)
  return inTurn(`${request.city}:${request.record}`, () => decided(deps, request))
}

async function decided(deps: AskDeps, request: AskRequest): Promise<Answer> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await attempted(deps, request)
    if (answer !== 'lost') return answer
  }
  return lostRace
}

async function attempted(deps: AskDeps, request: AskRequest): Promise<Answer | 'lost'> {
  const { city, record: id, actor } = request
  if (id === undefined) return done(deps, request, undefined)
  const loaded = await loadRecord(deps.db, city, id)
  if (loaded === undefined || loaded.record.kind !== request.kind)
    return engineRefusal('notVisible')
  const clocked = actor.by === 'clock' ? loaded : await afterClocks(deps, request, loaded)
  const current = clocked === 'lost' ? 'lost' : await afterMove(deps, request, clocked)
  return current === 'lost' ? 'lost' : done(deps, request, current)
}

/** The record where it lies as areas and units are cut at that moment. */
async function afterMove(
  deps: AskDeps,
  request: AskRequest,
  loaded: Loaded,
): Promise<Loaded | 'lost'> {
  if (request.command === 'relocate') return loaded
  const { city } = request
  const { record, lastAt } = loaded
  const at = Math.max(request.at, lastAt)
  const move = await moveRequest(deps, city, { record, lastAt, at })
  if (move === undefined) return loaded
  const answer = await done(deps, move, loaded)
  if (answer === 'lost') return 'lost'
  // What cannot be moved is somebody's to-do already, and may be the way to put it right.
  return answer.ok ? ((await loadRecord(deps.db, city, record.id)) ?? 'lost') : loaded
}

/** The record after its own due clocks have asked, each at its due moment. */
async function afterClocks(
  deps: AskDeps,
  request: AskRequest,
  loaded: Loaded,
): Promise<Loaded | 'lost'> {
  const tried = new Set<string>()
  let current = loaded
  for (;;) {
    const due = dueFirst(current.record, { at: request.at, tried })
    if (due === undefined) return current
    const clock = clockRequest(request.city, current.record, due)
    tried.add(clock.id)
    const answer = await done(deps, clock, current)
    if (answer === 'lost') return 'lost'
    if (!answer.ok) continue
    const next = await loadRecord(deps.db, request.city, current.record.id)
    if (next === undefined) return 'lost'
    current = next
  }
}

async function done(
  deps: AskDeps,
  request: AskRequest,
  loaded: Loaded | undefined,
): Promise<Answer | 'lost'> {
  // Time never runs back within a record, whatever a late clock or another machine says.
  const at = Math.max(request.at, loaded?.lastAt ?? request.at)
  const world = deps.worldOf(request.city)
  const kind = kindOf(deps, request.kind)
  const { city, record } = request
  const prepared = await shownWords(deps, kind, { city, prepared: request.prepared, record })
  const whole = await decideWhole(deps, {
    kind,
    world,
    record: loaded?.record,
    ask: kernelAsk(deps, { ...request, at, prepared }),
    prepared,
  })
  if (!whole.ok)
    return (
      (await answeredBefore(deps, request)) ??
      leaving(deps, { ...request, prepared, place: loaded?.record.place ?? request.place }, whole)
    )
  const tools = { ...deps, ...deps.keys, world }
  const steps = whole.steps.map((step, index) =>
    writtenStep(step, index === 0 ? (loaded?.head ?? noHash) : noHash, tools),
  )
  const answer = answerOf(steps)
  const committed = await commit(deps.db.writer, {
    city: request.city,
    ask: request.id,
    at,
    answer: storedAnswer(request, answer),
    world,
    rests: whole.rests,
    steps,
    effects: whole.effects,
    parcels: whole.parcels,
    settles:
      request.effect === undefined || loaded === undefined
        ? undefined
        : { record: loaded.record.id, name: effectName(request.effect) },
  })
  return committed.is === 'done' ? answer : unmade(deps, request, committed)
}

/** A refusal of a rule that leaves records opens them now, each by an ask whose id follows from the
 *  refused one: sent again, it leaves nothing more. */
async function leaving(deps: AskDeps, request: AskRequest, refusal: Refusal): Promise<Answer> {
  for (const [index, effect] of (refusal.leaves ?? []).entries())
    await decided(deps, await leftRequest(deps, effect, { request, index }))
  return refusal
}

async function unmade(
  deps: AskDeps,
  request: AskRequest,
  committed: Exclude<Committed, { is: 'done' }>,
): Promise<Answer | 'lost'> {
  if (committed.is === 'conflict') return 'lost'
  if (committed.is === 'claimed') return claimTaken(deps, committed)
  return (await answeredBefore(deps, request)) ?? engineRefusal('notOffered')
}

function kernelAsk(deps: AskDeps, request: AskRequest) {
  const { id, command, actor, at, party, clock, prepared, fresh } = request
  const place = request.place ?? { city: deps.worldOf(request.city).directory.city }
  const starts = request.record === undefined
  return {
    id,
    command,
    actor,
    at,
    party,
    clock,
    input: prepared.input,
    words: prepared.words,
    fresh: starts
      ? { id: fresh?.id ?? deps.newId(), number: fresh?.number ?? deps.nextNumber(at), place }
      : undefined,
  }
}

function claimTaken(deps: AskDeps, { kind, key }: Extract<Committed, { is: 'claimed' }>): Refusal {
  const [name = ''] = key.split('|')
  const claim = kindOf(deps, kind).claims?.[name]
  return {
    ok: false,
    refused: 'claimTaken',
    says: `已经有同样的记录:${claim?.label ?? name}`,
    basis: claim?.label,
    instead: '请查看已有的那一条',
    field: claim?.fields[0],
    as: 'rule',
  }
}

const lostRace: Refusal = {
  ok: false,
  refused: 'lostRace',
  says: '同一时间有别人在办这件事,请看最新情况后再办',
  as: 'stale',
}
