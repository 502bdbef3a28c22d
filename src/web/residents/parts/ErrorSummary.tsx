import { type MouseEvent, useEffect, useRef } from 'react'
import type { Problems } from '../ask/checks.ts'

type Props = {
  readonly problems: Problems
  /** The try that found them: a new one takes the focus, a correction does not. */
  readonly tried: Problems
  /** Called for a field that is not on this page. */
  readonly elsewhere?: (field: string) => void
}

/** Everything that is wrong, at the top, each leading to its field. */
export function ErrorSummary({ problems, tried, elsewhere }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(problems)
  useEffect(() => {
    box.current?.focus()
  }, [tried])
  if (entries.length === 0) return null
  const jump = (event: MouseEvent, field: string) => {
    event.preventDefault()
    const found = document.getElementById(field)
    if (found === null) elsewhere?.(field)
    else found.focus()
  }
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>请先改好下面{entries.length > 1 ? ` ${entries.length} 处` : '这一处'}</h2>
      <ul>
        {entries.map(([field, says]) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                jump(event, field)
              }}
            >
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
