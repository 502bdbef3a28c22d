import type { RecordHead } from '../api/record-view.ts'

/** The state as a short line of steps with the present one marked. */
export function StepLine({ record }: { readonly record: RecordHead }) {
  const done = record.is === 'end'
  return (
    <ol className="steps" aria-label="办理环节">
      {record.steps.map(({ label, step }) => {
        const now = step === record.step
        const past = step < (record.step ?? 0) || (done && now)
        return (
          <li
            key={step}
            className={now ? 'step now' : past ? 'step past' : 'step'}
            {...(now ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="step-mark" aria-hidden="true">
              {past ? '✓' : now ? '●' : ''}
            </span>
            {now ? record.stateLabel : label}
          </li>
        )
      })}
    </ol>
  )
}
