import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { hasPasskeys } from '../api/passkey.ts'
import type { Me } from '../api/types.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { giveCode, givePasskey, type SecondStep, type Way } from './sign-in.ts'

type Props = {
  readonly step: SecondStep
  readonly onDone: (me: Me) => void | Promise<void>
  /** Back to login and password, with why. */
  readonly again: (problem?: ApiError) => void
}

/** The second step: a code of the authenticator app, a passkey, or a recovery code. */
export function SecondForm({ step, onDone, again }: Props) {
  const ways = step.ways.filter((way) => way !== 'passkey' || hasPasskeys())
  const [way, setWay] = useState<Way>(ways[0] ?? 'recovery')
  const [code, setCode] = useState('')
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const give = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onDone(way === 'passkey' ? await givePasskey() : await giveCode(way, code))
    } catch (problem) {
      const found = asApiError(problem)
      if (found.code === 'halfGone') again(found)
      else setError(found)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields"
      aria-labelledby="second-title"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (way === 'passkey' || code.trim() !== '') void give()
      }}
    >
      <h2 id="second-title" className="second-title">
        第二步：确认是您本人
      </h2>
      {way === 'passkey' ? (
        <p className="quiet">按下面的按钮，再用这台设备的指纹、面容、锁屏密码或安全密钥确认。</p>
      ) : (
        <CodeRow key={way} way={way} code={code} setCode={setCode} />
      )}
      {error === undefined ? null : <ErrorBox error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {way === 'passkey' ? '使用通行密钥' : '确认登录'}
      </Button>
      <OtherWays
        ways={ways.filter((one) => one !== way)}
        choose={(one) => {
          setWay(one)
          setCode('')
          setError(undefined)
        }}
        back={() => again()}
      />
      {ways.every((one) => one === 'recovery') ? (
        <p className="quiet small">
          通行密钥要用域名打开平台才能使用；都没有时请联系系统管理员重置。
        </p>
      ) : null}
    </form>
  )
}

function OtherWays({
  ways,
  choose,
  back,
}: {
  readonly ways: readonly Way[]
  readonly choose: (way: Way) => void
  readonly back: () => void
}) {
  return (
    <div className="row">
      {ways.map((one) => (
        <Button key={one} type="link" onClick={() => choose(one)}>
          {otherSays[one]}
        </Button>
      ))}
      <Button type="link" onClick={back}>
        返回
      </Button>
    </div>
  )
}

const otherSays: Readonly<Record<Way, string>> = {
  totp: '改用动态码',
  passkey: '改用通行密钥',
  recovery: '改用恢复码',
}

function CodeRow({
  way,
  code,
  setCode,
}: {
  readonly way: Way
  readonly code: string
  readonly setCode: (code: string) => void
}) {
  const isApp = way === 'totp'
  return (
    <FormRow
      id="second-code"
      label={isApp ? '动态码' : '恢复码'}
      required
      help={isApp ? '验证器应用上的 6 位数字' : '添加第二因素时保存的，每个只能用一次'}
    >
      <Input
        id="second-code"
        size="large"
        autoFocus
        inputMode={isApp ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </FormRow>
  )
}
