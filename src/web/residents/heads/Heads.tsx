import { useEffect, useState } from 'react'
import { type Head, type Heads as Loaded, headsIn } from '../net/heads.ts'
import type { Problem } from '../net/problem.ts'
import { send } from '../net/send.ts'
import { Page } from '../parts/Page.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'

/** What was published at the end of each day, for anyone to keep and compare. */
export function Heads() {
  const { shown, problem, load } = useHeads()
  const oldest = shown?.heads.at(-1)?.day
  return (
    <Page title="每日存证">
      <p>
        每天结束时，平台把到当天为止的全部办理记录合算成一个校验值，在这里公布。以后谁改动、删掉、补插任何一条，哪怕一个字，校验值就对不上了。
      </p>
      <p>您可以抄下或拍下当天的简码。校验值里没有任何人的姓名、电话和诉求内容，也推不出来。</p>
      {problem !== undefined && <ProblemNote problem={problem} retry={() => load(oldest)} />}
      {shown === undefined && problem === undefined && (
        <div className="skeleton">
          <output className="sr">正在取…</output>
          <i />
          <i />
        </div>
      )}
      {shown?.heads.length === 0 && <p>还没有：第一天结束后公布。</p>}
      {shown?.heads.map((head) => (
        <Day key={head.day} head={head} />
      ))}
      {shown?.more === true && (
        <button type="button" className="button quiet" onClick={() => load(oldest)}>
          更早的
        </button>
      )}
    </Page>
  )
}

function Day({ head }: { readonly head: Head }) {
  return (
    <section aria-label={head.day}>
      <h2>{head.day}</h2>
      <p className="number">{head.short}</p>
      <details>
        <summary>
          累计 {head.records} 件记录、{head.events} 步办理
        </summary>
        <p className="hint">
          封条 {head.seals} 条。全文校验值（国密 SM3）：
          <br />
          <code>{head.hash}</code>
        </p>
      </details>
    </section>
  )
}

function useHeads() {
  const [shown, setShown] = useState<Loaded>()
  const [problem, setProblem] = useState<Problem>()
  const [asked, setAsked] = useState<{ readonly before?: string | undefined }>({})
  useEffect(() => {
    let wanted = true
    const { before } = asked
    const path = `/api/public/heads${before === undefined ? '' : `?before=${before}`}`
    void send({ path }, headsIn).then((reply) => {
      if (!wanted) return
      if (!reply.ok) return setProblem(reply.problem)
      const { heads, more } = reply.value
      setProblem(undefined)
      setShown((had) => ({
        heads: before === undefined ? heads : [...(had?.heads ?? []), ...heads],
        more,
      }))
    })
    return () => {
      wanted = false
    }
  }, [asked])
  return { shown, problem, load: (before?: string) => setAsked({ before }) }
}
