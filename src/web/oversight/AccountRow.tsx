import { App, Button, Popconfirm } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { changeAccount, type Does, type FoundAccount, useDecide } from './use-oversight.ts'

const doneSays: Readonly<Record<Does, string>> = {
  unlock: '已解锁，现在可以登录',
  resetFactor: '已重置，本人登录后重新设置',
  resetPassword: '密码已重置',
}

const resets = [
  {
    does: 'resetFactor',
    label: '重置第二因素',
    asks: '本人要重新设置第二因素，现有登录都会退出',
  },
  { does: 'resetPassword', label: '重置密码', asks: '原密码立即失效，现有登录都会退出' },
] as const

/** One account, and how its holder can be helped. */
export function AccountRow({ account }: { readonly account: FoundAccount }) {
  const { message, modal } = App.useApp()
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
  return (
    <tr>
      <td>
        <b>{account.name}</b>
        <div className="quiet small">{account.login}</div>
      </td>
      <td>
        {account.posts.map((post) => (
          <HeldPost key={post.id} post={post} name={account.name} />
        ))}
      </td>
      <td>
        <div className="row">
          <Button onClick={() => void work('unlock')}>解锁</Button>
          {resets
            .filter(({ does }) => does !== 'resetPassword' || account.mayReset)
            .map(({ does, label, asks }) => (
              <Popconfirm
                key={does}
                title={asks}
                okText="重置"
                cancelText="取消"
                onConfirm={() => void work(does)}
              >
                <Button>{label}</Button>
              </Popconfirm>
            ))}
        </div>
      </td>
    </tr>
  )
}

function HeldPost({
  post,
  name,
}: {
  readonly post: FoundAccount['posts'][number]
  readonly name: string
}) {
  const { message } = App.useApp()
  const decide = useDecide()
  const end = async () => {
    try {
      await decide.mutateAsync({ path: `posts/${post.id}/end` })
      message.success('岗位已结束')
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <div className="row">
      <span>
        {post.unit} · {post.role}
      </span>
      {post.mayEnd ? (
        <Popconfirm
          title={`现在就结束${name}的${post.role}岗位？`}
          okText="结束"
          cancelText="取消"
          onConfirm={() => void end()}
        >
          <Button size="small" danger>
            结束岗位
          </Button>
        </Popconfirm>
      ) : null}
    </div>
  )
}
