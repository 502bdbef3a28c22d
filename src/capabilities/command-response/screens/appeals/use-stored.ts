import { useCallback, useState } from 'react'

/** Something a person set up for themselves in this browser. A store that is full or forbidden
 *  keeps it for the visit only. */
export function useStored<T>(
  key: string,
  read: (stored: string | null) => T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => read(localStorage.getItem(key)))
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        localStorage.removeItem(key)
      }
    },
    [key],
  )
  return [value, keep]
}
