import { useState } from 'react'

export function Clean() {
  const [name, setName] = useState('')
  return (
    <button type="button" onClick={() => setName(window.location.href)}>
      {name}
    </button>
  )
}
