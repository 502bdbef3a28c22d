import { Input } from 'antd'
import { useState } from 'react'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { AccountRow } from './AccountRow.tsx'
import { useAccounts } from './use-oversight.ts'

/** Finds one account and helps it: locked out, telephone lost, a post that must end now. */
export function AccountFinder() {
  const [q, setQ] = useState('')
  const { data, error } = useAccounts(q)
  const rows = data?.rows ?? []
  return (
    <section aria-labelledby="oversight-accounts">
      <h2 id="oversight-accounts">账号求助</h2>
      <p className="quiet">先核实是本人，再解锁或重置。每次都记入安全日志。</p>
      <Input.Search
        allowClear
        aria-label="姓名或登录名"
        placeholder="姓名或登录名"
        style={{ maxWidth: 320 }}
        onSearch={(text) => setQ(text.trim())}
      />
      {error === null ? null : <ErrorBox error={error} />}
      {q === '' || data === undefined ? null : (
        <div className="sheet oversight-sheet">
          {rows.length === 0 ? <Empty says="没有找到">请核对姓名或登录名</Empty> : null}
          {rows.length === 0 ? null : (
            <table className="oversight-table">
              <thead>
                <tr>
                  <th>账号</th>
                  <th>岗位</th>
                  <th>办理</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((account) => (
                  <AccountRow key={account.id} account={account} />
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
    </section>
  )
}
