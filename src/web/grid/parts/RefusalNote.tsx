import { useEffect, useRef } from 'react'
import type { Refusal } from '../net/reply.ts'

/** What was refused, why, and what one can do instead, in the words the platform gave. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [refusal])
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{refusal.says}</strong>
      </p>
      {refusal.basis !== undefined && <p>依据：{refusal.basis}</p>}
      {refusal.instead !== undefined && <p>{refusal.instead}</p>}
    </div>
  )
}
