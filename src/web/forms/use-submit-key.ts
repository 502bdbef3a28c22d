import { useCallback, type RefCallback } from 'react'

/** Ctrl+Enter anywhere in a form sends it, as its button would. */
export function useSubmitKey(): RefCallback<HTMLFormElement> {
  return useCallback((form: HTMLFormElement | null) => {
    if (form === null) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      if (event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      form.requestSubmit()
    }
    form.addEventListener('keydown', listen)
    return () => form.removeEventListener('keydown', listen)
  }, [])
}
