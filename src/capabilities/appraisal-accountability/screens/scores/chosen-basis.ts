import { periodAt } from '../../../../kernel/period.ts'
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
    readonly unit: { readonly id: number; readonly type: string }
    readonly directory: Pick<WebDirectory, 'units' | 'lies'>
  },
): Basis {
  const { title, items, from, to } = chosen
  if (from !== undefined && to !== undefined) return { title, items, units: chosen.units, from, to }
  const { values, today, area, unit, directory } = at
  const choice = choiceIn(values, 'quarter', today)
  const sort = chosen.subjects === 'departments' ? 'department' : 'street'
  const below = [...directory.units.values()]
    .filter((one) => one.type === sort && directory.lies(one.area, area))
    .toSorted((a, b) => a.area - b.area || a.id - b.id)
    .map(({ id }) => id)
  const own = unit.type === sort ? [unit.id] : []
  return {
    title,
    items,
    units: over.has(unit.type) ? below : own,
    from: choice.from,
    to: periodAt(choice.period, choice.to).to,
  }
}

/** Who stands over an area compares what lies in it; everybody else looks at itself. The server
 *  decides, the page only asks for what it will get. */
const over: ReadonlySet<string> = new Set([
  'committee',
  'government',
  'organisation',
  'supervision',
])

/** The ids of requests that are tried, as the address names them. */
export function triedIn(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').filter((one) => one !== '')
}
