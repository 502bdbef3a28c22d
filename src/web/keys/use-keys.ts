import { useEffect, useRef } from 'react'
import { keyName } from './key-name.ts'

export type Keys = Readonly<Record<string, () => void>>

/** Shortcuts of the screen that is open. Dialogs in front of it take the keys for themselves. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = keyName({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        defaultPrevented: event.defaultPrevented,
        typing: isTyping(event.target),
        onControl: isControl(event.target),
      })
      const act = name === undefined ? undefined : latest.current[name]
      if (act === undefined) return
      if (name?.startsWith('ctrl+') !== true && isBehindDialog()) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]'))
  )
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, input, [role=button]')
}

function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog]:not([aria-hidden=true])') !== null
}
