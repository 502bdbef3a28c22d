import { Select } from 'antd'
import { useMemo } from 'react'
import type { WebDirectory } from '../api/directory.ts'
import { useDirectory } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { matches } from './AreaPicker.tsx'
import { controlOf } from './control.ts'

type Shared = {
  readonly id?: string | undefined
  readonly types?: readonly string[] | undefined
  /** Units of this area and of what lies in it. */
  readonly area?: number | undefined
  readonly only?: readonly number[] | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string | undefined
}
type One = Shared & {
  readonly value?: number | undefined
  readonly onChange: (unit: number | undefined) => void
}
type Many = Shared & {
  readonly value?: readonly number[] | undefined
  readonly onChange: (units: readonly number[]) => void
}

/** A unit by words of its name or place; one's own surroundings stand first. */
export function UnitPicker({ value, onChange, ...rest }: One) {
  return (
    <Select<number | undefined, UnitOption>
      {...useUnitSelect(rest)}
      value={value}
      onChange={(unit) => onChange(unit)}
      allowClear
    />
  )
}

export function UnitsPicker({ value, onChange, ...rest }: Many) {
  return (
    <Select<number[], UnitOption>
      {...useUnitSelect(rest)}
      mode="multiple"
      value={[...(value ?? [])]}
      onChange={(units) => onChange(units)}
    />
  )
}

type UnitOption = { readonly value: number; readonly label: string; readonly words: string }

function useUnitSelect({ types, area, only, ...rest }: Shared) {
  const directory = useDirectory()
  const own = useMe().post.unit.area
  const options = useMemo(
    () => optionsOf(directory, { types, area, only, own }),
    [directory, types, area, only, own],
  )
  return {
    options,
    showSearch: {
      filterOption: (typed: string, option?: UnitOption) => matches(typed, option?.words ?? ''),
    },
    placeholder: rest.placeholder ?? '输入单位名称',
    style: { width: '100%' },
    ...controlOf(rest),
  }
}

function optionsOf(
  directory: WebDirectory,
  wanted: Pick<Shared, 'types' | 'area' | 'only'> & { readonly own: number },
): UnitOption[] {
  const { types, area, only, own } = wanted
  // A street calls on its own district's departments far more often than on another's.
  const near = (code: number) =>
    code === own ? 0 : directory.lies(code, own) ? 1 : directory.lies(own, code) ? 2 : 3
  return [...directory.units.values()]
    .filter((unit) => types === undefined || types.includes(unit.type))
    .filter((unit) => area === undefined || directory.lies(unit.area, area))
    .filter((unit) => only === undefined || only.includes(unit.id))
    .toSorted((one, other) => near(one.area) - near(other.area) || one.id - other.id)
    .map((unit) => ({
      value: unit.id,
      label: unit.name,
      words: `${unit.name} ${directory.path(unit.area)}`,
    }))
}
