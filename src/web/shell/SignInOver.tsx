import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { session } from '../api/open-session.ts'
import type { Me } from '../api/types.ts'
import { useEnterAs, useMe } from '../api/use-me.ts'
import { enterPost } from './sign-in.ts'
import { SignInForm } from './SignInForm.tsx'

/** The sign-in over the page when a session ran out: what stands under it is untouched, and what
 *  was being sent is sent again. */
export function SignInOver() {
  const me = useMe()
  const enter = useEnterAs()
  const [away, setAway] = useState(session.isAway)
  useEffect(() => session.watch(setAway), [])
  const back = async (again: Me) => {
    if (again.person.id !== me.person.id) {
      session.back(false)
      window.location.assign('/')
      return
    }
    enter(again.post.id === me.post.id ? again : await enterPost(me.post.id))
    session.back(true)
  }
  return (
    <Modal
      open={away}
      closable={false}
      keyboard={false}
      footer={null}
      width={400}
      destroyOnHidden
      title="登录已过期，请重新登录"
    >
      <p className="quiet" style={{ marginBottom: 16 }}>
        您填写的内容都在，登录后接着办。
      </p>
      <SignInForm login={me.account.login} onDone={back} />
      <Button type="link" onClick={() => window.location.assign('/')}>
        换一个账号登录
      </Button>
    </Modal>
  )
}
