import { useCallback, useEffect, useState } from 'react'
import { newId } from '../../../../web/api/ids.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { emptyIntake, type Intake, intakeFrom, isUntouched } from './intake.ts'

export type IntakeDraft = {
  readonly intake: Intake
  readonly change: (changes: Partial<Intake>) => void
  readonly clear: () => void
}

/** The draft of one person in one post: it stands after an error, a lost session, a closed tab. */
export function useIntake(): IntakeDraft {
  const me = useMe()
  const key = `tx.desk.${me.account.login}.${me.post.id}`
  const [intake, setIntake] = useState(() => intakeFrom(localStorage.getItem(key), emptyIntake(newId)))
  useEffect(() => {
    if (isUntouched(intake)) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(intake))
  }, [intake, key])
  const change = useCallback((changes: Partial<Intake>) => {
    setIntake((before) => ({ ...before, ...changes }))
  }, [])
  const clear = useCallback(() => setIntake((before) => emptyIntake(newId, before.channel)), [])
  return { intake, change, clear }
}
