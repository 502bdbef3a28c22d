import { Button } from 'antd'
import { useState } from 'react'
import type { Offer, RecordView } from '../../../../web/api/record-view.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useRecord } from '../../../../web/api/use-record.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { Ballot } from '../../../../web/record/ballot/Ballot.tsx'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { StillToDo } from '../../../../web/record/StillToDo.tsx'
import { StepLine } from '../../../../web/record/StepLine.tsx'
import { AppointmentActions } from '../../../../web/record/AppointmentActions.tsx'
import { Floor } from './Floor.tsx'
import { Observers } from './Observers.tsx'
import { Reporters } from './Reporters.tsx'
import { blockersOf, wordsOf } from './running.ts'
import { useTell } from './use-tell.ts'
import './review.css'

/** An appraisal meeting run live on one page: who reports, the comment, who sits in, what is open. */
export function ReviewSheet() {
  const id = useAddress().path.split('/')[2] ?? ''
  const { data, error, refetch } = useRecord(id)
  if (data !== undefined) return <Sheet view={data} />
  return (
    <PageFrame title="述职评议会">
      {error === null ? (
        <Waiting rows={10} />
      ) : (
        <ErrorBox error={error} retry={() => void refetch()} />
      )}
    </PageFrame>
  )
}

function Sheet({ view }: { readonly view: RecordView }) {
  const { record } = view
  const sub = [wordsOf(view, 'startAt'), wordsOf(view, 'spot')].filter((one) => one !== undefined)
  return (
    <PageFrame
      title={record.title}
      sub={sub.join(' · ')}
      extra={<AppointmentActions view={view} />}
    >
      <div className="sheet review-part">
        <StepLine record={record} />
        <Next view={view} />
      </div>
      <div className="review-sheet">
        <Reporters view={view} />
        <div className="review-side">
          <Floor view={view} />
          {view.votes ? (
            <div className="sheet review-part">
              <Ballot record={record} />
            </div>
          ) : null}
          <Observers view={view} />
        </div>
      </div>
    </PageFrame>
  )
}

const desk = ['take', 'putBack', 'handOn']

/** What the meeting itself is asked, and why it cannot end yet. */
function Next({ view }: { readonly view: RecordView }) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const [open, setOpen] = useState<Offer>()
  const { id, kind, state } = view.record
  const own = view.offers.filter(
    ({ party, command }) => party === undefined && !desk.includes(command),
  )
  const blockers = state === 'holding' ? blockersOf(view) : []
  const tap = (offer: Offer) => {
    const needsWords = Object.keys(offer.input ?? {}).length > 0 || offer.grave
    if (needsWords) setOpen(offer)
    else void ask({ kind, id, command: offer.command, data: {} }).catch(tell)
  }
  return (
    <div className="no-print">
      <div className="review-line review-actions">
        {own.map((offer) => (
          <Button
            key={offer.command}
            type={offer.expected ? 'primary' : 'default'}
            danger={offer.grave}
            loading={busy && offer.expected}
            onClick={() => tap(offer)}
          >
            {offer.label}
          </Button>
        ))}
      </div>
      <StillToDo says="散会之前还要：" items={blockers.map((says) => ({ key: says, says }))} />
      {open === undefined ? null : (
        <OfferForm
          key={open.command}
          view={view}
          offer={open}
          onDone={() => setOpen(undefined)}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}
