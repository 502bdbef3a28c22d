// breach: exhaustive-deps
import { useEffect } from 'react'

export function Effect({ name }: { readonly name: string }) {
  useEffect(() => {
    document.title = name
  }, [])
  return null
}
