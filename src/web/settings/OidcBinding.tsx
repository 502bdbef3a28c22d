import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'

/** Gives one account a code by which its holder binds it, or takes what is bound from it. */
export function OidcBinding() {
  const { modal, message } = App.useApp()
  const [login, setLogin] = useState('')
  const [busy, setBusy] = useState(false)
  const work = async (does: () => Promise<void>) => {
    setBusy(true)
    try {
      await does()
    } catch (problem) {
      message.error(asApiError(problem).says)
    } finally {
      setBusy(false)
    }
  }
  const give = () =>
    work(async () => {
      const { code } = await post<{ code: string }>('/api/oidc/codes', { login })
      modal.success({
        title: '请把绑定码交给本人，只显示这一次',
        content: (
          <>
            <p className="settings-password">{code}</p>
            <p>本人先从统一身份认证登录，再填这个码。一天内有效，用一次就失效。</p>
          </>
        ),
        okText: '已经记下',
      })
    })
  const takeOff = () =>
    work(async () => {
      const { gone } = await post<{ gone: number }>('/api/oidc/unbind', { login })
      message.success(gone === 0 ? '这个账号没有绑定' : '已解除绑定')
    })
  return (
    <div className="form-fields settings-history">
      <h3>绑定账号</h3>
      <FormRow
        id="oidc-login"
        label="登录名"
        required
        help="认的是认证方给本人的编号，不按姓名对应；本人也可以登录后自己绑定"
      >
        <Input id="oidc-login" value={login} onChange={(event) => setLogin(event.target.value)} />
      </FormRow>
      <div className="row">
        <Button disabled={login.trim() === ''} loading={busy} onClick={() => void give()}>
          给绑定码
        </Button>
        <Button disabled={login.trim() === '' || busy} onClick={() => void takeOff()}>
          解除绑定
        </Button>
      </div>
    </div>
  )
}
