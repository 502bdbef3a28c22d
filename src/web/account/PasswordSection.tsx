import { Button } from 'antd'
import { useState } from 'react'
import { PasswordForm } from './PasswordForm.tsx'
import { Section } from './Section.tsx'
import { useReread } from './use-account.ts'

/** One's own password. Open from the start where it must be changed. */
export function PasswordSection({ isOpen = false }: { readonly isOpen?: boolean }) {
  const [open, setOpen] = useState(isOpen)
  const reread = useReread()
  return (
    <Section
      id="account-password"
      title="密码"
      about="至少 10 个字符，不要和别处的密码一样；用几个不相干的词连起来，好记又难猜。修改后，其他地方的登录都会退出。"
    >
      {open ? (
        <PasswordForm
          onDone={() => {
            setOpen(isOpen)
            void reread()
          }}
          onCancel={isOpen ? undefined : () => setOpen(false)}
        />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>修改密码</Button>
        </div>
      )}
    </Section>
  )
}
