import type { KeptCode } from './kept-codes.ts'

type Props = {
  readonly codes: readonly KeptCode[]
  readonly onOpen: (one: KeptCode) => void
  readonly onForget: (one: KeptCode) => void
}

/** The appeals this device was told to remember. */
export function KeptList({ codes, onOpen, onForget }: Props) {
  if (codes.length === 0) return null
  return (
    <section aria-label="这台设备上记住的">
      <h2>这台设备上记住的</h2>
      <ul className="found">
        {codes.map((one) => (
          <li key={one.number} className="row">
            <button
              type="button"
              className="button grow"
              onClick={() => {
                onOpen(one)
              }}
            >
              {one.number}
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                onForget(one)
              }}
            >
              不再记住<span className="sr"> {one.number}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
