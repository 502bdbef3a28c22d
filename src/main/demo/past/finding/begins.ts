import type { Actor } from '../../../../kernel/actor.ts'
import { placeOf } from '../../../../kernel/directory.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { ListItem } from '../../../../platform/world/city-state.ts'
import { findingCategories } from '../../finding-categories.ts'
import { gridsOf } from '../../grids.ts'
import { inventSpot } from '../../places.ts'
import { pick } from '../../random.ts'
import { ask, type Data, holder, later, type Play } from '../play.ts'
import { drawn, weighted } from '../weights.ts'
import { moments, walkingHours } from '../when.ts'
import { communities, type Spot } from '../where.ts'
import { type ShownFinding, shownFindings } from './showcase.ts'
import { drawnFinding, type FindingTraits } from './traits.ts'
import { DETAILS } from './words.ts'
import { takesUp } from './follows.ts'

/** How often each is found; what is not named is found once in a while. */
const OFTEN: Readonly<Record<string, number>> = {
  E101: 12,
  E102: 7,
  E103: 5,
  E106: 2,
  E201: 7,
  E401: 2,
  E402: 1,
  E501: 8,
  E502: 6,
  E503: 8,
  E504: 8,
  E601: 7,
  E602: 5,
  P101: 3,
  P102: 4,
  P201: 5,
  P501: 1,
  E2: 2,
  E3: 2.5,
  P2: 2,
  P3: 2.5,
  P4: 2,
  P5: 1.5,
}

const leaves = findingCategories.filter(({ parent }) => parent !== undefined)
const leafOf = weighted(leaves, ({ value }) => OFTEN[value] ?? OFTEN[value.slice(0, 2)] ?? 1)

/** Puts every coming finding on the queue, and says how many. */
export function schedulesFindings(
  play: Play,
  { begin, end, count }: { readonly begin: Instant; readonly end: Instant; readonly count: number },
): number {
  const { random, world } = play
  const { calendar } = world
  const places = communities(random)
  const walked = moments(random, { calendar, from: begin, to: end, count, hours: walkingHours })
  for (const at of walked)
    later(play, at, () => finds(play, { spot: drawn(random, places), leaf: drawn(random, leafOf) }))
  const byCode = new Map(places.items.map((spot) => [spot.community.code, spot]))
  const shown = shownFindings(end)
  for (const one of shown)
    later(play, one.at, () => {
      const spot = byCode.get(one.community)
      const leaf = leaves.find(({ value }) => value === one.leaf)
      if (spot !== undefined && leaf !== undefined) finds(play, { spot, leaf, shown: one })
    })
  return count + shown.length
}

type Found = { readonly spot: Spot; readonly leaf: ListItem; readonly shown?: ShownFinding }

/** Whoever walks the grid reports; where no grids are walked, the community's own people do. */
function finds(play: Play, { spot, leaf, shown }: Found): void {
  const { random, duty, world } = play
  const { community } = spot
  const place = placeOf(world.directory, community.code)
  const unit = place && duty.communityFor(place)
  if (place === undefined || unit === undefined) return
  const grids = gridsOf(community.code)
  const finder = shown?.finder(play, unit) ?? finderIn(play, unit, grids.length > 0)
  const data: Data = {
    category: leaf.value,
    title: leaf.label,
    ...(random() < 0.7 ? { spot: inventSpot(random, community.shortName, 'street') } : {}),
    ...(random() < 0.3 ? { detail: pick(random, DETAILS) } : {}),
    ...(grids.length > 0 ? { grid: pick(random, grids) } : {}),
  }
  const line = { kind: 'grid-finding', command: 'report', actor: finder, place, data }
  const record = ask(play, line)
  if (record === undefined) return
  const drawnTraits = drawnFinding(random, leaf.limitClass ?? 'ordinary')
  const traits: FindingTraits = { ...drawnTraits, ...shown?.traits }
  takesUp(play, record, {
    id: record.id,
    leaf: leaf.value,
    place,
    finder,
    traits,
    visit: 0,
    recallsLeft: traits.recalls,
    returnsLeft: traits.returns,
    denialsLeft: traits.heard === 'denied' ? 1 : 0,
    sendsBackLeft: traits.sendsBack,
  })
}

function finderIn(play: Play, unit: number, gridded: boolean): Actor {
  return gridded && play.random() < 0.9
    ? holder(play, unit, 'gridWorker')
    : holder(play, unit, 'worker')
}
