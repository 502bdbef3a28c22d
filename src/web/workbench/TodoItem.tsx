import { Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import type { TodoRow } from '../api/types.ts'
import { useMe } from '../api/use-me.ts'
import { useNow } from '../api/use-now.ts'
import { TimeBar } from '../look/ClockWords.tsx'
import { placeTail } from '../look/place.ts'
import { timeLeft } from '../look/time-left.ts'

type Props = {
  readonly row: TodoRow
  /** Said only where the list holds several sorts of work. */
  readonly withKind: boolean
  readonly chosen: boolean
  readonly checked: boolean
  readonly checkable: boolean
  readonly onOpen: () => void
  readonly onCheck: (checked: boolean) => void
}

/** One to-do: what, where, from whom, how much time is left, and who is on it. */
export function TodoItem(props: Props) {
  const { row, chosen, checked, checkable, onOpen, onCheck } = props
  const { record, taker } = row
  const left = timeLeft(row, useNow())
  const me = useMe()
  const own = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li ref={own} className={chosen ? 'todo chosen' : 'todo'}>
      {checkable ? (
        <Checkbox
          className="todo-check hide-narrow"
          checked={checked}
          onChange={(event) => onCheck(event.target.checked)}
          aria-label={`选中 ${record.number}`}
        />
      ) : null}
      <button
        type="button"
        className="todo-open"
        onClick={onOpen}
        {...(chosen ? { 'aria-current': 'true' as const } : {})}
      >
        <span className="todo-line">
          <b className="todo-title">{record.title === '' ? record.number : record.title}</b>
          <span className="tag tag-work">{row.commandLabel}</span>
        </span>
        <span className="todo-line quiet small">
          <span className="nowrap">
            {props.withKind ? `${record.kindLabel} · ` : ''}
            {record.stateLabel}
          </span>
          <span className="cut todo-place" title={record.place}>
            {placeTail(record.place)}
          </span>
          {row.from === undefined ? null : <span className="cut">来自 {row.from}</span>}
        </span>
        <span className="todo-line small">
          <span className={left === undefined ? 'quiet' : `clock-${left.tone}`}>
            {left === undefined ? '不限时' : `${left.tone === 'late' ? '! ' : ''}${left.short}`}
          </span>
          <TimeBar share={row.share} late={row.late} />
          <span className="quiet nowrap">
            {taker === undefined
              ? '待认领'
              : taker.post === me.post.id
                ? '我在办'
                : `${taker.name} 在办`}
          </span>
        </span>
      </button>
    </li>
  )
}
