import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { del, post } from '../api/client.ts'
import { momentText, type Passkey, useReread } from './use-account.ts'

/** One passkey: when it was made and last used, its name, and its end. */
export function PasskeyRow({
  passkey,
  proven,
}: {
  readonly passkey: Passkey
  readonly proven: (work: () => Promise<void>) => Promise<void>
}) {
  const { message } = App.useApp()
  const reread = useReread()
  const [name, setName] = useState<string>()
  const path = `/api/account/passkeys/${encodeURIComponent(passkey.id)}`
  const work = (does: () => Promise<void>) =>
    does().catch((problem: unknown) => void message.error(asApiError(problem).says))
  const rename = (to: string) =>
    work(async () => {
      await post(path, { name: to })
      setName(undefined)
      await reread()
    })
  const remove = () =>
    work(() =>
      proven(async () => {
        await del(path)
        message.success(`已移除“${passkey.name}”`)
        await reread()
      }),
    )
  if (name !== undefined)
    return (
      <li>
        <NameForm name={name} setName={setName} keep={(to) => void rename(to)} />
      </li>
    )
  return (
    <li className="row spread">
      <div className="account-what">
        <b>{passkey.name}</b>
        <div className="quiet small">
          {momentText(passkey.made)} 添加 ·{' '}
          {passkey.used === undefined ? '还没有用过' : `${momentText(passkey.used)} 用过`}
        </div>
      </div>
      <div className="row">
        <Button onClick={() => setName(passkey.name)}>改名</Button>
        <Popconfirm
          title={`移除“${passkey.name}”？`}
          okText="移除"
          cancelText="不移除"
          onConfirm={() => void remove()}
        >
          <Button danger>移除</Button>
        </Popconfirm>
      </div>
    </li>
  )
}

function NameForm({
  name,
  setName,
  keep,
}: {
  readonly name: string
  readonly setName: (name: string | undefined) => void
  readonly keep: (name: string) => void
}) {
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') keep(name)
      }}
    >
      <Input
        aria-label="通行密钥的名字"
        className="account-name"
        autoFocus
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit">
        保存
      </Button>
      <Button onClick={() => setName(undefined)}>取消</Button>
    </form>
  )
}
