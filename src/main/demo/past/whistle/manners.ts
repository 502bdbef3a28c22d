/** How a called unit takes its part in a whistle. */
export type Manner = {
  readonly signs?: 'late'
  readonly disputes?: 'released' | 'upheld' | 'ruledLate'
  readonly arrives?: 'late'
  /** What the street says of the arrival that was stated. */
  readonly arrival?: 'confirmed' | 'disputed'
  readonly finishes?: 'late'
  readonly askedAgain?: true
  readonly nudged?: true
}

const plain: Manner = {}
const confirmed: Manner = { arrival: 'confirmed' }

/** In the share each has; gone round in turn, so that even few whistles show every manner. */
export const departmentManners: readonly [Manner, ...Manner[]] = [
  plain,
  confirmed,
  { disputes: 'released' },
  plain,
  { arrives: 'late', nudged: true },
  confirmed,
  plain,
  { finishes: 'late', nudged: true },
  plain,
  { disputes: 'upheld' },
  confirmed,
  plain,
  { signs: 'late' },
  plain,
  { arrival: 'disputed' },
  confirmed,
  plain,
  { disputes: 'ruledLate' },
  plain,
  { askedAgain: true },
  confirmed,
  plain,
  plain,
  { arrives: 'late' },
]

export const peerManners: readonly [Manner, ...Manner[]] = [
  confirmed,
  { disputes: 'released' },
  { arrives: 'late', nudged: true },
  { finishes: 'late' },
  { disputes: 'upheld' },
  { signs: 'late' },
  { arrival: 'disputed' },
  { disputes: 'ruledLate' },
  { askedAgain: true },
  plain,
]

/** What becomes of a whistle as a whole. */
export type WhistleCourse = {
  readonly cancelled?: true
  readonly sentBack?: true
  readonly acceptsLate?: true
  readonly limitPasses?: true
  readonly late?: true
  readonly callsMore?: true
  readonly peers?: 'own' | 'foreign'
  readonly leadReleased?: true
  readonly planned?: true
  /** Nobody goes beyond this: for what has to stand somewhere on the last day. */
  readonly stop?: 'called' | 'disputed' | 'arrived' | 'accepting' | 'judging'
}

const nothing: WhistleCourse = {}

export const whistleCourses: readonly [WhistleCourse, ...WhistleCourse[]] = [
  nothing,
  { planned: true },
  { sentBack: true },
  { peers: 'own' },
  nothing,
  { callsMore: true },
  { late: true },
  { peers: 'foreign' },
  { planned: true },
  { cancelled: true },
  nothing,
  { sentBack: true, planned: true },
  { leadReleased: true },
  { peers: 'own' },
  { acceptsLate: true },
  nothing,
  { late: true, sentBack: true },
  { limitPasses: true },
  { planned: true },
  { peers: 'foreign' },
]

/** Each aspect is judged; who says nothing lets the time pass. */
export const evaluationCourses = [
  'both',
  'both',
  'streetOnly',
  'bothReplied',
  'both',
  'nobody',
  'departmentOnly',
  'both',
  'departmentReplied',
  'streetOnly',
] as const

export const supervisionCourses = [
  'plain',
  'signsLate',
  'escalates',
  'renewed',
  'plain',
  'verifiedLate',
  'escalatesTwice',
] as const
