import { App, Button, Popconfirm } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { Section } from './Section.tsx'
import { type AccountView, useReread } from './use-account.ts'
import { useProof } from './use-proof.tsx'

type Codes = readonly string[]

/** Recovery codes: shown once, then only counted. */
export function CodesSection({
  account,
  codes,
  setCodes,
}: {
  readonly account: AccountView
  readonly codes: Codes | undefined
  readonly setCodes: (codes: Codes | undefined) => void
}) {
  const { message } = App.useApp()
  const { proven, asking } = useProof()
  const reread = useReread()
  const { recoveryLeft } = account
  if (!account.hasTotp && account.passkeys.length === 0) return null
  const make = () =>
    proven(async () => {
      const made = await post<{ codes: Codes }>('/api/account/recovery', {})
      setCodes(made.codes)
      await reread()
    }).catch((problem: unknown) => void message.error(asApiError(problem).says))
  return (
    <Section
      id="account-codes"
      title="恢复码"
      state={
        <span className={recoveryLeft < 3 ? 'tag tag-wait' : 'tag tag-end'}>
          还有 {recoveryLeft} 个
        </span>
      }
      about="手机不在身边时，用一个恢复码代替第二因素登录。每个只能用一次。"
    >
      {asking}
      {codes === undefined ? (
        <div>
          <Popconfirm
            title="以前的恢复码会全部作废"
            okText="重新生成"
            cancelText="不生成"
            onConfirm={() => void make()}
          >
            <Button>重新生成恢复码</Button>
          </Popconfirm>
        </div>
      ) : (
        <Shown codes={codes} close={() => setCodes(undefined)} />
      )}
    </Section>
  )
}

function Shown({ codes, close }: { readonly codes: Codes; readonly close: () => void }) {
  const { message } = App.useApp()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      message.success('已复制')
    } catch {
      message.error('浏览器不让复制，请抄下来或打印')
    }
  }
  return (
    <div className="account-codes stack">
      <p className="note-box">
        恢复码只显示这一次。请打印或抄下来，放在安全的地方，不要和手机放在一起。
      </p>
      <ol aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="row no-print">
        <Button onClick={() => void copy()}>复制</Button>
        <Button onClick={() => window.print()}>打印</Button>
        <Button type="primary" onClick={close}>
          我已保存
        </Button>
      </div>
    </div>
  )
}
