import { useEffect, useRef } from 'react'
import { type Advice, type Suggested, suggestedBy } from './advice.ts'

type DeskKeys = {
  readonly advice: Advice | undefined
  readonly pick: (suggested: Suggested) => void
  /** Absent while what is chosen may not be dispatched. */
  readonly send?: (() => Promise<void>) | undefined
  readonly merge?: (() => void) | undefined
}

/** The desk's keys work while typing too: a hand that writes down a call stays on the keyboard. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      const act = actOf(event, latest.current)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function actOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | undefined {
  const { altKey, ctrlKey, metaKey, code, key } = event
  const chord = ctrlKey || metaKey
  if (chord && key === 'Enter' && keys.send !== undefined) return () => void keys.send?.()
  if (altKey && !chord && code === 'KeyM') return keys.merge
  if (!altKey && !chord && code === 'KeyM' && !isTyping(event.target)) return keys.merge
  // The place on the keyboard, since Alt turns the digits of some layouts into other signs.
  const digit = altKey && !chord ? /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] : undefined
  if (digit === undefined || keys.advice === undefined) return undefined
  const suggested = suggestedBy(Number(digit), keys.advice)
  return suggested === undefined ? undefined : () => keys.pick(suggested)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [role=combobox]')
}
