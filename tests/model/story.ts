import { seededDice } from '../faults/dice.ts'
import type { Instant } from '../../src/kernel/time.ts'
import type { Step } from '../../src/kernel/rehearsal.ts'
import type { Dice } from './inputs.ts'
import { actorWords, openStage, playTurn, type Setting, type Turn } from './stage.ts'
import { type Cast, drawAsk, drawPause } from './walking.ts'

export type Story = {
  readonly turns: readonly Turn[]
  readonly wrong: readonly string[]
  readonly steps: readonly Step[]
  /** When it ends. */
  readonly now: Instant
  /** How often each command was done, and how often refused, by 'kind command role'. */
  readonly done: ReadonlyMap<string, number>
  readonly refused: ReadonlyMap<string, number>
}

type Telling = {
  readonly setting: Setting
  readonly cast: Cast
  readonly seed: number
  readonly asks: number
  readonly begins: Instant
  /** Whether so much time goes by that clocks run out. */
  readonly isPatient: boolean
}

/** Asks so many times what dice draw, until the engine and the model part. */
export function tellStory({ setting, cast, seed, asks, begins, isPatient }: Telling): Story {
  const dice: Dice = seededDice(seed)
  const stage = openStage(setting)
  const turns: Turn[] = []
  const steps: Step[] = []
  const done = new Map<string, number>()
  const refused = new Map<string, number>()
  let now = begins
  const story = (wrong: readonly string[]): Story => ({
    turns,
    wrong,
    steps,
    now,
    done,
    refused,
  })
  for (let index = 0; index < asks; index += 1) {
    const pause = isPatient ? drawPause(dice) : 1000
    now += pause
    const count = (command: string) => done.get(command) ?? 0
    if (pause > 1000) {
      const wait = { label: `wait ${index}`, until: now }
      turns.push(wait)
      const { wrong, steps: more } = playTurn(stage, wait)
      steps.push(...more)
      if (wrong.length > 0) return story(wrong)
    }
    const {
      doing,
      isOffered,
      wrong: unlike,
    } = drawAsk({
      model: stage.model,
      cast,
      dice,
      now,
      count,
    })
    const turn = { label: `ask ${index}`, doing }
    turns.push(turn)
    const played = playTurn(stage, turn)
    steps.push(...played.steps)
    const wrong = [...unlike, ...againstOffer(isOffered, played.refused), ...played.wrong]
    if (wrong.length > 0) return story(wrong)
    const { kind, command, party } = doing
    const key = [kind, command, party?.role].filter((part) => part !== undefined).join(' ')
    const counts = played.refused === undefined ? done : refused
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return story([])
}

/** What is offered may be refused for what was typed, never because of who asks or where it is; and
 *  what is not offered is refused. */
function againstOffer(isOffered: boolean, refused: string | undefined): readonly string[] {
  const isStanding = ['notOffered', 'notAllowed', 'notVisible'].includes(refused ?? '')
  if (isOffered && isStanding) return [`offered, and refused: ${refused}`]
  return !isOffered && refused === undefined ? ['not offered, and done'] : []
}

/** The shortest part of a story that still goes wrong: what can be left out, is. */
export function shrunk(setting: Setting, story: Story): readonly Turn[] {
  const goesWrong = (turns: readonly Turn[]) => {
    const stage = openStage(setting)
    return turns.some((turn) => playTurn(stage, turn).wrong.length > 0)
  }
  let kept = story.turns
  if (!goesWrong(kept)) return kept.slice(-1)
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at < kept.length;) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)]
      if (goesWrong(rest)) kept = rest
      else at += size
    }
  return kept
}

/** A story as whoever mends it wants to read it. */
export function wordsOf(turns: readonly Turn[]): string {
  return turns
    .map((turn) => {
      if ('until' in turn) return `${turn.label}: until ${new Date(turn.until).toISOString()}`
      const { kind, command, record = 'new', party, actor, data } = turn.doing
      const to = party === undefined ? '' : ` (${party.role} ${party.unit})`
      return `${turn.label}: ${actorWords(actor)} asks ${kind}.${command}${to} of ${record} ${JSON.stringify(data)}`
    })
    .join('\n')
}
