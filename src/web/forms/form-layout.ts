import type { Field } from '../../kernel/field.ts'

const shortText = 60

/** Whether a field's control needs the form's whole width. */
export function isWide(field: Field): boolean {
  switch (field.type) {
    case 'text':
      return (field.max ?? 200) > shortText
    case 'code':
      return (field.max ?? 40) > shortText
    case 'choice':
      return standsOpen(field)
    case 'long':
    case 'choices':
    case 'units':
    case 'record':
    case 'contact':
    case 'files':
      return true
    case 'number':
    case 'day':
    case 'moment':
    case 'flag':
    case 'area':
    case 'unit':
    case 'post':
    case 'limit':
      return false
  }
}

/** Few choices stand open beside each other; more than that are a list to choose from. */
function standsOpen({ options }: Field): boolean {
  if (options === undefined || typeof options === 'string' || options.length > 4) return false
  return options.reduce((sum, { label }) => sum + label.length + 2, 0) > 20
}
