import { Button, Input, Modal } from 'antd'
import { type ReactElement, useCallback, useRef, useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'

type Work = () => Promise<void>

/** Does something that the password is asked for again when it was given long ago: the work stops
 *  at the question, and goes on after the right answer. */
export function useProof(): {
  readonly proven: (work: Work) => Promise<void>
  readonly asking: ReactElement
} {
  const [isOpen, setOpen] = useState(false)
  const waiting = useRef<(isProven: boolean) => void>(undefined)
  const proven = useCallback(async (work: Work) => {
    try {
      await work()
    } catch (problem) {
      if (asApiError(problem).code !== 'proveFirst') throw problem
      setOpen(true)
      const isProven = await new Promise<boolean>((resolve) => {
        waiting.current = resolve
      })
      setOpen(false)
      if (isProven) await work()
    }
  }, [])
  const end = (isProven: boolean) => waiting.current?.(isProven)
  const asking = (
    <Modal
      open={isOpen}
      title="请再输入一次密码"
      footer={null}
      width={400}
      destroyOnHidden
      onCancel={() => end(false)}
    >
      <ProofForm onDone={() => end(true)} onCancel={() => end(false)} />
    </Modal>
  )
  return { proven, asking }
}

function ProofForm({
  onDone,
  onCancel,
}: {
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await post('/api/account/prove', { password })
      onDone()
    } catch (problem) {
      setError(asApiError(problem).says)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields"
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') void send()
      }}
    >
      <p className="quiet">修改登录方式前，确认是您本人。</p>
      <FormRow id="proof-password" label="密码" required error={error}>
        <Input.Password
          id="proof-password"
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </FormRow>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          确认
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  )
}
