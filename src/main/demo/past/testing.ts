import { directoryOf } from '../../../kernel/directory.ts'
import { instantOf } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import { publishedCalendar } from '../../../platform/calendar/published.ts'
import { allIndicators, kinds } from '../../registry.ts'
import { demoDirectory } from '../city.ts'
import { pastIds } from '../past-ids.ts'
import { halfYear } from '../half-year.ts'
import { simulate, type Simulated } from '../simulate.ts'
import { demoStaff } from '../staff.ts'
import { figuresInSamples } from '../samples/linkage-institutions.ts'

const { areas, units: all } = demoDirectory()
export const units = all
const directory = directoryOf(areas, all)
export const world: World = {
  directory,
  calendar: publishedCalendar(),
  practices: [...new Set([...kinds.values()].flatMap((kind) => kind.practices ?? []))].map(
    (name) => ({ name, from: 0, parameters: {} }),
  ),
  parameters: Object.fromEntries([
    ['city.class', [{ from: 0, version: '1', value: 'capital' }]],
    ...[...kinds.values()].flatMap((kind) =>
      Object.entries(kind.parameters ?? {}).map(([name, parameter]) => [
        name,
        [{ from: 0, version: 'default', value: parameter.default }],
      ]),
    ),
  ]),
}
const { posts } = demoStaff(all)
/** The morning of a Wednesday. */
export const end = instantOf('2026-08-05T10:30:00+08:00') ?? 0

/** A past of so many appeals, with all else in proportion. */
export function past(appeals: number, seed = 7): Simulated {
  const digest = (text: string) => `d${text.length}`
  const ids = pastIds(seed)
  const { days } = halfYear
  const indicators = allIndicators.filter(({ id }) => figuresInSamples.includes(id))
  return simulate({ kinds, indicators, world, posts, end, days, appeals, seed, digest, ...ids })
}
