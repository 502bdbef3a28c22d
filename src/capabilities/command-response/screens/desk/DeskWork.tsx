import type { AskAnswer } from '../../../../web/api/use-ask.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { RecordPane } from '../../../../web/record/RecordPane.tsx'
import { CaseNote } from './CaseNote.tsx'
import { DoneLine } from './DoneLine.tsx'
import { IntakeForm } from './IntakeForm.tsx'
import type { QueueGroup } from './queue.ts'
import type { Registered } from './use-register.ts'

/** The right side of the desk: what was just done, and the call or the appeal in hand. */
export function DeskWork({
  group,
  isNew,
  open,
  done,
  registered,
  show,
  turnOn,
  close,
  settled,
}: {
  readonly group: QueueGroup
  readonly isNew: boolean
  readonly open: string | undefined
  readonly done: Registered | undefined
  readonly registered: (one: Registered) => void
  readonly show: (id: string) => void
  readonly turnOn: (id: string) => void
  readonly close: () => void
  /** The one just registered was dispatched after all. */
  readonly settled: (answer: AskAnswer) => void
}) {
  const about = done?.answer.view.record.id
  return (
    <div className="desk-work">
      {done === undefined ? null : (
        <DoneLine key={about} done={done} onOpen={show} onClose={close} />
      )}
      {done?.refused === undefined || about !== open ? null : <ErrorBox error={done.refused} />}
      {isNew ? <IntakeForm onRegistered={registered} /> : null}
      {open === undefined ? null : (
        <>
          <CaseNote id={open} />
          <RecordPane
            key={open}
            id={open}
            wanted={formOf[group]}
            onDone={(answer, offer) => {
              if (open === about && offer.command === 'dispatch') settled(answer)
              if (leaving.has(offer.command)) turnOn(open)
            }}
          />
        </>
      )}
      {!isNew && open === undefined ? <Empty says="派单台上没有等着处理的诉求" /> : null}
    </div>
  )
}

/** Only a form opens by itself. A command without one would be asked for by merely looking. */
const formOf: Readonly<Record<QueueGroup, string | undefined>> = {
  dispatch: 'dispatch',
  redispatch: 'redispatch',
  grantExtension: undefined,
}

/** What takes an appeal off the desk; after anything else one stays with it. */
const leaving = new Set([
  'dispatch',
  'redispatch',
  'rejectReturn',
  'notAccept',
  'merge',
  'grantExtension',
  'refuseExtension',
])
