import type { Sample, SampleStep, Who } from './sample.ts'

export type SampleBody = {
  readonly name: string
  readonly sort: 'joint' | 'leading' | 'study' | 'forum'
  readonly title: string
  readonly area: number
  readonly by: Who
  /** Names of the member units. */
  readonly members: readonly string[]
  readonly since: number
  readonly steps?: readonly SampleStep[]
}

/** A body that runs since so many days; what follows begins a day after it was established. */
export function bodySample({ name, by, members, since, steps = [], ...body }: SampleBody): Sample {
  const { sort, title, area } = body
  return {
    name,
    kind: 'meeting-body',
    command: 'establish',
    area,
    by,
    daysAgo: since,
    data: { sort, title, units: { units: members }, duty: '提出议题、落实议定事项' },
    steps: [{ command: 'activate', by, after: 1 }, ...steps],
  }
}

export type SampleMeeting = {
  readonly name: string
  readonly title: string
  readonly spot: string
  readonly by: Who
  /** Who of the members came. */
  readonly came: readonly string[]
  readonly ago: number
  /** How many days ago the step before was. */
  readonly from: number
  readonly decides?: readonly SampleDecision[]
  readonly shares?: readonly (readonly [unit: string, words: string])[]
}

export type SampleDecision = {
  readonly name: string
  readonly what: string
  readonly owner: string
  /** Negative: that many days from now. */
  readonly dueAgo: number
}

const preparing = 7
const moment = 0.002

/** A meeting from being convened to being closed; its last step is a day and a bit after it. */
export function heldMeeting(given: SampleMeeting): readonly SampleStep[] {
  const { name, title, spot, by, came, ago, from, decides = [], shares = [] } = given
  const of = name
  return [
    {
      command: 'convene',
      by,
      after: from - ago - preparing,
      data: {
        title,
        startAt: { dayAgo: ago, at: '09:30' },
        endAt: { dayAgo: ago, at: '11:30' },
        spot,
      },
      opens: { kind: 'meeting', name },
    },
    { command: 'notify', of, by, after: 1 },
    { command: 'open', of, by, after: preparing - 1 },
    ...came.map((unit) => ({ command: `member/${unit}/attend`, of, by, after: moment })),
    ...shares.map(([unit, words]) => ({
      command: 'share',
      of,
      by,
      after: moment,
      data: { unit: { unit }, words },
    })),
    ...decides.map(({ name: decision, what, owner, dueAgo }) => ({
      command: 'capture',
      of,
      by,
      after: moment,
      data: { decision: what, owner: { unit: owner }, dueOn: { daysAgo: dueAgo } },
      opens: { kind: 'meeting-decision', name: decision },
    })),
    { command: 'finish', of, by, after: 0.05 },
    {
      command: 'writeMinutes',
      of,
      by,
      after: 1,
      data: { minutes: `${title}在${spot}召开，听取情况，研究议题，议定事项交有关单位办理。` },
    },
    { command: 'close', of, by, after: moment },
  ]
}
