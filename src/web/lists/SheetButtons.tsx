import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { download, type Params } from '../api/client.ts'
import { ImportButton } from '../import/ImportButton.tsx'

const formats = [
  { key: 'xlsx', label: 'Excel 表格(.xlsx)' },
  { key: 'csv', label: 'CSV(UTF-8)' },
  { key: 'csv-gb18030', label: 'CSV(GB18030)' },
]

/** The list as a sheet, with the filters it has now, and on paper; where it is the list of a kind,
 *  the way to bring a sheet of it in. */
export function SheetButtons({ path, params }: { readonly path: string; readonly params: Params }) {
  const { message } = App.useApp()
  const [, kind] = /^\/api\/records\/([\w-]+)\/export$/.exec(path) ?? []
  return (
    <>
      {kind === undefined ? null : <ImportButton kind={kind} />}
      <Dropdown
        trigger={['click']}
        menu={{
          items: formats,
          onClick: ({ key }) => {
            download(path, { ...params, format: key })
            message.info('正在生成表格，导出会记入日志')
          },
        }}
      >
        <Button icon={<DownloadOutlined />}>导出</Button>
      </Dropdown>
      <Button className="hide-narrow" icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印
      </Button>
    </>
  )
}
