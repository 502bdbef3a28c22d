import { useEffect, useRef } from 'react'
import type { Problem } from '../net/problem.ts'

type Props = {
  readonly problem: Problem
  readonly retry?: (() => void) | undefined
  /** Takes the focus; for what came of pressing a button. */
  readonly focus?: boolean
}

/** Says what did not work and what to do, in the words the server or the network gave. */
export function ProblemNote({ problem, retry, focus = false }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) box.current?.focus()
  }, [focus, problem])
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{problem.says}</strong>
      </p>
      {problem.instead !== '' && <p>{problem.instead}</p>}
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          再试一次
        </button>
      )}
    </div>
  )
}
