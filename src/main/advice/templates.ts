import type { HttpDeps } from '../../platform/http/deps.ts'
import type { CityState } from '../../platform/world/city-state.ts'

/** Templates of a unit and those of everyone, the ones made for the category first. A template's
 *  `field` names its field and, after it, the categories it suits. */
export async function templates(
  deps: HttpDeps,
  { city }: CityState,
  wanted: {
    readonly unit: number
    readonly category?: string | undefined
    readonly field?: string | undefined
  },
) {
  const rows = await deps.db.read
    .selectFrom('template')
    .select(['id', 'name', 'text', 'unit', 'field'])
    .where('city', '=', city)
    .where((eb) => eb.or([eb('unit', '=', wanted.unit), eb('unit', 'is', null)]))
    .orderBy('name')
    .execute()
  const { category, field = 'publicAnswer' } = wanted
  return rows
    .map((row) => {
      const [own = '', ...suits] = row.field.split(' ')
      const fits = category !== undefined && suits.some((one) => category.startsWith(one))
      return { ...row, own, suits, fits }
    })
    .filter(
      (row) => row.own === field && (category === undefined || row.fits || row.suits.length === 0),
    )
    .toSorted((a, b) => Number(b.fits) - Number(a.fits))
    .map(({ id, name, text, suits, unit }) => ({
      id,
      name,
      text,
      categories: suits,
      own: unit !== null,
    }))
}
