import type { ReactNode } from 'react'
import { Account, Posts } from './account/Account.tsx'
import { SignIn } from './account/SignIn.tsx'
import { Box } from './box/Box.tsx'
import { Decide } from './box/Decide.tsx'
import { FindingPage } from './findings/FindingPage.tsx'
import { Findings } from './findings/Findings.tsx'
import { Frame } from './Frame.tsx'
import type { PageName } from './page-address.ts'
import { Page } from './parts/Page.tsx'
import { Report } from './report/Report.tsx'
import { Send } from './report/Send.tsx'
import { Where } from './report/Where.tsx'
import { usePage } from './route.ts'
import { useSnapshot } from './work/use-work.ts'

type PageProps = { readonly id?: string | undefined }

const pages: Readonly<Record<PageName, (props: PageProps) => ReactNode>> = {
  report: Report,
  where: Where,
  send: Send,
  box: Box,
  decide: Decide,
  findings: Findings,
  finding: FindingPage,
  account: Account,
}

/** The grid worker's pages: one at a time, each with an address of its own. */
export function App() {
  const { page, id } = usePage()
  return (
    <Frame page={page}>
      <Shown page={page} id={id} />
    </Frame>
  )
}

function Shown({ page, id }: PageProps & { readonly page: PageName }) {
  const { ready, me, session, line } = useSnapshot()
  if (!ready || (me === undefined && session === 'unknown' && line !== 'down'))
    return <div className="skeleton" aria-busy="true" />
  if (me === undefined)
    return (
      <Page title="登录">
        <SignIn />
      </Page>
    )
  if (me.mustFirst === true)
    return (
      <Page title="先设置好账号">
        <p>您要先改密码或设置第二因素，才能上报。设置好再回到这里。</p>
        <a className="button main" href="/account">
          去账号与安全
        </a>
      </Page>
    )
  const reports = page === 'report' || page === 'where' || page === 'send'
  if (reports && !me.reports)
    return (
      <Page title="这个岗位不上报网格问题">
        <p>您现在的岗位是“{me.post.name}”。网格员和社区工作者在社区的岗位可以上报。</p>
        <Posts />
        <a className="button" href="/">
          去办公页面
        </a>
      </Page>
    )
  const Chosen = pages[page]
  return <Chosen key={`${me.post.id}|${page}|${id ?? ''}`} id={id} />
}
