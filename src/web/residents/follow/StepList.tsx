import { momentWords } from '../moment.ts'
import type { Step } from '../net/appeal.ts'

/** The steps in plain words, each with where it stands said and not by colour alone. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.label} className={classOf(step)} aria-current={step.now ? 'step' : undefined}>
          <span className="mark" aria-hidden="true">
            {step.done ? '✓' : ''}
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
  if (done) return 'done'
  return now ? 'now' : 'ahead'
}

function wordsOf({ at, done, now }: Step): string {
  const when = at === '' ? '' : `${momentWords(at)} `
  if (done) return `${when}已过`
  if (!now) return '还没到'
  return when === '' ? '现在在这一步' : `${when}起，现在在这一步`
}
