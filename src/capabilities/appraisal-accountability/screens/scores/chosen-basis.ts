import { periodAt } from '../../../../kernel/period.ts'
import { isDay } from '../../../../kernel/time.ts'
import type { WebDirectory } from '../../../../web/api/directory.ts'
import { choiceIn } from '../../../../web/indicators/choice.ts'
import type { Basis } from './basis.ts'
import type { Chosen } from './view.ts'

/** What is scored: of a round it stands fast; a sheet is tried on those it is for in one's own
 *  area, over a period of the address. */
export function basisOf(
  chosen: Chosen,
  at: {
    readonly values: Readonly<Record<string, string>>
    readonly today: string
    readonly area: number
    readonly unit: number
    readonly directory: Pick<WebDirectory, 'units' | 'lies'>
  },
): Basis {
  const { title, items, from, to } = chosen
  if (from !== undefined && to !== undefined) return { title, items, units: chosen.units, from, to }
  const { values, today, area, unit, directory } = at
  const choice = choiceIn(values, 'quarter', today)
  const sort = chosen.subjects === 'departments' ? 'department' : 'street'
  const units = [...directory.units.values()]
    .filter((one) => one.type === sort && directory.lies(one.area, area))
    .toSorted((a, b) => a.area - b.area || a.id - b.id)
    .map(({ id }) => id)
  const own = directory.units.get(unit)
  return {
    title,
    items,
    // Who stands over nobody is scored alone.
    units: own !== undefined && own.type === sort ? [unit] : units,
    from: choice.from,
    to: isDay(choice.to) ? periodAt(choice.period, choice.to).to : choice.to,
  }
}

/** The ids of requests that are tried, as the address names them. */
export function triedIn(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').filter((one) => one !== '')
}
