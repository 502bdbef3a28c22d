import { lengthOf } from '../ask/checks.ts'
import { describedBy, FieldFrame } from './FieldFrame.tsx'
import { MaskOffer } from './MaskOffer.tsx'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly max: number
  readonly rows?: number
  /** Numbers the person wants to stay readable. */
  readonly numbersKept: readonly string[]
  readonly onKeep: (numbers: readonly string[]) => void
}

/** Free words, as many as fit, with personal numbers offered for masking. */
export function WordsField(props: Props) {
  const { id, value, onChange, max, rows = 4, numbersKept, onKeep } = props
  const length = lengthOf(value)
  return (
    <>
      <FieldFrame {...props}>
        <textarea
          id={id}
          rows={rows}
          value={value}
          {...describedBy(props)}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      </FieldFrame>
      {length > max * 0.8 && (
        <output className="hint">
          {length > max ? `超出 ${length - max} 字` : `还可以写 ${max - length} 字`}
        </output>
      )}
      <MaskOffer text={value} onMask={onChange} kept={numbersKept} onKeep={onKeep} />
    </>
  )
}
