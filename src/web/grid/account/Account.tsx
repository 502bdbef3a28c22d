import { useState } from 'react'
import type { Refusal } from '../net/reply.ts'
import { Page } from '../parts/Page.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { isOfTheGrid } from '../work/me.ts'
import { useSnapshot, useWork } from '../work/use-work.ts'
import { SignIn } from './SignIn.tsx'

/** Who one is here, in which post, and the way out. */
export function Account() {
  const { me, session } = useSnapshot()
  if (me === undefined)
    return (
      <Page title="登录">
        <SignIn />
      </Page>
    )
  return (
    <Page title={me.person.name}>
      <p>{me.post.name}</p>
      {session === 'ended' && (
        <section aria-labelledby="again">
          <h2 id="again">登录过期了，请再登录一次</h2>
          <p>写好的都在这台手机上，登录后接着发。</p>
          <SignIn />
        </section>
      )}
      <Posts />
      <Leave />
    </Page>
  )
}

/** One's other posts that may report. What was written in one waits until one acts in it again. */
export function Posts() {
  const work = useWork()
  const { me, entries, session } = useSnapshot()
  const [refusal, setRefusal] = useState<Refusal>()
  const others = (me?.posts ?? []).filter((post) => post.id !== me?.post.id && isOfTheGrid(post))
  if (others.length === 0 || session === 'ended') return null
  const waiting = (id: string) =>
    entries.filter(({ post, state }) => post === id && state === 'waiting').length
  return (
    <section aria-labelledby="posts">
      <h2 id="posts">换一个岗位</h2>
      {refusal !== undefined && <RefusalNote refusal={refusal} />}
      <div className="tiles one">
        {others.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="button tile"
            onClick={() => void work.switchTo(id).then(setRefusal)}
          >
            {name}
            {waiting(id) > 0 && `（${waiting(id)} 件等着发送）`}
          </button>
        ))}
      </div>
    </section>
  )
}

function Leave() {
  const work = useWork()
  const { entries } = useSnapshot()
  const [asked, ask] = useState(false)
  const unsent = entries.filter(({ state }) => state !== 'sent').length
  if (!asked || unsent === 0)
    return (
      <p className="row">
        <button
          type="button"
          className="button"
          onClick={() => (unsent === 0 ? void work.signOut() : ask(true))}
        >
          退出登录
        </button>
        <a className="button quiet" href="/">
          去办公页面
        </a>
      </p>
    )
  return (
    <div className="note">
      <p>还有 {unsent} 件没有发出。退出后它们留在这台手机上，等您再登录时发；别人看不到内容。</p>
      <p className="row">
        <button type="button" className="button" onClick={() => void work.signOut()}>
          仍然退出
        </button>
        <button type="button" className="button" onClick={() => ask(false)}>
          不退出
        </button>
      </p>
    </div>
  )
}
