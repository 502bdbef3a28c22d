import { Button } from 'antd'
import type { TodoRow } from '../api/types.ts'
import { useMe } from '../api/use-me.ts'
import { grouped, groupLabels, rowKey } from './groups.ts'
import { TodoItem } from './TodoItem.tsx'
import type { TodosQuery } from './use-todos.ts'

type Props = {
  readonly todos: TodosQuery
  readonly chosen: string | undefined
  readonly checked: ReadonlySet<string>
  readonly checkable: (row: TodoRow) => boolean
  readonly onOpen: (row: TodoRow) => void
  readonly onCheck: (row: TodoRow, checked: boolean) => void
}

/** One list of everything expected from this post. */
export function TodoList({ todos, chosen, checked, checkable, onOpen, onCheck }: Props) {
  const { today } = useMe()
  const { rows } = todos
  const severalKinds = new Set(rows.map((row) => row.record.kind)).size > 1
  return (
    <div className="todo-list">
      {grouped(rows, today).map(({ group, rows: own }) => (
        <section key={group}>
          <h2 className={`todo-group group-${group}`}>
            {groupLabels[group]} <span>{todos.groups?.[group] ?? own.length}</span>
          </h2>
          <ul>
            {own.map((row) => (
              <TodoItem
                key={rowKey(row)}
                row={row}
                withKind={severalKinds}
                chosen={rowKey(row) === chosen}
                checked={checked.has(rowKey(row))}
                checkable={checkable(row)}
                onOpen={() => onOpen(row)}
                onCheck={(on) => onCheck(row, on)}
              />
            ))}
          </ul>
        </section>
      ))}
      {todos.hasMore ? (
        <div className="list-more">
          <Button onClick={todos.more} loading={todos.isFetching}>
            再显示一些
          </Button>
        </div>
      ) : null}
    </div>
  )
}
