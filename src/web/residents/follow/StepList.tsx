import { momentWords } from '../moment.ts'
import type { Step } from '../net/appeal.ts'

/** The steps the officials see, each with a word and not by colour alone. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.label} className={classOf(step)} aria-current={step.now ? 'step' : undefined}>
          <span className="mark" aria-hidden="true">
            {step.done && !step.now ? '✓' : ''}
          </span>
          <span>
            {step.label}
            <small>{wordsOf(step)}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}

function classOf({ done, now }: Step): string {
  if (now) return 'now'
  return done ? 'done' : 'ahead'
}

function wordsOf({ at, done, now }: Step): string {
  const when = at === '' ? '' : `${momentWords(at)} `
  if (now) return `${when}现在在这一步`
  return done ? `${when}已完成` : '还没到'
}
