import { durationText } from '../../kernel/time.ts'
import type { RecordView, SentView } from '../api/record-view.ts'
import { exactText } from '../look/time-left.ts'

/** What the record asked of a neighbouring city's platform: when, and when it was taken. What waits
 *  says for how long. */
export function Sent({ view }: { readonly view: RecordView }) {
  const { sent = [] } = view
  if (sent.length === 0) return null
  return (
    <section aria-labelledby="record-sent">
      <h2 id="record-sent">跨市联动</h2>
      <ul className="sent">
        {sent.map((one) => (
          <li key={one.id} className={one.is === 'taken' ? undefined : 'sent-open'}>
            <b className="strong">{one.to}</b>
            <span>{one.label}</span>
            <span className="quiet">{exactText(one.at)} 发出</span>
            <span className={one.is === 'taken' ? 'quiet' : undefined}>{stateText(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateText({ is, takenAt, seconds, isAway, said }: SentView): string {
  const took = durationText(seconds * 1000)
  if (is === 'taken') return `${takenAt === undefined ? '' : exactText(takenAt)} 送达，用时 ${took}`
  if (is === 'dropped') return '没有送达，已不再联动'
  if (is === 'refused') return `对方城市没有接收：${said ?? ''}`
  if (said !== undefined) return `对方城市没有接收：${said}，已等待 ${took}`
  return isAway ? `对方城市暂时联系不上，已等待 ${took}` : `正在送出，已等待 ${took}`
}
