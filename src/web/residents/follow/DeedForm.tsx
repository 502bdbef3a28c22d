import type { ReactNode } from 'react'
import type { Problems } from '../ask/checks.ts'
import type { Problem } from '../net/problem.ts'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'

type Props = {
  readonly tried: Problems
  readonly problems: Problems
  readonly problem: Problem | undefined
  readonly sending: boolean
  readonly label: string
  readonly grave?: boolean
  readonly onSend: () => void
  readonly children: ReactNode
}

/** The form of a deed: what is wrong on top, the fields, the one button. */
export function DeedForm(props: Props) {
  const { tried, problems, problem, sending, label, grave = false, onSend, children } = props
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending) onSend()
      }}
    >
      <ErrorSummary tried={tried} problems={problems} />
      {problem !== undefined && (
        <ProblemNote
          problem={problem}
          focus
          retry={problem.kind === 'refused' ? undefined : onSend}
        />
      )}
      {children}
      <button
        type="submit"
        className={grave ? 'button grave' : 'button main'}
        aria-disabled={sending}
      >
        {sending ? '正在提交…' : label}
      </button>
    </form>
  )
}
