import { Button } from 'antd'
import { get } from '../api/client.ts'
import { useAddress } from '../api/use-address.ts'
import { SheetButtons } from '../lists/SheetButtons.tsx'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { type LogFilters, type LogRow, useLog } from './log.ts'
import { LogChoices } from './LogChoices.tsx'
import { useQuery } from '@tanstack/react-query'
import './oversight.css'

/** What was done about accounts, posts and sight: every line stays as it was written. */
export function LogPage() {
  const { values, set } = useAddress()
  const { what, login, from, to }: LogFilters = values
  const filters = { what, login, from, to }
  const log = useLog(filters)
  const first = log.data?.pages[0]
  const rows = log.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <PageFrame
      title="安全日志"
      sub={first === undefined ? undefined : `${first.from} 至 ${first.to}`}
      extra={<SheetButtons path="/api/security-log/export" params={filters} />}
    >
      <Whole />
      <LogChoices view={first} filters={filters} set={set} />
      {log.error !== null && first === undefined ? (
        <ErrorBox error={log.error} retry={() => void log.refetch()} />
      ) : null}
      <div className="sheet oversight-sheet">
        {first === undefined && log.error === null ? <Waiting rows={12} /> : null}
        {first !== undefined && rows.length === 0 ? (
          <Empty says="这段时间没有这样的记录">可以换一个筛选，或者放宽日期</Empty>
        ) : null}
        {rows.length === 0 ? null : <LogTable rows={rows} />}
      </div>
      {log.hasNextPage ? (
        <div className="list-more">
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            更早的
          </Button>
        </div>
      ) : null}
    </PageFrame>
  )
}

type Whole = { readonly whole: boolean; readonly seq?: number; readonly why?: string }

/** Whether the log is still what was written, worked out anew each time. */
function Whole() {
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['security-log-whole'],
    queryFn: () => get<Whole>('/api/security-log/whole'),
    enabled: false,
  })
  return (
    <div className="row oversight-whole no-print">
      <Button loading={isFetching} onClick={() => void refetch()}>
        核对日志是否完整
      </Button>
      <span aria-live="polite">
        {data === undefined ? (
          <span className="quiet">每条都连着上一条的摘要（SM3），改动、删除或调换都能查出。</span>
        ) : data.whole ? (
          <span className="tag tag-end">完整，没有改动</span>
        ) : (
          <span className="tag tag-late">
            第 {data.seq} 条{data.why === 'missing' ? '缺失' : '被改动'}
          </span>
        )}
      </span>
    </div>
  )
}

function LogTable({ rows }: { readonly rows: readonly LogRow[] }) {
  return (
    <table className="oversight-table">
      <thead>
        <tr>
          <th>时间</th>
          <th>内容</th>
          <th>账号</th>
          <th>网络地址</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td className="nowrap" data-label="时间">
              {row.at.slice(0, 19).replace('T', ' ')}
            </td>
            <td data-label="内容">{row.says}</td>
            <td data-label="账号">
              {row.who}
              {row.as === '' ? null : <div className="quiet small">{row.as}</div>}
            </td>
            <td className="quiet" data-label="网络地址">
              {row.address}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
