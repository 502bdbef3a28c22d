import type { Kind, Parameter } from '../../kernel/kind.ts'
import { type Instant, dayOf, startOfDay, yearOf } from '../../kernel/time.ts'
import { parameterAt, type World } from '../../kernel/world.ts'

/** When what has ended is put away. */
export const archiveParameters: Readonly<Record<string, Parameter>> = {
  'archive.years': {
    label: '办结后转入历史库（办结年度结束后再满几年，0 为不转入）',
    type: 'number',
    default: 2,
    basis: '只换存放的地方，内容、查询、存证与保存期限都不变，打开即自动取回；可在设置中修改',
  },
}

/** Records of an archived kind that ended before this moment are put away; undefined when the city
 *  puts nothing away. */
export function putAwayBefore(world: World, now: Instant): Instant | undefined {
  const set = parameterAt(world, 'archive.years', now)?.value
  const years = Math.floor(Number(set ?? archiveParameters['archive.years']?.default))
  if (!(years >= 1)) return undefined
  return startOfDay(`${yearOf(dayOf(now)) - years}-01-01`)
}

export function isArchived(kind: Kind): boolean {
  return kind.archives === true
}
