import { narrowest } from '../../src/kernel/directory.ts'
import type { RecordState } from '../../src/kernel/record.ts'
import type { World } from '../../src/kernel/world.ts'
import { demoLists } from '../../src/main/demo/lists.ts'
import { postIn } from './stage.ts'
import { type Role, roleNames } from '../../src/kernel/actor.ts'
import type { Cast } from './walking.ts'

/** Somebody of every role in every unit that has to do with these records, or could have. */
export function castFor({ directory }: World, records: readonly RecordState[]): Cast {
  const named = records.flatMap(({ fields, parties }) => [
    ...Object.values(fields).filter((value) => typeof value === 'number'),
    ...parties.map(({ unit }) => unit),
  ])
  const areas = [...new Set(records.map(({ place }) => narrowest(place)))]
  const around = new Set(records.flatMap(({ place }) => Object.values(place)))
  const near = [...directory.units.values()].filter(({ area }) => around.has(area))
  const byType = Map.groupBy(near, ({ type }) => type)
  const ofEveryType = [...byType.values()].flatMap((some) => some.slice(0, 6).map(({ id }) => id))
  const units = [...new Set([...ofEveryType, ...named])].filter((id) => directory.units.has(id))
  return {
    posts: units.flatMap((unit) => roles.map((role) => postIn(unit, role))),
    areas,
    lists: demoLists(),
  }
}

const roles = Object.keys(roleNames).filter((name): name is Role => name in roleNames)
