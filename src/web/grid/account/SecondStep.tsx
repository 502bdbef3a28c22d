import { type FormEvent, useState } from 'react'
import { asApiError } from '../../api/api-error.ts'
import { hasPasskeys, signWithPasskey } from '../../api/passkey.ts'
import { describedBy, FieldFrame } from '../../residents/parts/FieldFrame.tsx'
import type { Refusal } from '../net/reply.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import type { Way } from '../work/second-step.ts'
import { useWork } from '../work/use-work.ts'

type Props = {
  readonly ways: readonly Way[]
  readonly onDone: () => void
  /** Back to login and password, with why. */
  readonly again: (refusal?: Refusal) => void
}

/** The second step of signing in: a code of the app, a passkey, or a code kept on paper. */
export function SecondStep({ ways: all, onDone, again }: Props) {
  const ways = all.filter((way) => way !== 'passkey' || hasPasskeys())
  const [way, setWay] = useState<Way>(ways[0] ?? 'recovery')
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const { giveCode } = useWork()
  const byPasskey = usePasskey()
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const refused = way === 'passkey' ? await byPasskey() : await giveCode(way, code)
    setBusy(false)
    if (refused?.code === 'halfGone') again(refused)
    else if (refused === undefined) onDone()
    else setRefusal(refused)
  }
  return (
    <>
      <h2>第二步：确认是您本人</h2>
      {refusal !== undefined && <RefusalNote refusal={refusal} />}
      <form onSubmit={(event) => void give(event)}>
        {way === 'passkey' ? (
          <p>按下面的按钮，再用这台手机的指纹、面容或锁屏密码确认。</p>
        ) : (
          <CodeField way={way} code={code} setCode={setCode} />
        )}
        <button type="submit" className="button main" aria-disabled={busy}>
          {busy ? '正在确认' : way === 'passkey' ? '使用通行密钥' : '确认登录'}
        </button>
      </form>
      <p className="row">
        {ways
          .filter((one) => one !== way)
          .map((one) => (
            <button
              key={one}
              type="button"
              className="button quiet"
              onClick={() => {
                setWay(one)
                setCode('')
                setRefusal(undefined)
              }}
            >
              改用{names[one]}
            </button>
          ))}
        <button type="button" className="button quiet" onClick={() => again()}>
          返回
        </button>
      </p>
    </>
  )
}

const names: Readonly<Record<Way, string>> = {
  totp: '动态码',
  passkey: '通行密钥',
  recovery: '恢复码',
}

function CodeField({
  way,
  code,
  setCode,
}: {
  readonly way: 'totp' | 'recovery'
  readonly code: string
  readonly setCode: (code: string) => void
}) {
  const hint = way === 'totp' ? '验证器应用上的 6 位数字' : '添加第二因素时保存的，每个只能用一次'
  return (
    <FieldFrame id="second-code" label={names[way]} hint={hint}>
      <input
        id="second-code"
        type="text"
        inputMode={way === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        required
        value={code}
        {...describedBy({ id: 'second-code', hint })}
        onChange={(event) => setCode(event.target.value)}
      />
    </FieldFrame>
  )
}

/** Asks what is to be signed, has the telephone sign it, and gives it. */
function usePasskey(): () => Promise<Refusal | undefined> {
  const { call, givePasskey } = useWork()
  return async () => {
    const asked = await call({ path: '/api/session/second/passkey', body: {} })
    if (asked.is === 'refused') return asked.refusal
    if (asked.is !== 'done' || !isOptions(asked.body)) return noAnswer
    const signed = await signWithPasskey(asked.body).catch((fault: unknown) => asApiError(fault))
    if (signed instanceof Error)
      return { status: signed.status, code: signed.code, says: signed.says }
    return givePasskey(signed)
  }
}

const noAnswer: Refusal = { status: 0, code: 'away', says: '连不上平台，请稍后再试' }

type Options = Parameters<typeof signWithPasskey>[0]

function isOptions(body: unknown): body is Options {
  return typeof body === 'object' && body !== null && 'challenge' in body
}
