import { placeOf } from '../../../kernel/directory.ts'
import { notAllowed } from '../errors.ts'
import type { SettingsAt } from './section.ts'

/** True when an area lies where the administrator's hand reaches. */
export function reaches({ state, scope, isCity }: SettingsAt, area: number | undefined): boolean {
  if (isCity) return true
  if (area === undefined) return false
  const place = placeOf(state.world.directory, area)
  return place !== undefined && place.district === scope
}

export function reachesUnit(at: SettingsAt, unit: number): boolean {
  return reaches(at, at.state.world.directory.units.get(unit)?.area)
}

export function mustReach(at: SettingsAt, area: number | undefined): void {
  if (!reaches(at, area)) throw notAllowed('只能修改本区的单位、岗位和账号')
}
