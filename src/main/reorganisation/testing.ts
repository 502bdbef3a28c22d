import { planOf } from '../../capabilities/city/reorganisation/plan.ts'
import { proposed } from '../../capabilities/city/reorganisation/proposal.ts'
import { restructured } from '../../kernel/restructuring.ts'
import { at, town, townWorld } from '../../kernel/testing.ts'
import { kinds } from '../registry.ts'

export const day = '08-03 10:00'
export const by = 'r1'

/** The front street goes into the back street at ten of the third. */
export function merged() {
  const plain = townWorld(kinds.values())
  const rows = proposed(plain.directory, {
    what: 'merge',
    of: 'areas',
    from: [town.street],
    into: [{ key: town.otherStreet }],
  })
  const plan = planOf(plain.directory, rows)
  const directory = restructured(plain.directory, plan, { at: at(day), by })
  return { rows, plan, world: { ...plain, directory } }
}
