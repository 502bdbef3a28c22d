import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { download, type Params } from '../api/client.ts'
import { useKinds } from '../api/use-directory.ts'
import { ImportButton } from '../import/ImportButton.tsx'
import { ExportReason } from './ExportReason.tsx'

const formats = [
  { key: 'xlsx', label: 'Excel 表格(.xlsx)' },
  { key: 'csv', label: 'CSV(UTF-8)' },
  { key: 'csv-gb18030', label: 'CSV(GB18030)' },
]

/** The list as a sheet, with the filters it has now, and on paper; where it is the list of a kind,
 *  the way to bring a sheet of it in. */
export function SheetButtons({ path, params }: { readonly path: string; readonly params: Params }) {
  const { message } = App.useApp()
  const [format, setFormat] = useState<string>()
  const [, kind] = /^\/api\/records\/([\w-]+)\/export$/.exec(path) ?? []
  const isPersonal = useHoldsPersons(kind)
  const take = (key: string, reason?: string) => {
    download(path, { ...params, format: key, ...(reason === undefined ? {} : { reason }) })
    message.info('正在生成表格，导出会记入日志')
  }
  return (
    <>
      {format === undefined ? null : (
        <ExportReason
          close={() => setFormat(undefined)}
          take={(reason) => {
            take(format, reason)
            setFormat(undefined)
          }}
        />
      )}
      {kind === undefined ? null : <ImportButton kind={kind} />}
      <Dropdown
        trigger={['click']}
        menu={{
          items: formats,
          onClick: ({ key }) => {
            if (isPersonal) setFormat(key)
            else take(key)
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

/** Lists of what residents brought are taken out for a reason. */
function useHoldsPersons(name: string | undefined): boolean {
  const kinds = useKinds()
  const kind = name === undefined ? undefined : kinds.get(name)
  return Object.values(kind?.fields ?? {}).some(({ type }) => type === 'contact')
}
