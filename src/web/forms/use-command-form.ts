import { useId, useState } from 'react'
import type { Fields } from '../../kernel/field.ts'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { refusedFields } from './refused-field.ts'
import { useDraft, type DraftHold } from './use-draft.ts'
import { dataOf, isEmpty, problemsOf, type FormErrors, type FormValues } from './values.ts'

export type FormState = {
  readonly values: FormValues
  readonly errors: FormErrors
  readonly set: (name: string, value: unknown) => void
  readonly setAll: (changes: FormValues) => void
}

export type CommandFormHold = {
  readonly id: string
  readonly draft: DraftHold
  readonly form: FormState
  readonly refusal: ApiError | undefined
  readonly busy: boolean
  readonly send: () => Promise<void>
}

type Wanted = {
  readonly fields: Fields
  readonly draftKey: string
  readonly initial: FormValues
  readonly submit: (data: FormValues, ask: string) => Promise<void>
}

/** What a form holds while it is filled and sent. */
export function useCommandForm({ fields, draftKey, initial, submit }: Wanted): CommandFormHold {
  const draft = useDraft(draftKey, initial)
  const [errors, setErrors] = useState<FormErrors>({})
  const [refusal, setRefusal] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const setAll = (changes: FormValues) => {
    draft.set(changes)
    setErrors((before) => without(before, Object.keys(changes)))
  }
  const send = async () => {
    const problems = problemsOf(fields, draft.values)
    setErrors(problems)
    setRefusal(undefined)
    if (Object.keys(problems).length > 0) return focusFirst(id, fields, problems)
    setBusy(true)
    try {
      await submit(dataOf(fields, draft.values), draft.ask)
      draft.drop()
    } catch (error) {
      const said = asApiError(error)
      const shown = refusedFields(fields, said)
      setErrors(shown)
      setRefusal(said)
      focusFirst(id, fields, shown)
    } finally {
      setBusy(false)
    }
  }
  const form = {
    values: draft.values,
    errors,
    set: (name: string, value: unknown) => setAll({ [name]: value }),
    setAll,
  }
  return { id, draft, form, refusal, busy, send }
}

function without(errors: FormErrors, names: readonly string[]): FormErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)))
}

/** Where something is wrong, the hand should already be. */
function focusFirst(id: string, fields: Fields, problems: FormErrors): void {
  const first = Object.keys(fields).find((name) => !isEmpty(problems[name]))
  if (first === undefined) return
  const found = document.getElementById(`${id}-${first}`)
  found?.scrollIntoView({ block: 'center' })
  found?.focus()
}
