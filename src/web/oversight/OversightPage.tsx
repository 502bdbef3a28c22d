import { App, Button } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { policySection } from '../settings/sections.ts'
import { TableSection } from '../settings/TableSection.tsx'
import '../settings/settings.css'
import { AccountFinder } from './AccountFinder.tsx'
import { type Grant, type OfficePost, useDecide, useOversight } from './use-oversight.ts'
import './oversight.css'

/** The security administrator's work: what waits to be confirmed, accounts in need, the rules of
 *  signing in, and who the three administrators are. */
export function OversightPage() {
  const { data, error, refetch } = useOversight()
  return (
    <PageFrame title="安全管理">
      {data === undefined ? (
        error === null ? (
          <Waiting rows={8} />
        ) : (
          <ErrorBox error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="oversight-page">
          <Grants grants={data.grants} />
          <AccountFinder />
          <section aria-labelledby="oversight-policy">
            <h2 id="oversight-policy">登录安全</h2>
            <TableSection section={policySection} />
          </section>
          <Offices posts={data.posts} />
        </div>
      )}
    </PageFrame>
  )
}

function Grants({ grants }: { readonly grants: readonly Grant[] }) {
  const decide = useDecide()
  const { message } = App.useApp()
  const send = async (grant: Grant, agree: boolean) => {
    try {
      await decide.mutateAsync({ path: `grants/${grant.id}`, body: { agree } })
      message.success(agree ? '已确认，现在生效' : '已答复不同意')
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <section aria-labelledby="oversight-grants">
      <h2 id="oversight-grants">待确认的岗位</h2>
      <p className="quiet">系统管理员提出的领导、负责人、督查、裁定和三员岗位，确认后才生效。</p>
      <div className="sheet oversight-sheet">
        {grants.length === 0 ? <Empty says="没有待确认的岗位" /> : null}
        {grants.length === 0 ? null : (
          <table className="oversight-table">
            <thead>
              <tr>
                <th>申请</th>
                <th>期限</th>
                <th>提出人</th>
                <th>办理</th>
              </tr>
            </thead>
            <tbody>
              {grants.map((grant) => (
                <tr key={grant.id}>
                  <td>
                    <b>
                      {grant.what === 'end' ? '结束' : '授予'} {grant.person} · {grant.role}
                    </b>
                    <div className="quiet small">
                      {grant.unit}
                      {grant.title === '' || grant.title === grant.role ? '' : ` · ${grant.title}`}
                    </div>
                  </td>
                  <td>
                    {grant.what === 'end' ? `到 ${grant.to ?? ''}` : `${grant.from} 起`}
                    {grant.what === 'grant' && grant.to !== undefined ? `，到 ${grant.to}` : ''}
                  </td>
                  <td>
                    {grant.askedBy}
                    <div className="quiet small">
                      {grant.askedAt.slice(0, 16).replace('T', ' ')}
                    </div>
                  </td>
                  <td>
                    <div className="row">
                      <Button
                        type="primary"
                        disabled={decide.isPending}
                        aria-label={`确认 ${grant.person}`}
                        onClick={() => void send(grant, true)}
                      >
                        确认
                      </Button>
                      <Button
                        disabled={decide.isPending}
                        aria-label={`不同意 ${grant.person}`}
                        onClick={() => void send(grant, false)}
                      >
                        不同意
                      </Button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}

function Offices({ posts }: { readonly posts: readonly OfficePost[] }) {
  return (
    <section aria-labelledby="oversight-offices">
      <h2 id="oversight-offices">三员</h2>
      <p className="quiet">
        一人只任一种，也不担任业务岗位。要增设或更换，由系统管理员在“岗位”里提出，这里确认。
      </p>
      <div className="sheet oversight-sheet">
        <table className="oversight-table">
          <thead>
            <tr>
              <th>岗位</th>
              <th>姓名</th>
              <th>单位</th>
              <th>起</th>
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <tr key={post.id}>
                <td>{post.role}</td>
                <td>{post.person}</td>
                <td>{post.unit}</td>
                <td className="quiet">{post.from}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
