import { Button } from 'antd'
import { passwordSheet } from './password-sheet.ts'

type Password = { readonly login: string; readonly password: string }

/** What new accounts are opened with: shown this once, and taken along as a sheet. */
export function Passwords({ all }: { readonly all: readonly Password[] }) {
  const keep = () => {
    const link = document.createElement('a')
    const blob = new Blob([passwordSheet(all)], { type: 'text/csv' })
    link.href = URL.createObjectURL(blob)
    link.download = '初始密码.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section className="stack" aria-label="初始密码">
      <p className="note-box">初始密码只显示这一次，请分别交给本人，由本人登录后修改。</p>
      <div className="settings-problems">
        <table className="plain-table">
          <thead>
            <tr>
              <th>登录名</th>
              <th>初始密码</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ login, password }) => (
              <tr key={login}>
                <td>{login}</td>
                <td>
                  <code>{password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button onClick={keep}>存为表格</Button>
    </section>
  )
}
