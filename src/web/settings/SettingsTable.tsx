import { useQueries } from '@tanstack/react-query'
import { Table } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { get } from '../api/client.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { StateTag } from '../look/StateTag.tsx'
import type { Section } from './sections.ts'
import { type Below, grown, type TreeRow } from './tree.ts'
import type { SettingRow, SettingTable } from './types.ts'

/** The lines of a table, and of a tree the lower levels where they are unfolded. */
export function SettingsTable({
  section,
  table,
  rows,
  isSearch,
  onOpen,
}: {
  readonly section: Section
  readonly table: Pick<SettingTable, 'fields' | 'columns' | 'heads'>
  readonly rows: readonly SettingRow[]
  readonly isSearch: boolean
  readonly onOpen: (row: SettingRow) => void
}) {
  const { below, unfolded, unfold, fold, error } = useBelow(section.what)
  const isTree = section.tree === true && !isSearch
  const only = isTree && rows.length === 1 ? rows[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined) unfold(only)
  }, [only, unfold])
  if (rows.length === 0)
    return (
      <div className="sheet">
        <Empty says={isSearch ? `没有找到这样的${section.label}` : `还没有${section.label}`} />
      </div>
    )
  return (
    <div className="sheet settings-table">
      {error === undefined ? null : <ErrorBox error={error} />}
      <Table<TreeRow>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={isTree ? grown(rows, below) : [...rows]}
        expandable={{
          expandedRowKeys: [...unfolded],
          onExpand: (isOpening, row) => (isOpening ? unfold(row.id) : fold(row.id)),
        }}
        onRow={(row) => ({ className: 'settings-row', onDoubleClick: () => onOpen(row) })}
        columns={columnsOf(section, table, onOpen)}
      />
    </div>
  )
}

function columnsOf(
  section: Section,
  table: Pick<SettingTable, 'fields' | 'columns' | 'heads'>,
  onOpen: (row: SettingRow) => void,
) {
  const named = new Map(table.fields.map((field) => [field.name, field]))
  // The tree unfolds where the names stand, so the name goes first there.
  const ordered =
    section.tree === true
      ? ['name', ...table.columns.filter((name) => name !== 'name' && name !== 'parent')]
      : table.columns
  const columns = ordered.map((name, at) => ({
    key: name,
    title: named.get(name)?.label ?? table.heads?.[name] ?? name,
    align: named.get(name)?.type === 'number' && at > 0 ? ('right' as const) : ('left' as const),
    render: (_: unknown, row: TreeRow) =>
      at === 0 ? (
        <button type="button" className="linklike settings-name" onClick={() => onOpen(row)}>
          {row.text[name] ?? row.id}
        </button>
      ) : (
        <span className={table.heads?.[name] === undefined ? 'settings-cell' : undefined}>
          {row.text[name] ?? ''}
        </span>
      ),
  }))
  // Of one value its own column says since when.
  const says = section.dated === undefined || section.oneValue === true
  return says ? columns : [...columns, validity]
}

const validity = {
  key: 'validity',
  title: '有效期',
  align: 'left' as const,
  render: (_: unknown, row: TreeRow) => <Validity row={row} />,
}

function Validity({ row }: { readonly row: SettingRow }) {
  const words = [
    row.from === undefined ? '' : `${row.from} 起`,
    row.to === undefined ? '' : `至 ${row.to}`,
  ]
  return (
    <span className="row nowrap">
      {row.state === 'past' ? <StateTag tone="end">已终止</StateTag> : null}
      {row.state === 'later' ? <StateTag tone="wait">未生效</StateTag> : null}
      {row.builtIn === true ? <span className="quiet">默认</span> : null}
      {words.filter((one) => one !== '').join(' ')}
    </span>
  )
}

/** Lower levels are fetched where somebody looks, and anew whenever something was changed. */
function useBelow(what: string) {
  const [unfolded, setUnfolded] = useState<readonly string[]>([])
  const fetched = useQueries({
    queries: unfolded.map((id) => ({
      queryKey: ['settings', what, 'below', id],
      queryFn: () => get<SettingTable>(`/api/settings/${what}`, { parent: id, limit: 500 }),
    })),
  })
  const below: Below = Object.fromEntries(
    unfolded.flatMap((id, at) => {
      const rows = fetched[at]?.data?.rows
      return rows === undefined ? [] : [[id, rows] as const]
    }),
  )
  const fold = (id: string) => setUnfolded((before) => before.filter((one) => one !== id))
  const unfold = useCallback(
    (id: string) => setUnfolded((before) => (before.includes(id) ? before : [...before, id])),
    [],
  )
  const error = fetched.find((one) => one.isError)?.error ?? undefined
  return { below, unfolded, unfold, fold, error }
}
