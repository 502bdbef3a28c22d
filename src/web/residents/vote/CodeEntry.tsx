import { useState } from 'react'
import { TextField } from '../parts/TextField.tsx'

/** For who cannot scan: the code as it stands on the slip. */
export function CodeEntry({ begin }: { readonly begin: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  return (
    <form
      noValidate
      aria-label="输入票号"
      onSubmit={(event) => {
        event.preventDefault()
        const code = typed.trim()
        if (code === '') setError('请输入票上的票号')
        else begin(code)
      }}
    >
      <TextField
        id="code"
        label="票号"
        hint="票上的 18 位字母和数字，不分大小写，中间的横线可以不输"
        value={typed}
        error={error}
        onChange={setTyped}
      />
      <button type="submit" className="button main">
        打开测评表
      </button>
    </form>
  )
}
