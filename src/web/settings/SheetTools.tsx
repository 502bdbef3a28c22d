import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { download } from '../api/client.ts'
import { SheetIn } from './SheetIn.tsx'

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
  const [taking, setTaking] = useState(false)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items: formats, onClick: ({ key }) => download(path, { format: key }) }}
      >
        <Button icon={<DownloadOutlined />}>导出</Button>
      </Dropdown>
      {mayChange ? (
        <Button icon={<UploadOutlined />} onClick={() => setTaking(true)}>
          导入
        </Button>
      ) : null}
      {taking ? <SheetIn path={path} onClose={() => setTaking(false)} /> : null}
    </>
  )
}
