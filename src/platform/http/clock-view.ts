import { currentStage } from '../../kernel/derive.ts'
import type { Clock } from '../../kernel/kind.ts'
import { explain } from '../../kernel/limit-explained.ts'
import { leftUntil, remainingText } from '../../kernel/limit.ts'
import type { ClockState } from '../../kernel/record.ts'
import { durationText, type Instant, momentText, yearOf, dayOf } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import { maybeIso } from './wire.ts'

/** A clock as people see it: when it ends, what is left, and line by line why. */
export function clockView(
  { name, clock, running }: { name: string; clock: Clock; running: ClockState },
  { world, now }: { world: World; now: Instant },
) {
  const stage = currentStage(running)
  if (stage === undefined) return undefined
  const paused = running.pausedAt !== undefined
  const late = !paused && stage.due < now
  return {
    name,
    label: clock.label,
    started: maybeIso(running.started),
    due: paused ? undefined : maybeIso(stage.due),
    pausedAt: maybeIso(running.pausedAt),
    late,
    provisional: stage.provisional,
    remaining: remaining(running, { world, now }),
    share: share(running, now),
    explain: lines(running, { world, now }),
    basis: clock.basis,
  }
}

/** How much of the limit is used, 0 to 1. */
export function share(running: ClockState, now: Instant): number {
  const stage = currentStage(running)
  if (stage === undefined || stage.due <= running.started) return 1
  const at = running.pausedAt ?? now
  return Math.min(1, Math.max(0, (at - running.started) / (stage.due - running.started)))
}

function remaining(running: ClockState, { world, now }: { world: World; now: Instant }): string {
  const stage = currentStage(running)
  if (stage === undefined) return ''
  if (running.pausedAt !== undefined)
    return stage.left === undefined ? '暂停计时' : `暂停计时，还剩 ${remainingText(stage.left)}`
  if (stage.due < now) return `已超 ${durationText(now - stage.due)}`
  const left =
    stage.version === ''
      ? durationText(stage.due - now)
      : remainingText(leftUntil(world.calendar, now, stage))
  return `还剩 ${left}`
}

function lines(
  running: ClockState,
  { world, now }: { world: World; now: Instant },
): readonly string[] {
  const stage = currentStage(running)
  if (stage === undefined) return []
  const year = yearOf(dayOf(now))
  const moved = stage.moved ?? []
  const counted =
    stage.version === ''
      ? [
          `${momentText(running.started, year)} 开始，按约定的日期 ${momentText(stage.due, year)} 到期`,
        ]
      : [...explain(world.calendar, running.started, stage.limit)]
  const suspended =
    running.pausedAt === undefined ? [] : [`${momentText(running.pausedAt, year)} 起暂停计时`]
  return [...counted, ...moved, ...suspended]
}
