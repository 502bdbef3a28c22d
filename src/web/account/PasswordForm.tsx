import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'
import type { FormErrors } from '../forms/values.ts'

/** One's own password; every other session of the account ends with the change. */
export function PasswordForm({
  onDone,
  onCancel,
}: {
  readonly onDone: () => void
  readonly onCancel: (() => void) | undefined
}) {
  const { message } = App.useApp()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [errors, setErrors] = useState<FormErrors>({})
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setErrors({})
    try {
      await post('/api/me/password', { old, new: fresh })
      message.success('密码已修改，其他地方的登录已退出')
      onDone()
    } catch (problem) {
      const { fields, says } = asApiError(problem)
      setErrors(Object.keys(fields).length === 0 ? { new: says } : fields)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields"
      onSubmit={(event) => {
        event.preventDefault()
        if (old !== '' && fresh !== '') void send()
      }}
    >
      <FormRow id="old-password" label="原密码" required error={errors['old']}>
        <Input.Password
          id="old-password"
          autoComplete="current-password"
          value={old}
          onChange={(event) => setOld(event.target.value)}
        />
      </FormRow>
      <FormRow id="new-password" label="新密码" required error={errors['new']}>
        <Input.Password
          id="new-password"
          autoComplete="new-password"
          value={fresh}
          onChange={(event) => setFresh(event.target.value)}
        />
      </FormRow>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          修改密码
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>取消</Button>}
      </div>
    </form>
  )
}
