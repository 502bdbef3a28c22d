import { durationText, hourMs, instantOf, momentText, yearOf, dayOf } from '../../kernel/time.ts'

export type Due = {
  readonly due?: string | undefined
  readonly pausedAt?: string | undefined
  readonly late?: boolean | undefined
  readonly provisional?: boolean | undefined
}

export type TimeLeft = {
  /** '剩 1 天 4 小时', '超时 3 小时', '已暂停计时'. */
  readonly short: string
  /** '8月3日 17:00 到期'. */
  readonly until: string | undefined
  readonly tone: 'calm' | 'soon' | 'late' | 'paused'
}

/** What is left of a limit, in words. A clock that stands still never runs late meanwhile. */
export function timeLeft(clock: Due, now: number): TimeLeft | undefined {
  const due = clock.due === undefined ? undefined : instantOf(clock.due)
  if (clock.pausedAt !== undefined) return { short: '已暂停计时', until: undefined, tone: 'paused' }
  if (due === undefined) return undefined
  const isLate = clock.late === true || due <= now
  const about = clock.provisional === true ? '（暂定）' : ''
  const until = `${momentText(due, yearOf(dayOf(now)))} 到期${about}`
  if (isLate) return { short: `超时 ${durationText(now - due)}`, until, tone: 'late' }
  return {
    short: `剩 ${durationText(due - now)}`,
    until,
    tone: due - now < 4 * hourMs ? 'soon' : 'calm',
  }
}

/** '刚刚', '3 小时前', '昨天 14:20'; beyond a week the day itself says more. */
export function agoText(at: number, now: number): string {
  const past = now - at
  if (past < 60_000) return past < -60_000 ? momentText(at, yearOf(dayOf(now))) : '刚刚'
  if (past < 60 * 60_000) return `${Math.floor(past / 60_000)} 分钟前`
  if (past < 24 * hourMs) return `${Math.floor(past / hourMs)} 小时前`
  if (past < 7 * 24 * hourMs) return `${Math.floor(past / (24 * hourMs))} 天前`
  return momentText(at, yearOf(dayOf(now)))
}

/** The exact moment with its year, for the hover and for print. */
export function exactText(iso: string): string {
  const at = instantOf(iso)
  return at === undefined ? iso : momentText(at, 0)
}
