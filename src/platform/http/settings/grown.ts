import { type Area, directoryOf, type Unit } from '../../../kernel/directory.ts'
import type { CityState } from '../../world/city-state.ts'

/** The city with areas and units that a sheet is about to bring; those it has stay as they are. */
export function grownWith(
  state: CityState,
  { areas = [], units = [] }: { areas?: readonly Area[]; units?: readonly Unit[] },
): CityState {
  const { directory } = state.world
  const fresh = {
    areas: areas.filter(({ code }) => !directory.areas.has(code)),
    units: units.filter(({ id }) => !directory.units.has(id)),
  }
  return {
    ...state,
    world: {
      ...state.world,
      directory: directoryOf(
        [...directory.areas.values(), ...fresh.areas],
        [...directory.units.values(), ...fresh.units],
      ),
    },
  }
}
