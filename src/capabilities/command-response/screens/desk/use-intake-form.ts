import { useState } from 'react'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import { type DraftHold, useDraft } from '../../../../web/forms/use-draft.ts'
import type { FormValues } from '../../../../web/forms/values.ts'
import { type Choice, choiceOf, valuesOf } from './choice.ts'
import { forbiddenFor } from './forbidden.ts'
import { type Intake, intakeOf } from './intake.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { type Registered, type Registering, useRegister } from './use-register.ts'
import { type Routing, useRouting } from './use-routing.ts'

const empty = { channel: 'phone' }

export type IntakeState = Routing & {
  readonly draft: DraftHold
  readonly intake: Intake
  readonly choice: Choice
  readonly change: (values: FormValues) => void
  readonly choose: (choice: Choice) => void
  readonly registering: Registering
  readonly isForbidden: boolean
  readonly declining: boolean
  readonly decline: (declining: boolean) => void
}

/** Everything that moves while a call is taken down. */
export function useIntakeForm(onRegistered: (registered: Registered) => void): IntakeState {
  const draft = useDraft('desk/register', empty)
  const intake = intakeOf(draft.values)
  const choice = choiceOf(draft.values)
  const [declining, decline] = useState(false)
  const registering = useRegister(draft, { intake, choice }, (registered) => {
    decline(false)
    onRegistered(registered)
  })
  const { send, clearErrors } = registering
  const change = (values: FormValues) => {
    draft.set(values)
    clearErrors(Object.keys(values))
  }
  const choose = (next: Choice) => change(valuesOf(next))
  const { query, pick } = useRouting(intake, choice, choose)
  const lead = useDirectory().units.get(choice.lead ?? 0)
  const item = query.advice?.items.find(({ id }) => id === choice.dutyItem)
  const isForbidden = forbiddenFor(lead?.type, item?.type) !== undefined
  const likest = query.advice?.duplicates[0]
  useDeskKeys({
    advice: query.advice,
    pick,
    send: isForbidden || declining ? undefined : () => send({ step: 'dispatch' }),
    merge: likest === undefined ? undefined : () => void send({ step: 'merge', into: likest }),
  })
  const held = { draft, intake, choice, change, choose, query, pick }
  return { ...held, registering, isForbidden, declining, decline }
}
