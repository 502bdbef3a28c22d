import { useState } from 'react'
import type { Problems } from '../ask/checks.ts'
import { TextField } from '../parts/TextField.tsx'
import { Tick } from '../parts/Tick.tsx'
import type { KeptCode } from './kept-codes.ts'

type Props = {
  readonly first: KeptCode | undefined
  readonly problems: Problems
  readonly opening: boolean
  readonly onOpen: (typed: KeptCode, remember: boolean) => Promise<void>
}

/** The number and the code, as they stand on the slip. */
export function CodeForm({ first, problems, opening, onOpen }: Props) {
  const [number, setNumber] = useState(first?.number ?? '')
  const [code, setCode] = useState(first?.code ?? '')
  const [remember, setRemember] = useState(false)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!opening) void onOpen({ number: number.trim(), code: code.trim() }, remember)
      }}
    >
      <TextField
        id="number"
        label="编号"
        hint="提交时给您的 12 位，例如 260803…"
        className="code"
        error={problems['number']}
        value={number}
        onChange={setNumber}
      />
      <TextField
        id="code"
        label="查询码"
        hint="8 位，大写小写都行"
        className="code"
        error={problems['code']}
        value={code}
        onChange={setCode}
      />
      <Tick
        id="remember"
        label="在这台设备上记住"
        hint="别人也用这台设备的，请不要勾。"
        checked={remember}
        onChange={setRemember}
      />
      <button type="submit" className="button main" aria-disabled={opening}>
        {opening ? '正在查…' : '查看'}
      </button>
    </form>
  )
}
