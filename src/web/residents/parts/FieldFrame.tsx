import type { ReactNode } from 'react'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** A label, what helps to fill it in, what is wrong with it, and the field itself. */
export function FieldFrame({ id, label, hint, error, children }: Props) {
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          <span className="sr">错误：</span>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

/** Ids of what a screen reader reads with the field. */
export function describedBy({ id, hint, error }: Omit<Props, 'label' | 'children'>) {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
  return {
    'aria-describedby': ids.join(' ').trim() || undefined,
    'aria-invalid': error !== undefined,
  }
}
