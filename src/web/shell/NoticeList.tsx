import type { NoticeRow } from '../api/types.ts'
import { Ago } from '../look/Ago.tsx'
import { GoLink } from '../look/GoLink.tsx'

export function NoticeList({
  rows,
  onGo,
}: {
  readonly rows: readonly NoticeRow[]
  readonly onGo?: () => void
}) {
  return (
    <ul className="notices">
      {rows.map((notice) => (
        <li key={notice.id} className={notice.read ? 'notice' : 'notice unread'}>
          <GoLink to={`/r/${notice.record.id}`} onClick={() => onGo?.()}>
            {notice.says}
          </GoLink>
          <div className="quiet small row">
            {notice.read ? null : <span className="unread-mark">● 未读</span>}
            <span>{notice.record.number}</span>
            <Ago at={notice.at} />
          </div>
        </li>
      ))}
    </ul>
  )
}
