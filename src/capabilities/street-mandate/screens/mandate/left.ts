import { dayMs, hourMs, type Instant } from '../../../../kernel/time.ts'

/** '还有 3 天' or '已超 5 小时': days once there is a whole one. */
export function leftText(due: Instant, now: Instant): string {
  const apart = Math.abs(due - now)
  const far =
    apart >= dayMs ? `${Math.floor(apart / dayMs)} 天` : `${Math.ceil(apart / hourMs)} 小时`
  return due < now ? `已超 ${far}` : `还有 ${far}`
}
