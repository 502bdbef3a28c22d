// breach: rules-of-hooks
import { useState } from 'react'

export function Hook({ open }: { readonly open: boolean }) {
  if (!open) return null
  const [name] = useState('')
  return <p>{name}</p>
}
