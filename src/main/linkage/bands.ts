import { sql } from 'kysely'
import { reached } from '../../platform/store/faults.ts'
import { momentOf } from '../../platform/store/value-types.ts'
import { columnOf, levels, type LinkageAt } from './at.ts'

/** What each level has and does, in the order in which one looks at it. */
const shown = [
  'level-duty',
  'level-task',
  'dispatch-round',
  'status-entry',
  'inspection-round',
  'rectification',
  'effect-check',
] as const

/** Every level of the area's subtree with how many of each there are by state, and how many late. */
export async function bandsOf(at: LinkageAt) {
  const rows = await countsOf(at)
  return levels.map((level) => ({
    level,
    kinds: shown.map((name) => {
      const own = rows.filter((row) => row.level === level && row.kind === name)
      const kind = at.kinds.get(name)
      return {
        kind: name,
        label: kind?.label ?? name,
        late: own.reduce((sum, row) => sum + row.late, 0),
        states: Object.entries(kind?.states ?? {}).flatMap(([state, { label, is }]) => {
          const n = own.find((row) => row.state === state)?.n ?? 0
          return n === 0 ? [] : [{ state, label, is, n }]
        }),
      }
    }),
  }))
}

/** The list of duties is the whole city's; all else lies in the area or below it. */
async function countsOf({ db, state, area, now }: LinkageAt) {
  const column = columnOf(area.level)
  const rows = await reached(() =>
    db.read
      .selectFrom('record')
      .select((one) => [
        'kind',
        'k3 as level',
        'state',
        one.fn.countAll<string>().as('n'),
        sql<string>`count(*) filter (where "is" = 'working' and due_at < ${momentOf(now)})`.as(
          'late',
        ),
      ])
      .where('city', '=', state.city)
      .where('kind', 'in', [...shown])
      .$if(column !== undefined, (query) =>
        query.where((where) =>
          where.or([where('kind', '=', 'level-duty'), where(column ?? 'district', '=', area.code)]),
        ),
      )
      .groupBy(['kind', 'k3', 'state'])
      .execute(),
  )
  return rows.map(({ n, late, ...row }) => ({ ...row, n: Number(n), late: Number(late) }))
}
