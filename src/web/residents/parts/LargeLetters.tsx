import { useLayoutEffect, useState } from 'react'
import { keep, kept } from '../storage.ts'

const key = 'large'

/** 适老 mode: larger letters on every page of this device until switched back. */
export function LargeLetters() {
  const [large, setLarge] = useState(() => kept(key) === true)
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-large', large)
  }, [large])
  return (
    <button
      type="button"
      className="button plain"
      aria-pressed={large}
      onClick={() => {
        keep(key, !large)
        setLarge(!large)
      }}
    >
      大字{large && <span aria-hidden="true"> ✓</span>}
    </button>
  )
}
