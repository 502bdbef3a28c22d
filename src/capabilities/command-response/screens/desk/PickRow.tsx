import type { ReactNode } from 'react'

/** One suggestion: what it is, why, and the key that takes it. Taken or not, the row stays. */
export function PickRow({
  keyNumber,
  isChosen,
  disabled = false,
  onPick,
  head,
  children,
}: {
  readonly keyNumber: number
  readonly isChosen: boolean
  readonly disabled?: boolean
  readonly onPick: () => void
  readonly head: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        className={isChosen ? 'pick pick-chosen' : 'pick'}
        aria-pressed={isChosen}
        disabled={disabled}
        onClick={onPick}
      >
        <span className="pick-mark">{isChosen ? '✓ 已选' : <kbd>Alt+{keyNumber}</kbd>}</span>
        <span className="advice-body">
          <span className="pick-head">{head}</span>
          {children === undefined || children === null ? null : (
            <span className="pick-why">{children}</span>
          )}
        </span>
      </button>
    </li>
  )
}
