import { useState } from 'react'
import type { Problem } from '../net/problem.ts'
import { Choices } from '../parts/Choices.tsx'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { type Answers, chosen, openLines, type Sheet } from './sheet.ts'

type Props = {
  readonly sheet: Sheet
  readonly cast: (answers: Answers) => Promise<Problem | undefined>
}

/** The sheet, then what was chosen once more: a ballot cannot be taken back. */
export function VoteForm({ sheet, cast }: Props) {
  const [answers, setAnswers] = useState<Answers>({})
  const [open, setOpen] = useState<Answers>({})
  const [isChecking, setChecking] = useState(false)
  if (isChecking)
    return (
      <Check
        sheet={sheet}
        answers={answers}
        cast={cast}
        back={() => {
          setChecking(false)
        }}
      />
    )
  return (
    <form
      noValidate
      aria-label={sheet.label}
      onSubmit={(event) => {
        event.preventDefault()
        const missing = openLines(sheet, answers)
        setOpen(missing)
        setChecking(Object.keys(missing).length === 0)
        scrollTo(0, 0)
      }}
    >
      <ErrorSummary problems={stillOpen(open, answers)} tried={open} />
      {sheet.lines.map(({ key, label, choices }) => (
        <Choices
          key={key}
          id={key}
          legend={label}
          choices={choices}
          value={answers[key] ?? ''}
          error={open[key] !== undefined && answers[key] === undefined ? '还没有选' : undefined}
          onChange={(value) => {
            setAnswers((before) => ({ ...before, [key]: value }))
          }}
        />
      ))}
      <button type="submit" className="button main">
        下一步：再看一遍
      </button>
    </form>
  )
}

/** What was found open and still is. */
function stillOpen(open: Answers, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(open).filter(([key]) => answers[key] === undefined))
}

type Checking = Props & { readonly answers: Answers; readonly back: () => void }

function Check({ sheet, answers, cast, back }: Checking) {
  const [problem, setProblem] = useState<Problem>()
  const [isSending, setSending] = useState(false)
  const send = async () => {
    if (isSending) return
    setSending(true)
    const refused = await cast(answers)
    if (refused === undefined) return
    setSending(false)
    setProblem(refused)
  }
  return (
    <section aria-label="再看一遍">
      <h2>请再看一遍，投出后不能改</h2>
      {problem !== undefined && <ProblemNote problem={problem} focus />}
      <dl className="facts">
        {chosen(sheet, answers).map(({ key, label, choice }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <strong>{choice}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <p className="row">
        <button
          type="button"
          className="button main"
          disabled={isSending}
          onClick={() => void send()}
        >
          {isSending ? '正在投出…' : '投票'}
        </button>
        <button type="button" className="button" disabled={isSending} onClick={back}>
          回去改
        </button>
      </p>
    </section>
  )
}
