import type { At } from '../page-address.ts'
import { go } from '../route.ts'

/** Goes back as the browser's own button does; opened from outside, to the page it would show. */
export function BackLink({ to }: { readonly to: At }) {
  const back = () => {
    if (history.length > 1) history.back()
    else go(to, { replace: true })
  }
  return (
    <button type="button" className="back" onClick={back}>
      <span aria-hidden="true">‹ </span>返回
    </button>
  )
}
