import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { get } from '../api/client.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { RowDrawer } from './RowDrawer.tsx'
import { listItems } from './sections.ts'
import { SettingsTable } from './SettingsTable.tsx'
import { SheetTools } from './SheetTools.tsx'
import type { ListView, SettingRow } from './types.ts'

/** The choices of one list. */
export function ListSection({ name }: { readonly name: string }) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<SettingRow | 'new'>()
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'lists', 'one', name],
    queryFn: () => get<ListView>(`/api/settings/lists/${name}`),
  })
  if (error !== null) return <ErrorBox error={error} retry={() => void refetch()} />
  if (data === undefined) return <Waiting rows={8} />
  const words = typed.trim()
  const rows = data.items.filter((item) =>
    Object.values(item.text).some((one) => one.includes(words)),
  )
  // Lists share one form; what nobody uses in this one only stands in the way.
  const isUsed = (name: string) =>
    data.items.length === 0 || data.items.some((item) => (item.text[name] ?? '') !== '')
  const columns = data.columns.filter(isUsed)
  const fields = data.fields.filter(({ name }) => isUsed(name))
  return (
    <section>
      <p className="quiet settings-about">
        <GoLink to="/settings/lists">选项清单</GoLink> / {data.text['label']} · {listItems.about}
      </p>
      <div className="row settings-tools no-print">
        <Input.Search
          allowClear
          aria-label="查找"
          placeholder="查找选项"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          style={{ width: 240 }}
        />
        <span className="quiet">共 {rows.length} 项</span>
        <span className="settings-ends row">
          <SheetTools path={`/api/settings/lists/${name}/sheet`} mayChange={data.mayChange} />
          {data.mayChange ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              新增选项
            </Button>
          ) : null}
        </span>
      </div>
      <SettingsTable
        section={listItems}
        table={{ fields, columns }}
        rows={rows}
        isSearch={words !== ''}
        onOpen={setOpen}
      />
      {open === undefined ? null : (
        <RowDrawer
          section={listItems}
          path={`lists/${name}`}
          table={{ fields, mayChange: data.mayChange }}
          row={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
