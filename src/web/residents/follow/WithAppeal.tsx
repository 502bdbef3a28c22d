import type { ReactNode } from 'react'
import type { Appeal } from '../net/appeal.ts'
import { BackLink } from '../parts/BackLink.tsx'
import { Go } from '../parts/Go.tsx'
import { Page } from '../parts/Page.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { type Followed, useAppeal } from './use-appeal.ts'

type Props = {
  readonly title: string
  readonly back: 'follow' | 'appeal'
  /** The command this page is for; without it the page needs none. */
  readonly command?: string
  readonly children: (appeal: Appeal, followed: Followed) => ReactNode
}

/** A page about the followed appeal, once it is there. */
export function WithAppeal({ title, back, command, children }: Props) {
  const followed = useAppeal()
  const { session, appeal, problem, reload } = followed
  return (
    <>
      <BackLink to={back} />
      <Page title={title}>
        {session === undefined && <NeedsCode />}
        {problem?.kind === 'gone' && <NeedsCode />}
        {session !== undefined && problem !== undefined && problem.kind !== 'gone' && (
          <ProblemNote problem={problem} retry={reload} />
        )}
        {session !== undefined && appeal === undefined && problem === undefined && <Loading />}
        {appeal !== undefined &&
          (command === undefined || appeal.offers.has(command) ? (
            children(appeal, followed)
          ) : (
            <NotNow appeal={appeal} />
          ))}
      </Page>
    </>
  )
}

function NeedsCode() {
  return (
    <>
      <p>请重新填编号和查询码。为了安全，查看一段时间后或关掉页面后，都要再填一次。</p>
      <p>
        <Go to="follow" className="button main">
          填编号和查询码
        </Go>
      </p>
    </>
  )
}

function NotNow({ appeal }: { readonly appeal: Appeal }) {
  return (
    <>
      <p>这件诉求现在是“{appeal.stateWords}”，不能再这样做。</p>
      <p>
        <Go to="appeal" className="button main">
          回到这件诉求
        </Go>
      </p>
    </>
  )
}

function Loading() {
  return (
    <div className="skeleton">
      <output className="sr">正在取…</output>
      <i />
      <i />
      <i />
    </div>
  )
}
