import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import {
  changeAccount,
  type Does,
  type FoundAccount,
  useAccounts,
  useDecide,
} from './use-oversight.ts'

const doneSays: Readonly<Record<Does, string>> = {
  unlock: '已解锁，现在可以登录',
  resetFactor: '已重置，本人登录后重新设置',
  resetPassword: '密码已重置',
}

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

function AccountRow({ account }: { readonly account: FoundAccount }) {
  const { message, modal } = App.useApp()
  const decide = useDecide()
  const work = async (does: Does) => {
    try {
      const { password } = await changeAccount(account.id, does)
      if (password === undefined) message.success(doneSays[does])
      else
        modal.success({
          title: '请把密码交给本人，只显示这一次',
          content: <p className="settings-password">{password}</p>,
          okText: '已经记下',
        })
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  const end = async (id: string) => {
    try {
      await decide.mutateAsync({ path: `posts/${id}/end` })
      message.success('岗位已结束')
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <tr>
      <td>
        <b>{account.name}</b>
        <div className="quiet small">{account.login}</div>
      </td>
      <td>
        {account.posts.map((post) => (
          <div key={post.id} className="row">
            <span>
              {post.unit} · {post.role}
            </span>
            {post.mayEnd ? (
              <Popconfirm
                title={`现在就结束${account.name}的${post.role}岗位？`}
                okText="结束"
                cancelText="取消"
                onConfirm={() => void end(post.id)}
              >
                <Button size="small" danger>
                  结束岗位
                </Button>
              </Popconfirm>
            ) : null}
          </div>
        ))}
      </td>
      <td>
        <div className="row">
          <Button onClick={() => void work('unlock')}>解锁</Button>
          <Popconfirm
            title="本人要重新设置第二因素，现有登录都会退出"
            okText="重置"
            cancelText="取消"
            onConfirm={() => void work('resetFactor')}
          >
            <Button>重置第二因素</Button>
          </Popconfirm>
          {account.posts.some(({ isOffice }) => isOffice) ? (
            <Popconfirm
              title="原密码立即失效，现有登录都会退出"
              okText="重置"
              cancelText="取消"
              onConfirm={() => void work('resetPassword')}
            >
              <Button>重置密码</Button>
            </Popconfirm>
          ) : null}
        </div>
      </td>
    </tr>
  )
}
