import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { OidcSection } from '../settings/OidcSection.tsx'
import { neighboursSection, oidcSection, policySection } from '../settings/sections.ts'
import { TableSection } from '../settings/TableSection.tsx'
import '../settings/settings.css'
import { AccountFinder } from './AccountFinder.tsx'
import { GrantRow } from './GrantRow.tsx'
import { type Grant, type OfficePost, useOversight } from './use-oversight.ts'
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
          <section aria-labelledby="oversight-oidc">
            <h2 id="oversight-oidc">统一身份认证</h2>
            <OidcSection section={oidcSection} />
          </section>
          <section aria-labelledby="oversight-neighbours">
            <h2 id="oversight-neighbours">相邻城市</h2>
            <TableSection section={neighboursSection} />
          </section>
          <Offices posts={data.posts} />
        </div>
      )}
    </PageFrame>
  )
}

function Grants({ grants }: { readonly grants: readonly Grant[] }) {
  return (
    <section aria-labelledby="oversight-grants">
      <h2 id="oversight-grants">待确认的岗位</h2>
      <p className="quiet">系统管理员提出的领导、负责人、督查、裁定和三员岗位，确认后才生效。</p>
      <div className="sheet oversight-sheet">
        {grants.length === 0 ? (
          <Empty says="没有待确认的岗位" />
        ) : (
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
                <GrantRow key={grant.id} grant={grant} />
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
