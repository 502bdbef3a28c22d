import type { Area, Unit } from '../../kernel/directory.ts'
import { demoAreas } from './areas.ts'
import { demoGrids } from './grids.ts'
import type { DemoUnit } from './unit.ts'
import { demoUnits } from './units.ts'

/** The demo city's areas and units in the shape in which a city is kept. */
export function demoDirectory(): {
  readonly areas: readonly Area[]
  readonly units: readonly Unit[]
} {
  return {
    areas: [
      ...demoAreas().map(({ code, level, type, name, parent }) => ({
        code,
        level,
        type,
        name,
        parent,
        flags: flagsOf({ code, level, type }),
      })),
      ...demoGrids(),
    ],
    units: demoUnits().map((unit) => {
      const { id, name, type, functions, area, parent } = unit
      const domains = domainsOf(unit)
      return { id, name, type, functions, area, parent, domains, headChecks: headChecks(unit) }
    }),
  }
}

const CENTRAL_DISTRICTS = [530102, 530103, 530111, 530112]

/** Streets of the four inner districts are central urban; every ninth community of theirs was a
 *  village, and every eleventh is large: invented, so that what depends on it can be seen. */
function flagsOf({ code, level, type }: Pick<Area, 'code' | 'level' | 'type'>): readonly string[] {
  const inner = CENTRAL_DISTRICTS.includes(Number(String(code).slice(0, 6)))
  if (!inner) return []
  if (level === 'street') return type === '街道' ? ['central'] : []
  if (level !== 'community') return []
  const place = code % 1000
  return [...(place % 9 === 4 ? ['village'] : []), ...(place % 11 === 3 ? ['large'] : [])]
}

/** The duty list names a department by the word of its line, which is the same at both levels. */
function domainsOf({ department, domains }: DemoUnit): readonly string[] | undefined {
  return department === undefined ? domains : [department, ...(domains ?? [])]
}

const CHECKED_DEPARTMENTS = new Set([
  '城市管理局',
  '住房和城乡建设局',
  '市场监督管理局',
  '公安局',
  '卫生健康局',
])

/** Half of the streets and the departments with the most answers let their head see them first. */
function headChecks({ type, area, department }: DemoUnit): boolean {
  if (type === 'street') return area % 2 === 1
  return type === 'department' && CHECKED_DEPARTMENTS.has(department ?? '')
}
