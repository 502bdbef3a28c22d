import { maskNumbers } from '../../../kernel/personal-numbers.ts'
import { numbersIn } from './numbers-in-text.ts'

type Props = {
  readonly text: string
  readonly onMask: (masked: string) => void
  readonly kept: readonly string[]
  readonly onKeep: (numbers: readonly string[]) => void
}

/** Telephone and identity numbers in free words are seen by everyone who handles the matter. The
 *  person decides; nothing is changed without them. */
export function MaskOffer({ text, onMask, kept, onKeep }: Props) {
  const numbers = numbersIn(text, kept)
  const found = numbers.length > 0
  return (
    <div className={found ? 'note' : undefined}>
      <output>
        {found &&
          `您写的内容里有电话或身份证号（${numbers.map(maskNumbers).join('、')}）。经办的人都会看到这段文字，要遮住吗？`}
      </output>
      {found && (
        <p className="row">
          <button
            type="button"
            className="button"
            onClick={() => {
              onMask(maskNumbers(text))
            }}
          >
            帮我遮住
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              onKeep([...kept, ...numbers])
            }}
          >
            不用遮
          </button>
        </p>
      )}
    </div>
  )
}
