import type { ReactNode } from 'react'

export type Tone = 'work' | 'wait' | 'rest' | 'end' | 'late'

/** A sign beside every word, so that nobody has to tell colours apart. */
const signs: Readonly<Record<Tone, string>> = {
  work: '●',
  wait: '◐',
  rest: '‖',
  end: '✓',
  late: '!',
}

export function StateTag({
  tone,
  children,
}: {
  readonly tone: Tone
  readonly children: ReactNode
}) {
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{signs[tone]}</span>
      {children}
    </span>
  )
}

export function stateTone(of: {
  readonly is?: 'working' | 'resting' | 'end' | undefined
  readonly late?: boolean | undefined
}): Tone {
  if (of.is === 'end') return 'end'
  if (of.is === 'resting') return 'rest'
  return of.late === true ? 'late' : 'work'
}
