import { useQuery } from '@tanstack/react-query'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { Section } from './Section.tsx'
import { logQuery, momentText } from './use-account.ts'

/** What happened at the door of one's account lately. */
export function LogSection() {
  const log = useQuery(logQuery)
  const rows = log.data?.rows ?? []
  return (
    <Section
      id="account-log"
      title="安全记录"
      about="最近的登录、失败和修改，只有您和安全审计员能看到。"
    >
      {log.isLoading ? <Waiting /> : null}
      {log.error === null ? null : <ErrorBox error={log.error} retry={() => void log.refetch()} />}
      {rows.length === 0 ? null : (
        <div className="account-log">
          <table className="plain-table">
            <thead>
              <tr>
                <th>时间</th>
                <th>事情</th>
                <th>设备</th>
                <th>网络地址</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, at, what, failed, device, address }) => (
                <tr key={id}>
                  <td className="nowrap">{momentText(at)}</td>
                  <td className={failed ? 'clock-late' : undefined}>{what}</td>
                  <td>{device ?? ''}</td>
                  <td className="nowrap">{address}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
