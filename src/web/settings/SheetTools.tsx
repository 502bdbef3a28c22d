import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { download } from '../api/client.ts'
import { SheetInButton } from './SheetInButton.tsx'

const formats = [
  { key: 'xlsx', label: 'Excel 表格（.xlsx）' },
  { key: 'csv', label: 'CSV（UTF-8）' },
  { key: 'csv-gb18030', label: 'CSV（GB18030）' },
]

/** A table out as a sheet, and a sheet back in. */
export function SheetTools({
  path,
  mayChange,
}: {
  readonly path: string
  readonly mayChange: boolean
}) {
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items: formats, onClick: ({ key }) => download(path, { format: key }) }}
      >
        <Button icon={<DownloadOutlined />}>导出</Button>
      </Dropdown>
      {mayChange ? <SheetInButton path={path} /> : null}
    </>
  )
}
