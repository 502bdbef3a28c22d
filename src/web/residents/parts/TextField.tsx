import type { HTMLInputAutoCompleteAttribute } from 'react'
import { describedBy, FieldFrame } from './FieldFrame.tsx'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'tel' | 'search'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly className?: string
}

/** One line of text. */
export function TextField(props: Props) {
  const { id, value, onChange, type = 'text', autoComplete = 'off', className } = props
  return (
    <FieldFrame {...props}>
      <input
        id={id}
        type={type}
        className={className}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        {...describedBy(props)}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
    </FieldFrame>
  )
}
