import { dayOf, type Instant } from '../../../kernel/time.ts'
import { categoryLeaves } from '../categories.ts'
import { pick } from '../random.ts'
import { type Arrival, arrives, type Recent, recentPlaces } from './arrivals.ts'
import { enters } from './enters.ts'
import { hotSpots } from './hot-spots.ts'
import { later, type Play } from './play.ts'
import { shownAppeals } from './showcase.ts'
import { drawn } from './weights.ts'
import { moments } from './when.ts'
import { topics } from './what.ts'
import { communities, type Spot } from './where.ts'

/** Puts every coming appeal on the queue, and says how many; what each is about is drawn when its
 *  moment has come. */
export function schedulesArrivals(
  play: Play,
  { begin, end, count }: { readonly begin: Instant; readonly end: Instant; readonly count: number },
): number {
  const { random, world } = play
  let total = 0
  const comes = (at: Instant, act: () => void) => {
    total += 1
    later(play, at, act)
  }
  const places = communities(random)
  const topic = topics()
  const recent = recentPlaces()
  const byCode = new Map(places.items.map((spot) => [spot.community.code, spot]))
  const leaves = new Map(categoryLeaves.map((leaf) => [leaf.code, leaf]))
  const begins = (arrival: Arrival) => {
    const kase = arrives(play, arrival)
    const record = kase && play.city.record(kase.id)
    if (kase === undefined || record === undefined) return
    play.cases.set(kase.id, kase)
    if (arrival.traits === undefined) recent.remember(play.now, kase, arrival.spot)
    enters(play, kase, { record, at: play.now })
  }
  const leafOf = (code: string) => leaves.get(code) ?? pick(random, categoryLeaves)
  for (const at of moments(random, { calendar: world.calendar, from: begin, to: end, count }))
    comes(at, () =>
      begins(
        repeated(play, recent) ??
          fresh(drawn(random, places), (rural) =>
            topic(random, { month: Number(dayOf(at).slice(5, 7)), rural }),
          ),
      ),
    )
  for (const { community, leaf, exactly, moments: told } of hotSpots(random, {
    from: begin,
    to: end,
  })) {
    const spot = byCode.get(community)
    if (spot === undefined) continue
    for (const at of told) comes(at, () => begins({ spot, leaf: leafOf(leaf), exactly }))
  }
  const street = places.items.filter((spot) => spot.street.code === SHOWN_STREET)
  for (const { at, leaf, traits } of shownAppeals(world, end))
    comes(at, () => begins({ spot: pick(random, street), leaf: leafOf(leaf), traits }))
  return total
}

const SHOWN_STREET = 530_102_001

/** Somebody else speaks of what is still open, or it is back where it was answered. */
function repeated(play: Play, recent: Recent): Arrival | undefined {
  const at = play.random()
  if (at < 0.03) {
    const one = recent.open(play)
    if (one === undefined || !play.cases.has(one.kase.id)) return undefined
    const { kase, spot } = one
    return { spot, leaf: kase.leaf, exactly: kase.text.spot, primary: kase.id }
  }
  if (at > 0.055) return undefined
  const one = recent.answered(play)
  return one && { spot: one.spot, leaf: one.kase.leaf, exactly: one.kase.text.spot }
}

function fresh(spot: Spot, topic: (rural: boolean) => Arrival['leaf']): Arrival {
  return { spot, leaf: topic(spot.community.type === '村') }
}
