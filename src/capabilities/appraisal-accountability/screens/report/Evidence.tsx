import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { useTell } from '../review/use-tell.ts'
import { evidenceOf } from './desk.ts'

type Props = { readonly section: RecordView | undefined; readonly insert: (piece: string) => void }

/** What the year's records say for the section at hand: dragged into it, or put in by a button. */
export function Evidence({ section, insert }: Props) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  if (section === undefined) return null
  const pieces = evidenceOf(section)
  const { id, kind, title } = section.record
  const mayRefresh = section.offers.some(({ command }) => command === 'refresh')
  const mayWrite = section.offers.some(({ command }) => command.startsWith('write'))
  return (
    <aside className="sheet report-part report-evidence no-print" aria-label="本年度记录">
      <h2>{`本年度记录：${title}`}</h2>
      {pieces.length === 0 ? (
        <p className="quiet">这一节没有系统备料，照实写即可</p>
      ) : (
        <ul className="report-pieces">
          {pieces.map((piece) => (
            <li key={piece}>
              {mayWrite ? (
                <button
                  type="button"
                  className="report-piece"
                  draggable
                  title="插入正文"
                  onDragStart={(event) => event.dataTransfer.setData('text/plain', piece)}
                  onClick={() => insert(piece)}
                >
                  <PlusOutlined aria-hidden /> {piece}
                </button>
              ) : (
                piece
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="report-line report-actions">
        {mayRefresh ? (
          <Button
            loading={busy}
            onClick={() => void ask({ kind, id, command: 'refresh', data: {} }).catch(tell)}
          >
            重新取数
          </Button>
        ) : null}
        <GoLink to={`/r/${id}`}>这一节的记录</GoLink>
      </div>
      {mayWrite ? (
        <p className="quiet small">
          拖到左边的正文里；或先把光标放在正文要放的地方，再按这里的一条
        </p>
      ) : null}
    </aside>
  )
}
