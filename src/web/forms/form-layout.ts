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
      return Array.isArray(field.options) && field.options.length > 3
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
