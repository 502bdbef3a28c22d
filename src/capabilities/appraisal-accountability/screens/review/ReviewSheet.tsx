import { CalendarOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../../web/api/client.ts'
import type { Offer, RecordView } from '../../../../web/api/record-view.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useRecord } from '../../../../web/api/use-record.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { Documents } from '../../../../web/record/Documents.tsx'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { StepLine } from '../../../../web/record/StepLine.tsx'
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
      extra={
        <>
          <Button
            icon={<CalendarOutlined />}
            onClick={() => download(`/api/record/${record.id}/calendar.ics`)}
          >
            日历文件
          </Button>
          <Documents view={view} />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
          <GoLink to={`/r/${record.id}`}>办理记录</GoLink>
        </>
      }
    >
      <div className="sheet review-part">
        <StepLine record={record} />
        <Next view={view} />
      </div>
      <div className="review-sheet">
        <Reporters view={view} />
        <div className="review-side">
          <Floor view={view} />
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
      {blockers.length === 0 ? null : (
        <div className="note-box" role="status">
          <b>散会之前还要：</b>
          <ul>
            {blockers.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </div>
      )}
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
