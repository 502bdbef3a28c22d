import { sql } from 'kysely'
import { dayOf, startOfDay, yearOf } from '../../kernel/time.ts'
import { listOf, numberOf } from '../../kernel/field.ts'
import { unitsOf } from '../../kernel/area-tree.ts'
import { invalid } from '../../platform/http/errors.ts'
import { moment } from '../../platform/world/sql-moment.ts'
import { capacityFigures, type Figure, loadFigures, mechanisms } from './overload-figures.ts'
import { type MandateAt, rowsOf } from './rows.ts'

/** What a street carries beside what it has to carry it with, and where the six mechanisms that are
 *  to bring the two together stand. Counts of records, never of persons' work. */
export async function overloadView(at: MandateAt) {
  const { deps, state, area, now } = at
  const { directory } = state.world
  const own = directory.areas.get(area)
  if (own?.level !== 'street') throw invalid('请选择一个街道')
  const [street] = unitsOf(directory, { type: 'street', under: area })
  const known = (figure: Figure) => deps.registry.has(figure.kind)
  const since = `${yearOf(dayOf(now))}-01-01`
  const counts = await countsOf(at, since)
  const shown = (figure: Figure) => ({
    label: figure.label,
    n: figure.of.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0),
    path: `/k/${figure.kind}?area=${area}${figure.query}${figure.year ? `&from=${since}` : ''}`,
  })
  const [posts, admitted, people] = await Promise.all([
    postsOf(at, street?.id),
    admittedOf(at, street?.id),
    stationedOf(at, street?.id),
  ])
  return {
    area: { code: area, name: own.name },
    unit: street?.name ?? own.name,
    since,
    until: dayOf(now),
    load: loadFigures.filter(known).map(shown),
    capacity: [
      { label: '在岗岗位', n: posts, unit: '个' },
      { label: '随准入到位经费', n: admitted.money, unit: '万元', path: '/mandate' },
      { label: '随准入下沉人员', n: admitted.people, unit: '人', path: '/mandate' },
      {
        label: '派驻力量',
        n: people,
        unit: '人',
        path: `/k/stationed-force-command?area=${area}`,
      },
      ...capacityFigures.filter(known).map((figure) => ({ ...shown(figure), unit: '项' })),
    ],
    mechanisms: mechanisms.map(({ label, about, kinds }) => ({
      label,
      about,
      kinds: kinds
        .filter((kind) => deps.registry.has(kind))
        .map((kind) => ({
          label: deps.registry.get(kind)?.label ?? kind,
          path: `/k/${kind}?area=${area}`,
        })),
    })),
  }
}

/** Records that lie in the street, by kind and state: all that are open, and those begun this year. */
async function countsOf(
  { deps, state, area }: MandateAt,
  since: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await deps.db.read
    .selectFrom('record')
    .select(['kind', 'state', 'is'])
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .select(({ fn }) =>
      fn
        .countAll<string>()
        .filterWhere(sql<boolean>`opened_at >= ${moment(startOfDay(since))}`)
        .as('year'),
    )
    .where('city', '=', state.city)
    .where('street', '=', area)
    .groupBy(['kind', 'state', 'is'])
    .execute()
  const counts = new Map<string, number>()
  const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n)
  for (const { kind, state: own, is, n, year } of rows) {
    add(`${kind}:${own}`, Number(n))
    if (is !== 'end') add(`${kind}:open`, Number(n))
    add(`${kind}:year`, Number(year))
  }
  return counts
}

async function postsOf({ deps, state, now }: MandateAt, street: number | undefined) {
  const { units } = state.world.directory
  const those = [...units.values()].filter(({ id, parent }) => id === street || parent === street)
  const ids = those.filter(({ type }) => type !== 'community').map(({ id }) => id)
  if (ids.length === 0) return 0
  const row = await deps.db.read
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('city', '=', state.city)
    .where('unit', 'in', ids)
    .where(sql<boolean>`(valid_to is null or valid_to > ${moment(now)})`)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** A street's even share of what was admitted for several. */
async function admittedOf(at: MandateAt, street: number | undefined) {
  const rows = await rowsOf(at, 'street-duty-admission', ['inForce'])
  const own = rows.filter(({ fields }) => listOf(fields, 'streets').includes(street ?? 0))
  const share = (name: string) => {
    const sum = own.reduce(
      (total, { fields }) =>
        total + (numberOf(fields, name) ?? 0) / Math.max(1, listOf(fields, 'streets').length),
      0,
    )
    return Math.round(sum * 10) / 10
  }
  return { money: share('moneyArrived'), people: share('people') }
}

async function stationedOf(at: MandateAt, street: number | undefined): Promise<number> {
  if (!at.deps.registry.has('stationed-force-command')) return 0
  const rows = await rowsOf(at, 'stationed-force-command', ['stationed', 'delegated'])
  return rows
    .filter(({ fields }) => numberOf(fields, 'holder') === street)
    .reduce((sum, { fields }) => sum + (numberOf(fields, 'people') ?? 0), 0)
}
