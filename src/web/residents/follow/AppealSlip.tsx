import { Slip } from '../parts/Slip.tsx'
import { WithAppeal } from './WithAppeal.tsx'

/** The slip of a followed appeal. */
export function AppealSlip() {
  return (
    <WithAppeal title="回执" back="appeal">
      {(appeal, { session }) => (
        <Slip
          facts={{
            number: appeal.number,
            code: session?.code ?? '',
            at: appeal.openedAt,
            place: appeal.place,
            spot: appeal.spot,
            detail: appeal.detail,
            due: appeal.due,
          }}
        />
      )}
    </WithAppeal>
  )
}
