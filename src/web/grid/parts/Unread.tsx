import type { Reading } from '../work/use-work.ts'

type Props = { readonly reading: Reading; readonly what: string }

/** What stands where something that was never read on this device would be. */
export function Unread({ reading: { isLoading, trouble, again }, what }: Props) {
  if (isLoading)
    return (
      <div className="skeleton" aria-busy="true">
        <p className="sr">正在读取{what}</p>
        <i />
        <i />
        <i />
      </div>
    )
  if (trouble === undefined) return <p className="note">还没有{what}。</p>
  return (
    <div className="note">
      <p>
        {what}还没有读到这台手机上。{trouble}。
      </p>
      <button type="button" className="button" onClick={again}>
        再试一次
      </button>
    </div>
  )
}
