import { covers, type Directory, isEnded, type Place, type Unit } from './directory.ts'

/** A unit that is responsible where the record lay, but not where it lies now, hands it to the one
 *  that does the same there. */
export function counterpart(
  directory: Directory,
  id: number,
  { from, to }: { readonly from: Place; readonly to: Place },
): number {
  const unit = directory.units.get(id)
  if (unit === undefined || !covers(unit.area, from) || covers(unit.area, to)) return id
  const level = levels.find((one) => from[one] === unit.area)
  const there = level === undefined ? undefined : to[level]
  const alike = [...directory.units.values()].filter(
    (other) => other.area === there && !isEnded(directory, other) && isAlike(unit, other),
  )
  const [first] = alike
  return (alike.find(({ name }) => name.slice(-3) === unit.name.slice(-3)) ?? first)?.id ?? id
}

const levels = ['community', 'street', 'district'] as const

function isAlike(one: Unit, other: Unit): boolean {
  const words = ({ type, functions, domains = [] }: Unit) =>
    JSON.stringify([type, [...functions].toSorted(), [...domains].toSorted()])
  return words(one) === words(other)
}
