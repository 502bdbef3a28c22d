import { workingDayAt } from '../../../kernel/calendar.ts'
import { dayNumberAt, hourMs, type Instant, startOfDayNumber } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import type { Traits } from './traits.ts'

/** An appeal that stands somewhere on the day of the first start, so that every desk has work. */
export type Shown = {
  readonly at: Instant
  readonly leaf: string
  readonly traits: Traits
}

type Back = { readonly hours: number } | { readonly workingDays: number }
type Row = readonly [leaf: string, back: Back, traits: Partial<Traits>]

const plain: Traits = {
  fate: 'dispatch',
  dispatchLate: false,
  recalled: false,
  returns: 0,
  signLate: false,
  contact: 'done',
  late: false,
  extension: 'none',
  suspension: 'none',
  judging: 'none',
  solved: ['solved'],
  quick: true,
}

const hours = (n: number): Back => ({ hours: n })
const days = (n: number): Back => ({ workingDays: n })
const unsolved = { judging: 'link', solved: ['unsolved', 'unsolved'] } as const

/** For the street's own matters and for the bureau of city management, in every state there is. */
const ROWS: readonly Row[] = [
  ['0504', hours(0.7), { stopAt: 'intake' }],
  ['0901', hours(2.2), { stopAt: 'intake' }],
  ['2206', hours(19), { stopAt: 'intake' }],
  ['0103', hours(0.9), { stopAt: 'dispatched' }],
  ['1805', hours(3.1), { stopAt: 'dispatched' }],
  ['2002', hours(7), { stopAt: 'dispatched' }],
  ['0307', hours(1.4), { stopAt: 'dispatched' }],
  ['0106', hours(6), { stopAt: 'dispatched' }],
  ['0703', hours(20), { stopAt: 'handling' }],
  ['0504', days(13), { stopAt: 'handling' }],
  ['0104', days(11), { stopAt: 'handling', calls: ['office', 'co'] }],
  ['0403', days(18), { stopAt: 'handling' }],
  ['0901', days(10), { stopAt: 'handling', calls: ['co'] }],
  ['0106', days(12), { stopAt: 'handling' }],
  ['0503', days(7), { stopAt: 'handling' }],
  ['1802', days(7), { stopAt: 'handling', calls: ['office', 'assist'] }],
  ['2001', days(7), { stopAt: 'handling', contact: 'missed' }],
  ['0307', days(7), { stopAt: 'handling' }],
  ['0104', days(6), { stopAt: 'handling', calls: ['assist'] }],
  ['0804', days(5), { stopAt: 'handling', calls: ['co'] }],
  ['1501', days(4), { stopAt: 'handling', instructed: 'given' }],
  ['0805', days(5), { stopAt: 'handling', instructed: 'reported' }],
  ['0503', days(3), { stopAt: 'handling', extension: 'left' }],
  ['0901', days(4), { stopAt: 'handling', extension: 'left' }],
  ['0403', days(6), { stopAt: 'handling', suspension: 'left' }],
  ['1805', days(2), { stopAt: 'reopened', ...unsolved }],
  ['0106', days(3), { stopAt: 'reopened', ...unsolved }],
  ['0103', days(2), { stopAt: 'checking' }],
  ['2002', days(1), { stopAt: 'checking' }],
  ['0307', days(2), { stopAt: 'checking' }],
  ['0403', days(9), { suspension: 'granted', stopAt: 'suspended' }],
  ['0302', days(8), { suspension: 'granted', stopAt: 'suspended' }],
  ['0504', hours(5), { returns: 1, stopAt: 'returned' }],
  ['0805', hours(4), { returns: 1, stopAt: 'returned' }],
  ['0104', hours(8), { returns: 3, stopAt: 'ruling' }],
  ['0901', hours(26), { returns: 3, stopAt: 'ruling' }],
  ['2001', days(3), { ...unsolved, stopAt: 'raised' }],
  ['0106', days(4), { ...unsolved, stopAt: 'raised' }],
  ['1802', hours(28), { stopAt: 'answered' }],
  ['0103', days(2), { stopAt: 'answered' }],
  ['0307', days(1), { stopAt: 'answered' }],
  ['1805', days(2), { judging: 'call', stopAt: 'calledBack' }],
]

export function shownAppeals(world: World, end: Instant): readonly Shown[] {
  return ROWS.map(([leaf, back, traits], index) => ({
    at: momentOf(world, end, { back, index }),
    leaf,
    traits: { ...plain, ...traits },
  })).toSorted((a, b) => a.at - b.at)
}

/** Working days are counted back to about ten in the morning. */
function momentOf(
  { calendar }: World,
  end: Instant,
  { back, index }: { readonly back: Back; readonly index: number },
): Instant {
  if ('hours' in back) return end - back.hours * hourMs
  let number = dayNumberAt(end)
  for (let left = back.workingDays; left > 0;) {
    number -= 1
    if (workingDayAt(calendar, number).working) left -= 1
  }
  return startOfDayNumber(number) + (9.2 + (index % 9) * 0.21) * hourMs
}
