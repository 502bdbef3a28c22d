import { useState } from 'react'
import { asApiError, type ApiError } from '../../../../web/api/api-error.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import type { DraftHold } from '../../../../web/forms/use-draft.ts'
import type { FormErrors } from '../../../../web/forms/values.ts'
import { useUndo } from '../../../../web/record/use-undo.tsx'
import type { OfferFormProps } from '../../../../web/screens.ts'
import type { DuplicateAdvice } from './advice.ts'
import { type Choice, dispatchData, missingFrom } from './choice.ts'
import { useDesk } from './desk-context.ts'

export type Dispatching = {
  readonly send: () => Promise<void>
  readonly merge: (duplicate: DuplicateAdvice) => Promise<void>
  readonly busy: boolean
  readonly errors: FormErrors
  readonly error: ApiError | undefined
}

/** Sends an appeal that waits to its unit, or joins it to another. A refusal leaves all as it was. */
export function useDispatch(
  { view, offer, onDone, onCancel }: OfferFormProps,
  draft: DraftHold,
  choice: Choice,
): Dispatching {
  const { ask, busy } = useAsk()
  const offerUndo = useUndo()
  const desk = useDesk()
  const [errors, setErrors] = useState<FormErrors>({})
  const [error, setError] = useState<ApiError>()
  const { kind, id } = view.record
  const trying = async (act: () => Promise<void>) => {
    setError(undefined)
    try {
      await act()
    } catch (problem) {
      const said = asApiError(problem)
      setErrors(said.fields)
      setError(said)
    }
  }
  const send = async () => {
    if (busy) return
    const missing = missingFrom(choice)
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    await trying(async () => {
      const data = dispatchData(choice)
      const answer = await ask({ kind, id, command: offer.command, data, ask: draft.ask })
      draft.drop()
      onDone(answer)
    })
  }
  const merge = async (duplicate: DuplicateAdvice) => {
    if (busy) return
    await trying(async () => {
      const data = { primary: duplicate.id }
      const { undo } = await ask({ kind, id, command: 'merge', data })
      draft.drop()
      onCancel()
      const label = `并入 ${duplicate.number}`
      offerUndo({ record: view.record, label, command: undo ?? 'unmerge' })
      desk.turnOn(id)
    })
  }
  return { send, merge, busy, errors, error }
}
