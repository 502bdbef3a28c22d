import { FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RecordView } from '../api/record-view.ts'
import { download } from '../api/client.ts'

/** What the record can be written out as, laid out as official documents are. */
export function Documents({ view }: { readonly view: RecordView }) {
  const { record, documents } = view
  return documents.map(({ name, label }) => (
    <Button
      key={name}
      icon={<FileWordOutlined aria-hidden />}
      onClick={() => download(`/api/record/${record.id}/document/${name}.docx`)}
    >
      {label}
    </Button>
  ))
}
