import {
  mustBeRemoved,
  removalStanding,
} from '../../capabilities/street-mandate/street-task-removal/standing.ts'
import { areaHolds, unitsOf } from '../../kernel/area-tree.ts'
import { numberOf } from '../../kernel/field.ts'
import { type MandateAt, rowsOf } from './rows.ts'

const open = ['carrying', 'planned', 'relapsed']

/** The streets of an area and the tasks they are to be relieved of: who still carries one, and
 *  whether it must be gone by now. */
export async function removalsView(at: MandateAt) {
  const { state, area, now } = at
  const { world } = state
  const rows = await rowsOf(at, 'street-task-removal')
  const byStreet = Map.groupBy(rows, ({ fields }) => numberOf(fields, 'street') ?? 0)
  const streets = unitsOf(world.directory, { type: 'street', under: area }).flatMap((unit) => {
    const own = world.directory.areas.get(unit.area)
    if (own === undefined || own.type !== '街道') return []
    if (!areaHolds(world.directory, area, own.code)) return []
    const carried = (byStreet.get(unit.id) ?? []).filter((row) => open.includes(row.state))
    return [
      {
        unit: unit.id,
        name: unit.name,
        standing: removalStanding(own, carried.length > 0, { world, at: now }),
        must: mustBeRemoved(own, world, now),
        tasks: carried.map(({ id, title, stateLabel }) => ({ id, title, stateLabel })),
      },
    ]
  })
  return {
    total: streets.length,
    done: streets.filter(({ tasks }) => tasks.length === 0).length,
    open: streets.filter(({ tasks }) => tasks.length > 0),
  }
}
