export type Side = { readonly id: number; readonly name: string }

/** Places are paths: '五华区 / 华山街道 / 文林社区'; the whole city is the empty one. */
export type Need = {
  readonly id: string
  readonly title: string
  readonly topic: string
  readonly form: string
  readonly detail: string
  readonly place: string
  readonly community: Side
  readonly street: string
  readonly wished: readonly string[]
  readonly openedAt: string
  readonly isOld: boolean
  readonly isMatched: boolean
  /** Somebody has taken it up and waits for the other side. */
  readonly isClaimed: boolean
}

export type Resource = {
  readonly id: string
  readonly title: string
  readonly topic: string
  readonly form: string
  readonly conditions: string
  readonly place: string
  readonly scope: string
  readonly unit: Side
  readonly days: readonly string[]
  readonly hours: readonly string[]
  readonly until: string
  readonly used: number
}

/** A resource that might meet a need: what speaks for it, and what would have to be talked about. */
export type Match = {
  readonly resource: Resource
  readonly reasons: readonly string[]
  readonly doubts: readonly string[]
  readonly score: number
}

/** Resources that might meet a need, the best first. Only what serves the same matter and is open to
 *  the community is proposed at all; people decide, this only says why. */
export function matchesFor(need: Need, resources: readonly Resource[]): readonly Match[] {
  return resources
    .filter(
      (resource) =>
        resource.topic === need.topic &&
        holds(resource.scope, need.place) &&
        resource.unit.id !== need.community.id,
    )
    .map((resource) => matched(need, resource))
    .toSorted((a, b) => b.score - a.score || (a.resource.id < b.resource.id ? -1 : 1))
}

/** True when a place is the outer one or lies in it. */
export function holds(outer: string, inner: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer} / `)
}

type Said = { readonly score: number; readonly reason?: string; readonly doubt?: string }

function matched(need: Need, resource: Resource): Match {
  const said: readonly Said[] = [
    { score: 0, reason: `同是${need.topic}` },
    lacks(need, resource),
    distance(need, resource),
    hours(need, resource),
  ]
  return {
    resource,
    reasons: said.flatMap(({ reason }) => reason ?? []),
    doubts: said.flatMap(({ doubt }) => doubt ?? []),
    score: said.reduce((sum, { score }) => sum + score, 0),
  }
}

function lacks({ form }: Need, resource: Resource): Said {
  return form === resource.form
    ? { score: 3, reason: `缺${form}，给的正是${form}` }
    : { score: 0, doubt: `缺的是${form}，给的是${resource.form}` }
}

function distance({ place }: Need, resource: Resource): Said {
  const [theirs, own] = [resource.place.split(' / '), place.split(' / ')]
  const shared = own.findIndex((part, at) => theirs[at] !== part)
  const same = shared === -1 ? own.length : shared
  const near = own[same - 1]
  if (same === 0 || near === undefined) return { score: 0, doubt: '不在同一个区，要跑一段路' }
  return { score: same, reason: same === 3 ? '就在本社区' : `同在${near}` }
}

function hours({ wished }: Need, resource: Resource): Said {
  if (wished.length === 0) return { score: 0, reason: `${resource.hours.join('、')}开放` }
  const shared = wished.filter((one) => resource.hours.includes(one))
  return shared.length > 0
    ? { score: 1, reason: `想要${wished.join('、')}，${shared.join('、')}开放` }
    : { score: 0, doubt: `想要${wished.join('、')}，只在${resource.hours.join('、')}开放` }
}
