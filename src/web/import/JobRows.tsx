import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { Waiting } from '../look/Waiting.tsx'
import type { ImportJob, ImportRow, RowResult } from './types.ts'
import { useJobRows } from './use-import.ts'

type Props = {
  readonly job: ImportJob
  readonly results: readonly RowResult[]
  /** Lines that are not to be written, and how that is changed. */
  readonly left?: ReadonlySet<number> | undefined
  readonly toggle?: ((line: number) => void) | undefined
}

/** Rows of a sheet with what is wrong or what became of them, narrowed to a column by a choice. */
export function JobRows({ job, results, left, toggle }: Props) {
  const { query, rows, total } = useJobRows(job, results)
  const [column, setColumn] = useState<string>()
  if (query.error !== null && rows.length === 0)
    return <ErrorBox error={query.error} retry={() => void query.refetch()} />
  if (query.isLoading) return <Waiting rows={4} />
  const columns = [...new Set(rows.flatMap(({ problems }) => problems.map((one) => one.column)))]
  const shown = rows.filter(
    ({ problems }) => column === undefined || problems.some((one) => one.column === column),
  )
  return (
    <div className="stack">
      {columns.length < 2 ? null : (
        <Select
          allowClear
          className="import-filter"
          placeholder="只看一列的问题"
          aria-label="只看一列的问题"
          value={column}
          onChange={(chosen?: string) => setColumn(chosen)}
          options={columns.map((name) => ({ value: name, label: name === '' ? '整行' : name }))}
        />
      )}
      <Table rows={shown} isMixed={results.length > 1} left={left} toggle={toggle} />
      {query.hasNextPage ? (
        <div>
          <Button loading={query.isFetching} onClick={() => void query.fetchNextPage()}>
            再显示（共 {total} 行）
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type TableProps = Pick<Props, 'left' | 'toggle'> & {
  readonly rows: readonly ImportRow[]
  /** The rows have not all the same result. */
  readonly isMixed: boolean
}

function Table({ rows, isMixed, left, toggle }: TableProps) {
  const isWrong = rows.some(({ problems }) => problems.length > 0)
  return (
    <div className="import-rows">
      <table className="plain-table">
        <thead>
          <tr>
            {toggle === undefined ? null : <th className="fit">写入</th>}
            <th className="number fit">行</th>
            {isMixed ? <th className="fit">结果</th> : null}
            <th>内容</th>
            {isWrong ? <th>问题</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              {toggle === undefined ? null : (
                <td>
                  <Checkbox
                    aria-label={`写入第 ${row.line} 行`}
                    checked={left?.has(row.line) !== true}
                    onChange={() => toggle(row.line)}
                  />
                </td>
              )}
              <td className="number">{row.line}</td>
              {isMixed ? <td className="nowrap">{row.label}</td> : null}
              <td>
                <Content row={row} />
              </td>
              {isWrong ? (
                <td>
                  <Wrong row={row} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Content({ row: { record, words } }: { readonly row: ImportRow }) {
  if (record === undefined) return <span className="import-words">{words}</span>
  return (
    <GoLink to={`/r/${record.id}`}>
      {record.number} {record.title}
    </GoLink>
  )
}

function Wrong({ row }: { readonly row: ImportRow }) {
  return row.problems.map(({ column, says }) => (
    <div key={`${column}-${says}`}>
      {column === '' ? null : <b>{column}：</b>}
      {says}
    </div>
  ))
}
