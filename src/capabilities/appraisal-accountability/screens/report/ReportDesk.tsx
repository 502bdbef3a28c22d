import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Offer, RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { Documents } from '../../../../web/record/Documents.tsx'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { StepLine } from '../../../../web/record/StepLine.tsx'
import { StillToDo } from '../../../../web/record/StillToDo.tsx'
import { missingOf, numberOf, textOf } from './desk.ts'
import { useTell } from '../review/use-tell.ts'
import { Evidence } from './Evidence.tsx'
import { type Insert, Section } from './Section.tsx'
import { useReport } from './use-report.ts'
import './report.css'

/** A report on one page: on the left its sections, on the right what the year's records say. */
export function ReportDesk() {
  const id = useAddress().path.split('/')[2] ?? ''
  const { report, sections } = useReport(id)
  if (report.data === undefined)
    return (
      <PageFrame title="述职报告">
        {report.error === null ? (
          <Waiting rows={10} />
        ) : (
          <ErrorBox error={report.error} retry={() => void report.refetch()} />
        )}
      </PageFrame>
    )
  return <Desk report={report.data} sections={sections} />
}

type DeskProps = { readonly report: RecordView; readonly sections: readonly RecordView[] }

function Desk({ report, sections }: DeskProps) {
  const { record } = report
  const [chosen, choose] = useState<string>()
  const insert = useRef<Insert>(undefined)
  const current = sections.find((one) => one.record.id === chosen) ?? sections[0]
  return (
    <PageFrame
      title={record.title}
      sub={[textOf(report, 'category'), textOf(report, 'meetingOn')]
        .filter((one) => one !== undefined)
        .join(' · ')}
      extra={
        <>
          <Documents view={report} />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            打印
          </Button>
          <GoLink to={`/r/${record.id}`}>办理记录</GoLink>
        </>
      }
    >
      <div className="sheet report-part">
        <StepLine record={record} />
        <Next report={report} sections={sections} />
      </div>
      <div className="report-desk">
        <div>
          {sections.map((section) => (
            <Section
              key={section.record.id}
              section={section}
              chosen={section === current}
              choose={() => choose(section.record.id)}
              holds={(put) => {
                insert.current = put
              }}
            />
          ))}
        </div>
        <Evidence section={current} insert={(piece) => insert.current?.(piece)} />
      </div>
    </PageFrame>
  )
}

/** What may be asked of the report now, its length, and the sections still to be written. */
function Next({ report, sections }: DeskProps) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const [open, setOpen] = useState<Offer>()
  const { id, kind } = report.record
  const tap = (offer: Offer) => {
    if (offer.grave || Object.keys(offer.input ?? {}).length > 0) setOpen(offer)
    else void ask({ kind, id, command: offer.command, data: {} }).catch(tell)
  }
  const missing = report.record.state === 'drafting' ? missingOf(sections) : []
  const length = sections.reduce((sum, section) => sum + numberOf(section, 'length'), 0)
  const most = numberOf(report, 'most')
  return (
    <div className="no-print">
      <div className="report-line report-actions">
        {report.offers.map((offer) => (
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
        <span className={most > 0 && length > most ? 'report-over' : 'quiet'}>
          {most > 0 ? `已存 ${length} 字，上限 ${most} 字` : `已存 ${length} 字`}
        </span>
      </div>
      <StillToDo
        says="提交之前还要写："
        items={missing.map(({ record: { id, title } }) => ({
          key: id,
          says: title,
          at: `section-${id}`,
        }))}
      />
      {open === undefined ? null : (
        <OfferForm
          key={open.command}
          view={report}
          offer={open}
          onDone={() => setOpen(undefined)}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}
