import type { Fields } from '../../kernel/field.ts'
import type { Offer, RecordView } from '../api/record-view.ts'
import type { FormValues } from '../forms/values.ts'

/** What a form begins with that corrects what stands. */
export function standing(view: RecordView, { edits = [] }: Offer): FormValues {
  return Object.fromEntries(
    view.fields.flatMap(({ name, type, value }) =>
      edits.includes(name) && type !== 'contact' && type !== 'files' ? [[name, value]] : [],
    ),
  )
}

/** What is sent of it: what was changed, and what may never be missing. */
export function edited(fields: Fields, before: FormValues, data: FormValues): FormValues {
  const isSame = (name: string) => JSON.stringify(before[name]) === JSON.stringify(data[name])
  return Object.fromEntries(
    Object.entries(data).filter(
      ([name]) => fields[name]?.required === true || !(name in before) || !isSame(name),
    ),
  )
}
