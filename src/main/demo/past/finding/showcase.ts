import type { Actor } from '../../../../kernel/actor.ts'
import { hourMs, type Instant } from '../../../../kernel/time.ts'
import { holder, type Play } from '../play.ts'
import type { FindingTraits } from './traits.ts'

/** A finding that stands somewhere on the day of the first start. */
export type ShownFinding = {
  readonly at: Instant
  readonly community: number
  readonly leaf: string
  readonly finder: (play: Play, unit: number) => Actor
  readonly traits: Partial<FindingTraits>
}

/** Communities of the street whose grid workers newcomers may sign in as. */
const SHOWN = [530_102_001_001, 530_102_001_002] as const

const plain: Partial<FindingTraits> = {
  quick: true,
  notFiled: false,
  verifyLate: false,
  dispatchLate: false,
  signLate: false,
  controlLate: false,
  late: false,
  heard: 'nothing',
  recalls: 0,
  returns: 0,
  sendsBack: 0,
  calls: 'nobody',
  notes: false,
}

const ROWS: readonly (readonly [leaf: string, hours: number, traits: Partial<FindingTraits>])[] = [
  ['E101', 1.1, { level: 'community', stopAt: 'reported' }],
  ['E504', 2.4, { level: 'community', stopAt: 'reported' }],
  ['P201', 3, { level: 'street', stopAt: 'verified' }],
  ['E501', 5, { level: 'street', stopAt: 'dispatched' }],
  ['P102', 26, { level: 'street', stopAt: 'handling' }],
  ['E502', 30, { level: 'street', stopAt: 'handling' }],
  ['E601', 22, { level: 'community', stopAt: 'handling' }],
  ['E102', 20, { level: 'community', stopAt: 'feedback' }],
  ['E201', 25, { level: 'street', stopAt: 'feedback' }],
  ['E503', 28, { level: 'street', stopAt: 'feedback' }],
]

export function shownFindings(end: Instant): readonly ShownFinding[] {
  return SHOWN.flatMap((community, index) =>
    ROWS.map(([leaf, hours, traits]) => ({
      at: end - (hours + index * 0.3) * hourMs,
      community,
      leaf,
      finder: signedIn,
      traits: { ...plain, ...traits },
    })),
  ).toSorted((a, b) => a.at - b.at)
}

/** Whoever holds the post of an account finds what is shown, so that its list has something. */
function signedIn(play: Play, unit: number): Actor {
  const own = play.posts.get(`${unit}|gridWorker`)?.find(({ id }) => play.accountPosts.has(id))
  return own === undefined ? holder(play, unit, 'gridWorker') : { by: 'post', post: own }
}
