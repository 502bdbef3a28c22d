import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useGo } from '../api/use-address.ts'
import { useSettled } from '../forms/use-settled.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { RowDrawer } from './RowDrawer.tsx'
import type { Section } from './sections.ts'
import { SettingsTable } from './SettingsTable.tsx'
import { SheetTools } from './SheetTools.tsx'
import type { SettingRow } from './types.ts'
import { useSettingTable } from './use-setting.ts'

/** One table of the settings: found, opened, changed, taken out and in as a sheet. */
export function TableSection({ section }: { readonly section: Section }) {
  const { what, one } = section
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), 250)
  const table = useSettingTable(what, { q })
  const [open, setOpen] = useState<SettingRow | 'new'>()
  const go = useGo()
  const first = table.data?.pages[0]
  if (table.error !== null && first === undefined)
    return <ErrorBox error={table.error} retry={() => void table.refetch()} />
  const rows = table.data?.pages.flatMap((page) => page.rows) ?? []
  const show = (row: SettingRow) =>
    what === 'lists' ? go(`/settings/lists/${row.id}`) : setOpen(row)
  return (
    <section>
      <p className="quiet settings-about">{section.about}</p>
      <div className="row settings-tools no-print">
        <Input.Search
          allowClear
          aria-label="查找"
          placeholder={`查找${section.label}`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          style={{ width: 240 }}
        />
        <span className="quiet">{totalText(first?.total, rows.length, q)}</span>
        <span className="settings-ends row">
          {first?.sheet === true ? (
            <SheetTools path={`/api/settings/${what}/sheet`} mayChange={first.mayChange} />
          ) : null}
          {first?.mayChange === true && one !== undefined ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              新增{one}
            </Button>
          ) : null}
        </span>
      </div>
      {first === undefined ? (
        <div className="sheet">
          <Waiting rows={10} />
        </div>
      ) : (
        <SettingsTable {...{ section, rows }} table={first} onOpen={show} isSearch={q !== ''} />
      )}
      {table.hasNextPage ? (
        <More busy={table.isFetchingNextPage} more={() => void table.fetchNextPage()} />
      ) : null}
      {open === undefined || first === undefined ? null : (
        <RowDrawer
          section={section}
          path={what}
          table={first}
          row={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

function More({ busy, more }: { readonly busy: boolean; readonly more: () => void }) {
  return (
    <div className="list-more">
      <Button loading={busy} onClick={more}>
        再显示 100 条
      </Button>
    </div>
  )
}

function totalText(total: number | null | undefined, shown: number, q: string): string {
  if (total === undefined || total === null) return ''
  const found = q === '' ? '共' : '找到'
  return total > shown ? `${found} ${total} 条，已显示 ${shown} 条` : `${found} ${total} 条`
}
