import { useMe } from '../api/use-me.ts'
import { GoLink } from '../look/GoLink.tsx'
import './deputy-line.css'

/** Tells a deputy for whom they may act and until when, for as long as they may. */
export function DeputyLine() {
  const { posts, post } = useMe()
  const deputised = posts.filter(({ standsFor }) => standsFor !== undefined)
  if (deputised.length === 0) return null
  return (
    <div className="note-box deputy-note no-print" role="status">
      {deputised.map(({ id, standsFor, unit, until }) => (
        <div key={id}>
          {id === post.id ? '您现在以' : '您代理'}
          {standsFor}
          {id === post.id ? '的代理人身份办理' : `（${unit.name}），在右上角切换岗位后办理`}
          {until === undefined ? '' : `，到 ${until} 为止`}。
        </div>
      ))}
      <GoLink to="/deputies">查看代理</GoLink>
    </div>
  )
}
