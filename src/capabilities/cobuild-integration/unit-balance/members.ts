import type { FactRow } from '../../../kernel/fact.ts'
import { numberOf, type Values } from '../../../kernel/field.ts'
import { hoursField, lastHoursField, services } from '../member-report-in/fields.ts'

/** Below so many people a sum tells what one of them did. */
const fewest = 5

/** What a unit's members did in a year that is over, by sort; nothing where fewer than five did it, for
 *  everybody reads a unit's balance. While the year goes on nothing is told: between two drawings lies
 *  what one of them did. Who moved or ended their report-in served all the same. */
export function membersOf(
  rows: readonly FactRow[],
  { year, isOver }: { readonly year: number; readonly isOver: boolean },
): { readonly memberHours: number | null; readonly memberLines: string | null } {
  const members = rows
    .map(({ fields }) => hoursIn(fields, year))
    .filter((own) => Object.values(own).some((hours) => hours > 0))
  if (members.length === 0) return { memberHours: 0, memberLines: null }
  if (!isOver) return { memberHours: null, memberLines: '服务小时在年度结束后列出' }
  if (members.length < fewest)
    return { memberHours: null, memberLines: '有服务记录的在职党员不足五人，不列小时' }
  const sorts = services
    .map(({ value, label }) => {
      const hours = members.flatMap((own) => ((own[value] ?? 0) > 0 ? [own[value] ?? 0] : []))
      return { label, many: hours.length, sum: hours.reduce((sum, one) => sum + one, 0) }
    })
    .filter(({ many }) => many > 0)
  const memberHours = sorts.reduce((all, { sum }) => all + sum, 0)
  // Any sort left out could be told from the whole and the rest.
  const memberLines = sorts.some(({ many }) => many < fewest)
    ? `合计 ${memberHours} 小时（有的种类不足五人，不分列）`
    : sorts.map(({ label, sum }) => `${label} ${sum} 小时`).join('\n')
  return { memberHours, memberLines }
}

type Hours = Readonly<Partial<Record<keyof typeof hoursField, number>>>

/** The hours of one member in a year: a record holds its present year and the one before. */
function hoursIn(own: Values, year: number): Hours {
  const names =
    numberOf(own, 'year') === year
      ? hoursField
      : numberOf(own, 'lastYear') === year
        ? lastHoursField
        : undefined
  if (names === undefined) return {}
  return Object.fromEntries(services.map(({ value }) => [value, numberOf(own, names[value]) ?? 0]))
}
