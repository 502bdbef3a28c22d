import { DownOutlined } from '@ant-design/icons'
import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import type { PostView } from '../api/types.ts'
import { useGo } from '../api/use-address.ts'
import { useEnterAs, useMe } from '../api/use-me.ts'
import { theLive } from '../live/the-live.ts'
import { GoLink } from '../look/GoLink.tsx'
import { enterPost, useSignOut } from './sign-in.ts'

/** The post one acts in, always in sight, and how much waits in one's others. */
export function PostSwitch() {
  const me = useMe()
  const [open, setOpen] = useState(false)
  const elsewhere = me.posts.reduce(
    (sum, post) => (post.id === me.post.id ? sum : sum + post.waiting),
    0,
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<PostList onGo={() => setOpen(false)} />}
    >
      <button type="button" className="linklike post-switch" title="岗位与账号">
        <span className="post-button">
          <span className="cut">{me.post.unit.name}</span>
          <small className="cut">
            {elsewhere > 0 ? <b className="clock-late">另有 {elsewhere} 件 </b> : null}
            {me.person.name} · {titleOf(me.post)}
          </small>
        </span>
        <DownOutlined className="quiet" />
      </button>
    </Popover>
  )
}

/** One's posts with what waits in each, and the account. */
export function PostList({ onGo }: { readonly onGo: () => void }) {
  const me = useMe()
  const enter = useEnterAs()
  const go = useGo()
  const signOut = useSignOut()
  const { message } = App.useApp()
  const choose = async (post: PostView) => {
    try {
      enter(await enterPost(post.id))
      theLive().reopen()
      onGo()
      go('/')
      message.success(`现在以${post.unit.name} ${titleOf(post)}的身份办理`)
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <div className="stack post-list">
      <div className="quiet small">以哪个岗位办理</div>
      {me.posts.map((post) => (
        <button
          key={post.id}
          type="button"
          className={post.id === me.post.id ? 'account on' : 'account'}
          disabled={post.id === me.post.id}
          onClick={() => void choose(post)}
        >
          <span className="row spread">
            <b>{post.unit.name}</b>
            {post.waiting > 0 ? <span className="tag tag-work">{post.waiting} 件待办</span> : null}
          </span>
          <span className="quiet">
            {titleOf(post)}
            {post.id === me.post.id ? ' · 当前' : ''}
          </span>
        </button>
      ))}
      <div className="row spread">
        <GoLink to="/account" onClick={onGo}>
          账号与安全
        </GoLink>
        <Button onClick={() => void signOut()}>退出登录</Button>
      </div>
    </div>
  )
}

function titleOf(post: PostView): string {
  return post.title === '' ? post.roleName : post.title
}
