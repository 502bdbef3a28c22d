import { type Calendar, workingDayAt, workingSpans } from './calendar.ts'
import {
  type Due,
  dueAt,
  hoursText,
  type Limit,
  limitText,
  type Remaining,
  remainingText,
  resumeAt,
  spansOn,
} from './limit.ts'
import {
  clockOf,
  dayAt,
  dayNumberAt,
  dayText,
  type Instant,
  momentText,
  startOfDayNumber,
  weekdayOfNumber,
  yearOf,
} from './time.ts'

/**
 * How a due time comes about, line by line, for whoever doubts it.
 *
 * Takes a limit from its start, or what was left of one from the moment it was resumed. Runs
 * of days become one line, and of a long count the middle does.
 */
export function explain(
  calendar: Calendar,
  from: Instant,
  limit: Limit | Remaining,
): readonly string[] {
  const resumed = !('qty' in limit)
  const result = resumed ? resumeAt(calendar, from, limit) : dueAt(calendar, from, limit)
  const tale: Tale = { calendar, from, due: result.due, year: yearAt(from), resumed }
  const days = limit.unit === 'working-day' ? countedDays(tale, limit) : []
  const spans = limit.unit === 'working-hour' ? countedHours(tale) : []
  return [
    beginning(tale, limit),
    ...shortened(tale, days),
    ...shortened(tale, spans),
    ending(tale, result),
  ]
}

type Tale = {
  readonly calendar: Calendar
  readonly from: Instant
  readonly due: Instant
  readonly year: number
  readonly resumed: boolean
}

/** A run of days alike: `ms` is working time taken, `first` and `last` are day numbers. */
type Run = {
  readonly first: number
  readonly last: number
  readonly working: boolean
  /** Working days before this run, -1 where it makes up for the rest of the day of suspension;
   *  nothing when hours are counted. */
  readonly counted?: number
  readonly ms: number
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const mostRuns = 9
const keptRuns = 4

function beginning({ calendar, from, resumed, year }: Tale, limit: Limit | Remaining): string {
  const moment = momentText(from, year)
  const hours = workingSpans(calendar)
    .map((span) => `${clockText(span.from)}–${clockText(span.to)}`)
    .join('、')
  const rule = {
    'working-day': resumed ? '' : '，次日起算',
    'working-hour': `，只计工作时间（${hours}）`,
  }
  const said = limit.unit === 'working-day' || limit.unit === 'working-hour'
  if (!('qty' in limit)) {
    return `${moment} 恢复计时，还剩 ${remainingText(limit)}${said ? rule[limit.unit] : ''}`
  }
  return said ? `${moment} 开始${rule[limit.unit]}` : `${moment} 开始，${limitText(limit)}连续计算`
}

function ending({ calendar, from, due, year }: Tale, { provisional }: Due): string {
  const moment = `${momentText(due, year)} 到期`
  if (!provisional) return moment
  const years = new Set<number>()
  for (let number = dayNumberAt(from); number <= dayNumberAt(due); number += 1) {
    if (workingDayAt(calendar, number).provisional) years.add(yearOf(dayAt(number)))
  }
  return `${moment}（暂定：${[...years].join('、')} 年放假安排尚未公布）`
}

function countedDays(tale: Tale, limit: Limit | Remaining): readonly Run[] {
  const { calendar, from, due, resumed } = tale
  const today = dayNumberAt(from)
  const counts = resumed && spansOn(calendar, today).some(({ to }) => to > from)
  if (due === from) return []
  const runs: Run[] = []
  let counted = 'today' in limit && limit.today ? -1 : 0
  for (let number = counts ? today : today + 1; number <= dayNumberAt(due); number += 1) {
    const { working } = workingDayAt(calendar, number)
    runs.push({ first: number, last: number, working, counted, ms: 0 })
    if (working) counted += 1
  }
  return joinedRuns(tale, runs)
}

function countedHours(tale: Tale): readonly Run[] {
  const { calendar, from, due } = tale
  const runs: Run[] = []
  for (let number = dayNumberAt(from); number <= dayNumberAt(due); number += 1) {
    const { working } = workingDayAt(calendar, number)
    const ms = spansOn(calendar, number).reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.to, due) - Math.max(span.from, from)),
      0,
    )
    if (ms > 0 || !working) runs.push({ first: number, last: number, working, ms })
  }
  return joinedRuns(tale, runs)
}

/** Three or more days alike are one run; one or two keep a line each. */
function joinedRuns(tale: Tale, days: readonly Run[]): readonly Run[] {
  const groups: Run[][] = []
  for (const day of days) {
    const group = groups.at(-1)
    if (group?.[0] && areAlike(tale, group[0], day)) group.push(day)
    else groups.push([day])
  }
  return groups.flatMap((group) =>
    group.length < 3 ? group : group.slice(0, 1).map(joinedTo(group)),
  )
}

function areAlike({ calendar }: Tale, one: Run, other: Run): boolean {
  const provisional = (run: Run) => workingDayAt(calendar, run.first).provisional
  const makesUp = (run: Run) => run.working && run.counted === -1
  return (
    one.working === other.working &&
    provisional(one) === provisional(other) &&
    makesUp(one) === makesUp(other)
  )
}

function joinedTo(group: readonly Run[]): (head: Run) => Run {
  return (head) => ({ ...head, last: head.first + group.length - 1, ms: msOf(group) })
}

function msOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { ms }) => sum + ms, 0)
}

function shortened(tale: Tale, runs: readonly Run[]): readonly string[] {
  const lines = (some: readonly Run[]) => some.map((run) => runText(tale, run))
  if (runs.length <= mostRuns) return lines(runs)
  const middle = runs.slice(keptRuns, -keptRuns)
  return [
    ...lines(runs.slice(0, keptRuns)),
    middleText(tale, middle),
    ...lines(runs.slice(-keptRuns)),
  ]
}

function middleText(tale: Tale, runs: readonly Run[]): string {
  const lengthOf = (some: readonly Run[]) =>
    some.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const worked = runs.filter(({ working }) => working)
  const rest = lengthOf(runs) - lengthOf(worked)
  const [head, tail] = [runs[0], runs.at(-1)]
  const counted = worked[0]?.counted
  if (!head || !tail) return ''
  const what =
    counted === undefined
      ? `计 ${hoursText(msOf(worked))}`
      : `第 ${counted + 1} 至 ${counted + lengthOf(worked)} 个工作日`
  return `${spanText(tale, head.first, tail.last)} ${what}，其间休息 ${rest} 天`
}

function runText(tale: Tale, run: Run): string {
  const { first, last, working, counted, ms } = run
  const size = last - first + 1
  const days = spanText(tale, first, last)
  const hours = hoursText(ms)
  const day = weekdays[weekdayOfNumber(first)] ?? ''
  const weekend = weekdayOfNumber(first) % 6 === 0
  if (!working) {
    return size > 1 ? `${days} 休息 ${size} 天` : `${days} ${day} ${weekend ? '休息' : '放假'}`
  }
  const shift = weekend && size === 1 ? `${day} 调休上班 ` : ''
  if (counted === undefined) return `${days} ${shift}计 ${hours}`
  if (counted === -1) return `${days} ${shift}补足停计当日`
  if (size > 1) return `${days} 第 ${counted + 1} 至 ${counted + size} 个工作日`
  return `${days} ${shift}第 ${counted + 1} 个工作日`
}

function spanText({ calendar, year }: Tale, first: number, last: number): string {
  const text = dayText(dayAt(first), year)
  const to = dayAt(last)
  const sameMonth = dayAt(first).slice(0, 7) === to.slice(0, 7)
  const until = sameMonth ? `${Number(to.slice(8))}日` : dayText(to, year)
  const mark = workingDayAt(calendar, last).provisional ? '（暂定）' : ''
  return (first === last ? text : `${text}至${until}`) + mark
}

function yearAt(instant: Instant): number {
  return yearOf(dayAt(dayNumberAt(instant)))
}

function clockText(ms: number): string {
  return clockOf(startOfDayNumber(0) + ms)
}
