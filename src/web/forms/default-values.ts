import type { Field, Fields } from '../../kernel/field.ts'
import type { WebDirectory } from '../api/directory.ts'
import type { Me } from '../api/types.ts'
import type { FormValues } from './values.ts'

type By = {
  readonly me: Pick<Me, 'post' | 'today' | 'now'>
  readonly directory: Pick<WebDirectory, 'areas' | 'units'>
}

/** What a form begins with: fields whose declaration says that nearly everybody means today, the
 *  own unit or the own area, where that would be accepted. */
export function defaultValues(fields: Fields, by: By): FormValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = defaultOf(field, by)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function defaultOf(
  field: Field,
  { me, directory }: By,
): string | number | readonly number[] | undefined {
  const { unit } = me.post
  switch (field.default) {
    case 'today':
      return field.type === 'day' ? me.today : field.type === 'moment' ? me.now : undefined
    case 'own-unit': {
      if (!fits(field, unit.type)) return undefined
      return field.type === 'unit' ? unit.id : field.type === 'units' ? [unit.id] : undefined
    }
    case 'own-area': {
      const level = directory.areas.get(unit.area)?.level
      return field.type === 'area' && level !== undefined && fits(field, level)
        ? unit.area
        : undefined
    }
    case undefined:
    default:
      return undefined
  }
}

/** Of the types of units, or the levels of areas, that a field takes. */
function fits({ of }: Field, own: string): boolean {
  return of === undefined || (typeof of === 'string' ? of === own : of.includes(own))
}
