import { periodAt } from '../../kernel/period.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import { demoUnits } from '../demo/units.ts'
import { street } from './appeal-asks.ts'
import type { RunningCity } from './running-city.ts'

/** Two streets of a district, and the month that was over last. */
export const district = 530_102
export const area = 530_102_001
export const otherArea = 530_102_002
export const other = demoUnits().find(({ name }) => name === '护国街道办事处')?.id ?? 0
export const today = dayOf(Date.now())
export const span = periodAt('month', addDays(periodAt('month', today).from, -1))
export const days = `from=${span.from}&to=${span.to}`
export const solved = encodeURIComponent('N13#solved')

/** Lines of the counts as commits leave them, on the first day of that month. */
export async function counted(
  { platform }: RunningCity,
  lies: number,
  counts: { readonly category: string; readonly measures: Readonly<Record<string, number>> },
): Promise<void> {
  const { category, measures } = counts
  const unit = lies === area ? street : other
  const where = { city: 530_100, district, street: lies, community: null, unit }
  await platform.deps.db.read
    .insertInto('delta')
    .values(
      Object.entries(measures).map(([measure, n]) => ({
        ...where,
        category,
        day: span.from,
        kind: 'resident-appeal',
        measure,
        n,
      })),
    )
    .execute()
}
