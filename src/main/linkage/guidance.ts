import {
  difficulties,
  type Guidance,
  scopes,
} from '../../capabilities/four-level-linkage/class-guidance.ts'
import { cityClassNames } from '../../kernel/city-class.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import type { HttpDeps } from '../../platform/http/deps.ts'
import { reached } from '../../platform/store/faults.ts'
import type { CityState } from '../../platform/world/city-state.ts'

/** The city's class on a day, what it makes mandatory, and what was listed to get there. */
export async function guidanceView(
  deps: HttpDeps,
  state: CityState,
  { at, guidance }: { readonly at: Instant; readonly guidance: Guidance },
) {
  const items = await itemsOf(deps, state)
  const of = (requirement: string, wanted: (one: Item) => boolean) =>
    items
      .filter((one) => one.requirement === requirement && wanted(one))
      .reduce((sum, { n }) => sum + Number(n), 0)
  return {
    at: dayOf(at),
    today: dayOf(deps.now()),
    cityClass: { value: guidance.cityClass, label: cityClassNames[guidance.cityClass] },
    history: (state.world.parameters['city.class'] ?? [])
      .filter(({ from }) => from > 0)
      .map(({ from, value }) => ({
        from: dayOf(from),
        label: Object.entries(cityClassNames).find(([name]) => name === value)?.[1] ?? '',
      })),
    rows: guidance.rows.map(
      ({ name, label, difficulty, indicator, scope, leading, other, basis }) => ({
        name,
        label,
        difficulty: difficulties[difficulty],
        indicator,
        scope,
        scopeLabel: scopes[scope],
        leading: scopes[leading],
        other: scopes[other],
        basis,
        open: of(name, ({ state: stands }) => stands === 'open'),
        finished: of(name, ({ state: stands }) => stands === 'finished'),
        late: of(name, (one) => one.state === 'open' && one.late === 'late'),
      }),
    ),
  }
}

type Item = Awaited<ReturnType<typeof itemsOf>>[number]

function itemsOf({ db }: HttpDeps, { city }: CityState) {
  return reached(() =>
    db.read
      .selectFrom('record')
      .select((one) => [
        'k1 as requirement',
        'k2 as late',
        'state',
        one.fn.countAll<string>().as('n'),
      ])
      .where('city', '=', city)
      .where('kind', '=', 'breakthrough-item')
      .groupBy(['k1', 'k2', 'state'])
      .execute(),
  )
}
