import type { ReactNode } from 'react'

/** A label, its control, what helps to fill it, and what is wrong with it. */
export function FormRow({
  id,
  label,
  required,
  help,
  error,
  wide = true,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly required?: boolean | undefined
  readonly help?: string | undefined
  readonly error?: string | undefined
  /** Takes the form's whole width where it has two columns. */
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={wide ? 'form-row wide' : 'form-row'}>
      <label htmlFor={id}>
        {label}
        {required === true ? null : <span className="quiet">（选填）</span>}
      </label>
      {children}
      {help === undefined ? null : <div className="quiet small">{help}</div>}
      {error === undefined ? null : (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
