import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { Offer, RecordView } from '../../../../web/api/record-view.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useKeys } from '../../../../web/keys/use-keys.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { StepLine } from '../../../../web/record/StepLine.tsx'
import { AppointmentActions } from '../../../../web/record/AppointmentActions.tsx'
import { StillToDo } from '../../../../web/record/StillToDo.tsx'
import { Agenda } from './Agenda.tsx'
import { Attendance } from './Attendance.tsx'
import { Decisions } from './Decisions.tsx'
import { Minutes } from './Minutes.tsx'
import { blockersOf, textOf } from './run-sheet.ts'
import { type RunSheetData, useRunSheet } from './use-run-sheet.ts'
import { useTell } from './use-tell.ts'
import './meetings.css'

/** One meeting on one page, from its agenda to what was decided: the recorder needs no other. */
export function RunSheet() {
  const id = useAddress().path.split('/')[2] ?? ''
  const { meeting, ...lists } = useRunSheet(id)
  if (meeting.data === undefined)
    return (
      <PageFrame title="会议">
        {meeting.error === null ? (
          <Waiting rows={10} />
        ) : (
          <ErrorBox error={meeting.error} retry={() => void meeting.refetch()} />
        )}
      </PageFrame>
    )
  return <Sheet meeting={meeting.data} {...lists} />
}

function Sheet(sheet: RunSheetData) {
  const { meeting, decisions } = sheet
  const { record } = meeting
  const field = useRef<InputRef>(null)
  useKeys({ n: () => field.current?.focus() })
  const when = textOf(meeting, 'startAt')
  return (
    <PageFrame
      title={record.title}
      sub={[when, textOf(meeting, 'spot')].filter((one) => one !== undefined).join(' · ')}
      extra={<AppointmentActions view={meeting} />}
    >
      <div className="sheet meet-part">
        <StepLine record={record} />
        <Next meeting={meeting} decisions={decisions} />
      </div>
      <div className="meet-sheet">
        <div>
          <Agenda {...sheet} />
          <Attendance view={meeting} />
        </div>
        <div>
          <Decisions meeting={meeting} decisions={decisions} field={field} />
          <Minutes {...sheet} />
        </div>
      </div>
      <p className="quiet small no-print">快捷键：n 记议定事项，回车即存</p>
    </PageFrame>
  )
}

const straight = ['notify', 'open', 'finish', 'close']
const elsewhere = ['capture', 'writeMinutes', 'take', 'putBack', 'handOn']

/** What comes next as a button, what stands in the way of it, and the rest in a row behind it. */
function Next({ meeting, decisions }: Pick<RunSheetData, 'meeting' | 'decisions'>) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const [open, setOpen] = useState<Offer>()
  const { id, kind } = meeting.record
  const own = meeting.offers.filter(({ party }) => party === undefined)
  const first = own.filter(({ command }) => straight.includes(command))
  const others = own.filter(({ command }) => ![...straight, ...elsewhere].includes(command))
  const isWriting = own.some(({ command }) => command === 'writeMinutes')
  const blockers = isWriting ? blockersOf(meeting, decisions) : []
  return (
    <div className="no-print">
      <div className="meet-line meet-actions">
        {first.map(({ command, label }) => (
          <Button
            key={command}
            type="primary"
            loading={busy}
            onClick={() => void ask({ kind, id, command, data: {} }).catch(tell)}
          >
            {label}
          </Button>
        ))}
        {isWriting && !first.some(({ command }) => command === 'close') ? (
          <Button type="primary" disabled>
            办结
          </Button>
        ) : null}
        {others.map((offer) => (
          <Button key={offer.command} onClick={() => setOpen(offer)} danger={offer.grave}>
            {offer.label}
          </Button>
        ))}
        {own.length === 0 ? <Told meeting={meeting} /> : null}
      </div>
      <StillToDo says="办结之前还要：" items={blockers} />
      {open === undefined ? null : (
        <OfferForm
          key={open.command}
          view={meeting}
          offer={open}
          onDone={() => setOpen(undefined)}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

function Told({ meeting }: { readonly meeting: RecordView }) {
  const [next] = meeting.expected
  if (meeting.record.is === 'end') return <span className="quiet">{meeting.record.stateLabel}</span>
  return next === undefined ? null : (
    <span className="quiet">{`等 ${next.unit.name} ${next.commandLabel}`}</span>
  )
}
