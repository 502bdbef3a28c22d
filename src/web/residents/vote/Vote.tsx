import { Page } from '../parts/Page.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { CodeEntry } from './CodeEntry.tsx'
import { useVote } from './use-vote.ts'
import { VoteForm } from './VoteForm.tsx'

/** Opened by a slip: its sheet, one use, and nothing about who uses it. */
export function Vote() {
  const { code, sheet, problem, isCast, begin, retry, cast } = useVote()
  if (isCast) return <Thanks again={() => begin('')} />
  const another = problem?.kind === 'gone' || problem?.kind === 'invalid'
  return (
    <Page title={sheet?.title ?? '民主测评'}>
      {sheet !== undefined && (
        <p className="number">
          {sheet.label}
          {sheet.demo && <span className="demo">演示数据</span>}
        </p>
      )}
      {problem !== undefined && (
        <ProblemNote problem={problem} retry={another ? undefined : retry} />
      )}
      {(code === '' || another) && <CodeEntry begin={begin} />}
      {code !== '' && sheet === undefined && problem === undefined && (
        <div className="skeleton">
          <output className="sr">正在打开…</output>
          <i />
          <i />
          <i />
        </div>
      )}
      {sheet !== undefined && <VoteForm key={code} sheet={sheet} cast={cast} />}
      <p className="hint">
        不用登录，不记姓名、电话和手机。票是自己抽的，发票的人也不知道哪张票在谁手里；投完这张票就作废。
      </p>
    </Page>
  )
}

function Thanks({ again }: { readonly again: () => void }) {
  return (
    <Page title="已经投出">
      <output className="note good">您的票已经计入，这张票同时作废。可以关掉这个页面了。</output>
      <p>截止计票以前，谁也看不到选了什么，包括组织测评的人。</p>
      <p className="row">
        <button type="button" className="button" onClick={again}>
          换一张票
        </button>
      </p>
    </Page>
  )
}
