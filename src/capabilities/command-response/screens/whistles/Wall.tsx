import { Button } from 'antd'
import { useEffect } from 'react'
import { clockOf, dayText, dayOf, yearOf } from '../../../../kernel/time.ts'
import type { RecordRow } from '../../../../web/api/types.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useNow } from '../../../../web/api/use-now.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { BoardCards } from './BoardCards.tsx'
import { BoardTable } from './BoardTable.tsx'
import { summaryOf } from './board.ts'
import { Legend } from './Legend.tsx'
import { useTurning } from './use-turning.ts'

/** The board for a wall: nothing to click, large letters, page after page by itself. */
export function Wall({
  rows,
  close,
}: {
  readonly rows: readonly RecordRow[]
  readonly close: () => void
}) {
  const me = useMe()
  const now = useNow()
  const { shown, page, pages } = useTurning(rows, rowsThatFit())
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [close])
  return (
    <PageFrame title="吹哨大屏" bare>
      <div className="wall">
        <header className="row spread">
          <h1>
            {me.city.name} · 街道吹哨、部门报到
            {me.demo ? <span className="demo-mark">演示数据</span> : null}
          </h1>
          <span className="wall-clock">
            {dayText(dayOf(now), yearOf(dayOf(now)))} {clockOf(now)}
          </span>
        </header>
        <p className="wall-line">{summaryOf(rows)}</p>
        {rows.length === 0 ? <Empty says="没有在办的哨件" /> : <BoardTable rows={shown} />}
        <BoardCards rows={shown} />
        <footer className="row spread">
          <Legend />
          <span className="quiet">
            {pages > 1 ? `第 ${page + 1} / ${pages} 屏 ` : ''}
            <Button size="small" onClick={close}>
              退出大屏 Esc
            </Button>
          </span>
        </footer>
      </div>
    </PageFrame>
  )
}

const aroundPx = 260
const rowPx = 92

/** A wall is not scrolled: what does not fit comes with the next page. */
function rowsThatFit(): number {
  return Math.max(3, Math.floor((innerHeight - aroundPx) / rowPx))
}
