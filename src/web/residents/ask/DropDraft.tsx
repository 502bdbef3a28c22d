import { useState } from 'react'
import { dropDraft } from './use-draft.ts'

/** Throws away what was written, asked once more. */
export function DropDraft() {
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          setSure(true)
        }}
      >
        删掉草稿
      </button>
    )
  }
  return (
    <div className="row">
      <output>删掉就找不回来了，确定吗？</output>
      <button type="button" className="button grave" onClick={dropDraft}>
        删掉草稿
      </button>
      <button
        type="button"
        className="button"
        // The button pressed before is gone; the focus stays where it was.
        ref={(button) => button?.focus()}
        onClick={() => {
          setSure(false)
        }}
      >
        不删
      </button>
    </div>
  )
}
