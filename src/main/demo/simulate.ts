import type { Post } from '../../kernel/actor.ts'
import { dueQueue } from '../../kernel/due-queue.ts'
import { holdersAmong } from '../../kernel/holder-fact.ts'
import type { Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import { rehearse, type Step } from '../../kernel/rehearsal.ts'
import { addDays, dayMs, dayOf, hourMs, type Instant, startOfDay } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import { schedulesCampaigns } from './past/campaign/follows.ts'
import { schedulesProjects } from './past/demand/follows.ts'
import { dutyBook } from './past/duty-book.ts'
import { listsDuties } from './past/duty-list.ts'
import { follows } from './past/enters.ts'
import { figuresSoFar } from './past/figures-so-far.ts'
import { accountPosts } from './account-ids.ts'
import { schedulesFindings } from './past/finding/begins.ts'
import { halfYear } from './half-year.ts'
import { livesKept } from './lives-kept.ts'
import { blankMemory } from './past/memory.ts'
import { later, type Play } from './past/play.ts'
import { schedulesArrivals } from './past/schedule.ts'
import { firstOfSamples, schedulesSamples } from './samples/play-samples.ts'
import { schedulesWhistles } from './past/whistle/begins.ts'
import { type InventedPerson, inventPeople } from './people.ts'
import { pick, seededRandom } from './random.ts'

export type SimulatedLife = { readonly kind: Kind; readonly steps: readonly Step[] }

export type Simulated = {
  /** Lives in the order in which they ended; those that go on come last. */
  readonly lives: Iterable<SimulatedLife>
  /** Appeals, findings and whistles there will be. */
  readonly total: number
  /** Who is behind a contact of a life. */
  readonly person: (contact: string) => InventedPerson | undefined
  /** Asks that were refused, by kind, command and rule: scripts mean to have none. */
  readonly refusals: ReadonlyMap<string, number>
}

export type Part = 'findings' | 'rest'

export type Simulation = {
  readonly kinds: ReadonlyMap<string, Kind>
  /** Of which figures that asks rest on are told. */
  readonly indicators: readonly Indicator[]
  readonly world: World
  readonly posts: readonly Post[]
  /** The past ends at this moment and began so many days before. */
  readonly end: Instant
  readonly days: number
  /** Appeals of the whole time, besides those made for show; all else is in proportion. */
  readonly appeals: number
  readonly seed: number
  /** Findings meet nothing else of the past, so they may be played apart from it; all without. */
  readonly part?: Part | undefined
  /** Without what is made for show, which a past of the whole half year has besides. */
  readonly samples?: boolean | undefined
  readonly newId: (at: Instant) => string
  readonly newNumber: (at: Instant) => string
  readonly digest: (text: string) => string
}

/** Half a year of a city that never was: people ask, units act, clocks run out, all of it decided
 *  by the kernel. The same seed, world and end give the same past. */
export function simulate(given: Simulation): Simulated {
  const begin = startOfDay(addDays(dayOf(given.end), -given.days)) + 8 * hourMs
  const random = seededRandom(given.seed)
  const book = livesKept<Step>()
  const residents = inventPeople(seededRandom(given.seed + 1), Math.ceil(given.appeals * 0.6) + 50)
  const people = new Map<string, InventedPerson>()
  const figures = figuresSoFar(given.world, given.indicators)
  const play: Play = {
    city: rehearse({
      kinds: given.kinds,
      world: given.world,
      nextId: given.newId,
      nextNumber: given.newNumber,
      digest: given.digest,
      figures: figures.read,
      holders: holdersAmong(given.posts),
    }),
    world: given.world,
    random,
    accountPosts: accountPosts(),
    posts: Map.groupBy(given.posts, ({ unit, role }) => `${unit}|${role}`),
    duty: dutyBook(),
    ...blankMemory(),
    queue: dueQueue(),
    heard: (steps) => {
      figures.hear(steps)
      for (const step of steps) {
        book.add(step)
        follows(play, step)
      }
    },
    settles: book.settle,
    keeps: book.keep,
    newContact: (at) => {
      const contact = given.newId(at)
      people.set(contact, pick(random, residents))
      return { contact }
    },
    now: isWhole(given) ? Math.min(begin, firstOfSamples(given.end)) - dayMs : begin - dayMs,
  }
  const total = schedules(play, given, begin)
  return {
    lives: played(play, book, given.end),
    total,
    person: (contact) => people.get(contact),
    refusals: play.refusals,
  }
}

/** What begins by itself, in the part that is wanted; gives how many there will be. */
function schedules(play: Play, given: Simulation, begin: Instant): number {
  const span = { begin, end: given.end }
  const ratio = given.appeals / halfYear.appeals
  const of = (count: number) => ({ ...span, count: Math.round(count * ratio) })
  const schedulesRest = () => {
    later(play, begin - dayMs + 2 * hourMs, () => listsDuties(play, begin - dayMs))
    schedulesProjects(play, span)
    // Samples reach back over the whole half year and further; a shorter past begins after them.
    if (isWhole(given)) schedulesSamples(play, given.end)
    return (
      schedulesArrivals(play, { ...span, count: given.appeals }) +
      schedulesWhistles(play, of(halfYear.whistles)) +
      schedulesCampaigns(play, of(halfYear.campaigns))
    )
  }
  return (
    (given.part === 'findings' ? 0 : schedulesRest()) +
    (given.part === 'rest' ? 0 : schedulesFindings(play, of(halfYear.findings)))
  )
}

function isWhole({ days, part, samples = true }: Simulation): boolean {
  return samples && days >= halfYear.days && part !== 'findings'
}

function* played(
  play: Play,
  book: ReturnType<typeof livesKept<Step>>,
  end: Instant,
): Generator<SimulatedLife> {
  for (let next = play.queue.pop(end); next !== undefined; next = play.queue.pop(end)) {
    play.now = next.due
    play.heard(play.city.until(next.due))
    next.entry()
    yield* book.ended()
  }
  play.now = end
  play.heard(play.city.until(end))
  yield* book.ended()
  yield* book.rest()
}
