import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { del, get, post } from '../api/client.ts'
import { Section } from './Section.tsx'
import { momentText } from './use-account.ts'
import { useProof } from './use-proof.tsx'

type Identities = {
  readonly label?: string
  readonly bound: readonly {
    readonly issuer: string
    readonly at: string
    readonly used?: string
  }[]
}

const key = ['account', 'identities']

/** One's identity at the city's provider: bound by oneself, and taken off again. */
export function IdentitySection() {
  const { data } = useQuery({ queryKey: key, queryFn: () => get<Identities>('/api/oidc/me') })
  const outcome = new URLSearchParams(window.location.search).get('oidc')
  if (data === undefined || (data.label === undefined && data.bound.length === 0)) return null
  const isBound = data.bound.length > 0
  return (
    <Section
      id="account-identity"
      title={data.label ?? '统一身份认证'}
      state={
        <span className={isBound ? 'tag tag-end' : 'tag'}>{isBound ? '已绑定' : '未绑定'}</span>
      }
      about="绑定后可以从统一身份认证登录，不用输密码。绑定认的是认证方给您的编号，不是姓名。"
    >
      {outcome === 'taken' ? (
        <p className="note-box">这个统一身份已经绑定了别的账号，没有改动。</p>
      ) : null}
      {data.bound.map((one) => (
        <div key={one.issuer} className="account-what">
          {one.issuer}
          <div className="quiet small">
            {momentText(one.at)} 绑定
            {one.used === undefined ? '' : ` · ${momentText(one.used)} 用过`}
          </div>
        </div>
      ))}
      <Buttons data={data} />
    </Section>
  )
}

function Buttons({ data }: { readonly data: Identities }) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { proven, asking } = useProof()
  const work = (does: () => Promise<void>) =>
    void proven(does).catch((problem: unknown) => void message.error(asApiError(problem).says))
  const isBound = data.bound.length > 0
  return (
    <>
      <div className="row">
        {data.label === undefined || isBound ? null : (
          <Button
            onClick={() =>
              work(async () => {
                const { to } = await post<{ to: string }>('/api/oidc/bind', {})
                window.location.assign(to)
              })
            }
          >
            去绑定
          </Button>
        )}
        {isBound ? (
          <Popconfirm
            title="解除后只能用账号密码登录"
            okText="解除"
            cancelText="取消"
            onConfirm={() =>
              work(async () => {
                queries.setQueryData(key, await del<Identities>('/api/oidc/me'))
              })
            }
          >
            <Button>解除绑定</Button>
          </Popconfirm>
        ) : null}
      </div>
      {asking}
    </>
  )
}
