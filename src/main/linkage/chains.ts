import { unitName } from '../../kernel/directory.ts'
import { numberOf } from '../../kernel/field.ts'
import { reached } from '../../platform/store/faults.ts'
import { valuesIn } from '../../platform/store/json.ts'
import { columnOf, type LinkageAt } from './at.ts'

export type ChainTask = {
  readonly id: string
  readonly title: string
  readonly level: string
  readonly holder: string
  readonly progress: number
  readonly done: boolean
  readonly late: boolean
  readonly parts: readonly ChainTask[]
}

const most = 3000
const chainsShown = 12

/** Tasks of the year as trees, as far up as the area's own subtree goes; those that were passed on
 *  come first, the newest before the older. */
export async function chainsOf(at: LinkageAt): Promise<readonly ChainTask[]> {
  const rows = await tasksOf(at)
  const known = new Set(rows.map(({ id }) => id))
  const below = Map.groupBy(rows, ({ k1 }) => k1 ?? '')
  const treeOf = ({ id, title, k2, k3, n1, state, fields }: Row): ChainTask => ({
    id,
    title,
    level: k3 ?? '',
    holder: unitName(at.state.world.directory, n1 ?? 0),
    progress: numberOf(valuesIn(fields), 'progress') ?? 0,
    done: state === 'done',
    late: k2 === 'late',
    parts: (below.get(id) ?? []).map(treeOf),
  })
  const trees = rows.filter(({ k1 }) => k1 === null || !known.has(k1)).map(treeOf)
  return trees.toSorted((a, b) => depthOf(b) - depthOf(a)).slice(0, chainsShown)
}

type Row = Awaited<ReturnType<typeof tasksOf>>[number]

function depthOf({ parts }: ChainTask): number {
  return 1 + Math.max(0, ...parts.map(depthOf))
}

function tasksOf({ db, state, area }: LinkageAt) {
  const column = columnOf(area.level)
  return reached(() =>
    db.read
      .selectFrom('record')
      .select(['id', 'title', 'state', 'k1', 'k2', 'k3', 'n1', 'fields'])
      .where('city', '=', state.city)
      .where('kind', '=', 'level-task')
      .$if(column !== undefined, (query) => query.where(column ?? 'district', '=', area.code))
      .orderBy('opened_at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute(),
  )
}
