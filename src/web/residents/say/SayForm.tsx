import { useState } from 'react'
import type { Problem } from '../net/problem.ts'
import { Choices } from '../parts/Choices.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { TextField } from '../parts/TextField.tsx'
import { type HandedOffer, openQuestions } from './handed.ts'

type Props = {
  readonly offer: HandedOffer
  readonly say: (command: string, data: unknown) => Promise<Problem | undefined>
}

/** The questions of one thing one may say, and a button. */
export function SayForm({ offer, say }: Props) {
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [open, setOpen] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const submit = async () => {
    const missing = openQuestions(offer, answers)
    setOpen(missing)
    if (sending || Object.keys(missing).length > 0) return
    setSending(true)
    const refused = await say(offer.command, answers)
    setSending(false)
    setProblem(refused)
    setOpen(refused?.fields ?? {})
  }
  return (
    <form
      noValidate
      aria-label={offer.label}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{offer.label}</h2>
      {problem !== undefined && <ProblemNote problem={problem} focus />}
      {offer.questions.map(({ name, label, choices }) => {
        const shared = {
          id: `${offer.command}-${name}`,
          value: answers[name] ?? '',
          error: open[name],
          onChange: (value: string) => {
            setAnswers((before) => ({ ...before, [name]: value }))
          },
        }
        return choices.length > 0 ? (
          <Choices key={name} {...shared} legend={label} choices={choices} />
        ) : (
          <TextField key={name} {...shared} label={label} />
        )
      })}
      <button type="submit" className="button main" disabled={sending}>
        {sending ? '正在提交…' : '提交'}
      </button>
    </form>
  )
}
