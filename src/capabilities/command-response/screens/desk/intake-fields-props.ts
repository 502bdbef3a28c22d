import type { FormErrors, FormValues } from '../../../../web/forms/values.ts'
import type { Intake } from './intake.ts'

/** What every part of the intake form is given. */
export type IntakeFieldsProps = {
  readonly id: string
  readonly intake: Intake
  readonly change: (changes: FormValues) => void
  readonly errors: FormErrors
  /** The area this desk takes in for. */
  readonly under: number
}
