import { BackLink } from '../parts/BackLink.tsx'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { MaskOffer } from '../parts/MaskOffer.tsx'
import { Page } from '../parts/Page.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { go } from '../route.ts'
import { Answers } from './Answers.tsx'
import { allProblems, pageOfField } from './checks.ts'
import { DraftNote } from './DraftNote.tsx'
import { changeDraft, useDraft } from './use-draft.ts'
import { useSending } from './use-sending.ts'

/** Third step: the person looks at the answers and sends them. */
export function AskCheck() {
  const draft = useDraft()
  const { tried, problems, check } = useProblems()
  const { sending, problem, sendNow } = useSending()
  const submit = async () => {
    if (!check(allProblems(draft))) return
    check(await sendNow(draft))
  }
  const waiting = draft.tried !== '' && problem === undefined && !sending
  return (
    <>
      <BackLink to="ask/contact" />
      <Page title="请核对，再提交" step="第 3 步，共 3 步">
        <ErrorSummary
          tried={tried}
          problems={problems}
          elsewhere={(field) => {
            go(pageOfField(field), { next: 'ask/check' })
          }}
        />
        {problem !== undefined && (
          <ProblemNote problem={problem} focus retry={() => void submit()} />
        )}
        {waiting && <p className="note">提交过一次，没有收到回音。请再点一次“提交”，不会重复。</p>}
        <Answers draft={draft} />
        <MaskOffer
          text={draft.detail}
          kept={draft.numbersKept}
          onMask={(detail) => {
            changeDraft({ detail })
          }}
          onKeep={(numbersKept) => {
            changeDraft({ numbersKept })
          }}
        />
        <p>请按实际情况写。提交以后还可以补充、更正或撤回。</p>
        <button
          type="button"
          className="button main"
          aria-disabled={sending}
          onClick={() => {
            if (!sending) void submit()
          }}
        >
          {sending ? '正在提交…' : '提交'}
        </button>
        <output className="sr">{sending ? '正在提交' : ''}</output>
        <DraftNote />
      </Page>
    </>
  )
}
