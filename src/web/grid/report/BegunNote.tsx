import { useState } from 'react'
import { Go } from '../parts/Go.tsx'
import type { Draft } from './draft.ts'

type Props = { readonly draft: Draft; readonly drop: () => Promise<void> }

/** Words or photos of a finding that was begun and not sent. */
export function BegunNote({ draft, drop }: Props) {
  const [dropped, setDropped] = useState(false)
  const begun = draft.words !== '' || draft.photos.length > 0
  if (dropped || !begun) return null
  return (
    <div className="note">
      <p>上次有一件没写完：{draft.categoryName}。还留在这台手机上，没有发出。</p>
      <p className="row">
        <Go to={{ page: 'send' }} className="button">
          接着写
        </Go>
        <button
          type="button"
          className="button"
          onClick={() => {
            void drop().then(() => setDropped(true))
          }}
        >
          不要了
        </button>
      </p>
    </div>
  )
}
