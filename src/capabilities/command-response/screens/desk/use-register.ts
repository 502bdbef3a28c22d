import { useState } from 'react'
import { asApiError, type ApiError } from '../../../../web/api/api-error.ts'
import { newId } from '../../../../web/api/ids.ts'
import { type AskAnswer, useAsk } from '../../../../web/api/use-ask.ts'
import type { DraftHold } from '../../../../web/forms/use-draft.ts'
import type { FormErrors, FormValues } from '../../../../web/forms/values.ts'
import { type Choice, dispatchData, missingFrom } from './choice.ts'
import { type Intake, missingFromIntake, registerData } from './intake.ts'

/** What follows on registering, as a second ask. */
export type Next =
  | { readonly step: 'none' }
  | { readonly step: 'dispatch' }
  | { readonly step: 'merge'; readonly into: { readonly id: string; readonly number: string } }
  | { readonly step: 'notAccept'; readonly data: FormValues }

export type Registered = {
  readonly answer: AskAnswer
  /** The answer to the second ask. */
  readonly second?: AskAnswer | undefined
  /** Why the second ask was not done; the appeal itself is registered. */
  readonly refused?: ApiError | undefined
  readonly next: Next
  readonly choice: Choice
}

export type Registering = {
  readonly send: (next: Next) => Promise<void>
  readonly busy: boolean
  readonly errors: FormErrors
  readonly error: ApiError | undefined
  readonly clearErrors: (names: readonly string[]) => void
}

const kind = 'resident-appeal'

/** Registers a call and does what follows, in that order: what was registered is never lost. */
export function useRegister(
  draft: DraftHold,
  { intake, choice }: { readonly intake: Intake; readonly choice: Choice },
  onRegistered: (registered: Registered) => void,
): Registering {
  const { ask, busy } = useAsk()
  const [errors, setErrors] = useState<FormErrors>({})
  const [error, setError] = useState<ApiError>()
  const register = async () =>
    ask({
      kind,
      command: 'register',
      area: intake.area,
      data: registerData(intake, choice),
      ask: draft.ask,
    })
  const follow = async (
    id: string,
    next: Next,
  ): Promise<Pick<Registered, 'second' | 'refused'>> => {
    const second = secondAsk(next, choice)
    if (second === undefined) return {}
    try {
      return { second: await ask({ kind, id, ...second, ask: newId() }) }
    } catch (problem) {
      return { refused: asApiError(problem) }
    }
  }
  const send = async (next: Next) => {
    if (busy) return
    const missing = {
      ...missingFromIntake(intake),
      ...(next.step === 'dispatch' ? missingFrom(choice) : {}),
    }
    setErrors(missing)
    setError(undefined)
    if (Object.keys(missing).length > 0) return
    try {
      const answer = await register()
      const followed = await follow(answer.view.record.id, next)
      draft.startOver()
      onRegistered({ answer, ...followed, next, choice })
    } catch (problem) {
      const said = asApiError(problem)
      setErrors(said.fields)
      setError(said)
    }
  }
  const clearErrors = (names: readonly string[]) =>
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
    )
  return { send, busy, errors, error, clearErrors }
}

function secondAsk(next: Next, choice: Choice) {
  if (next.step === 'dispatch') return { command: 'dispatch', data: dispatchData(choice) }
  if (next.step === 'merge') return { command: 'merge', data: { primary: next.into.id } }
  return next.step === 'notAccept' ? { command: 'notAccept', data: next.data } : undefined
}
