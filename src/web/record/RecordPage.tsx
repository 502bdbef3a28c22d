import { useParams } from '@tanstack/react-router'
import { useRecord } from '../api/use-record.ts'
import { PageFrame } from '../look/PageFrame.tsx'
import { PrintButton, RecordPane } from './RecordPane.tsx'

/** One record on a page of its own, which can be sent to a colleague and printed. */
export function RecordPage() {
  const { id } = useParams({ strict: false })
  const record = id ?? ''
  const { data } = useRecord(record)
  const title = data === undefined ? '事项' : `${data.record.number} ${data.record.title}`
  return (
    <PageFrame title={title} bare>
      <div className="record-page">
        <RecordPane key={record} id={record} extra={() => <PrintButton />} />
      </div>
    </PageFrame>
  )
}
