import { CalendarOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { download } from '../api/client.ts'
import type { RecordView } from '../api/record-view.ts'
import { GoLink } from '../look/GoLink.tsx'
import { Documents } from './Documents.tsx'

/** What may be taken from something that takes place: its calendar file, its documents, a print. */
export function AppointmentActions({ view }: { readonly view: RecordView }) {
  const { id } = view.record
  return (
    <>
      <Button
        icon={<CalendarOutlined />}
        onClick={() => download(`/api/record/${id}/calendar.ics`)}
      >
        日历文件
      </Button>
      <Documents view={view} />
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印
      </Button>
      <GoLink to={`/r/${id}`}>办理记录</GoLink>
    </>
  )
}
