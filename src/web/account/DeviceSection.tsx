import { App, Button } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { del, post } from '../api/client.ts'
import { Section } from './Section.tsx'
import { type AccountView, momentText, useReread } from './use-account.ts'

/** Where one is signed in now; each other place can be ended, or all at once. */
export function DeviceSection({ account }: { readonly account: AccountView }) {
  const { message } = App.useApp()
  const reread = useReread()
  const { sessions } = account
  const work = async (does: () => Promise<unknown>, says: string) => {
    try {
      await does()
      message.success(says)
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
    await reread()
  }
  return (
    <Section
      id="account-devices"
      title="登录的设备"
      about="不认识的，请结束它的登录，并马上修改密码。"
    >
      <ul className="account-list">
        {sessions.map(({ id, device, begun, seen, isThis }) => (
          <li key={id} className="row spread">
            <div className="account-what">
              <b>{device}</b> {isThis ? <span className="tag tag-end">现在这台</span> : null}
              <div className="quiet small">
                {momentText(begun)} 登录 · {momentText(seen)} 用过
              </div>
            </div>
            {isThis ? null : (
              <Button
                aria-label={`结束 ${device} 的登录`}
                onClick={() => void work(() => del(`/api/account/sessions/${id}`), '已结束')}
              >
                结束
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button
          disabled={sessions.length < 2}
          onClick={() =>
            void work(() => post('/api/account/sessions/end-others', {}), '其他地方都已退出')
          }
        >
          退出其他所有设备
        </Button>
      </div>
    </Section>
  )
}
