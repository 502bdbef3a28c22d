import { Button, Checkbox, Select } from 'antd'
import type { TodoRow } from '../api/types.ts'
import { useAddress } from '../api/use-address.ts'
import { useKinds } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { groupLabels, groupNames, grouped, rowKey } from './groups.ts'
import { TodoItem } from './TodoItem.tsx'
import type { TodosQuery } from './use-todos.ts'

type Props = {
  readonly todos: TodosQuery
  readonly rows: readonly TodoRow[]
  readonly chosen: string | undefined
  readonly checked: ReadonlySet<string>
  readonly checkable: (row: TodoRow) => boolean
  readonly onOpen: (row: TodoRow) => void
  readonly onCheck: (row: TodoRow, checked: boolean) => void
}

/** One list of everything expected from this post. */
export function TodoList({ todos, rows, chosen, checked, checkable, onOpen, onCheck }: Props) {
  const { today } = useMe()
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

/** The groups with their counts, and what else narrows the list; all in the address. */
export function TodoFilters({ todos }: { readonly todos: TodosQuery }) {
  const { values, set } = useAddress()
  const kinds = useKinds()
  const groups = todos.groups
  const all =
    groups === undefined ? undefined : groupNames.reduce((sum, name) => sum + groups[name], 0)
  return (
    <div className="todo-filters">
      <div className="group-tabs" role="group" aria-label="按时限">
        <GroupTab
          label="全部"
          count={all}
          on={values['group'] === undefined}
          choose={() => set({ group: undefined })}
        />
        {groupNames.map((name) => (
          <GroupTab
            key={name}
            label={groupLabels[name]}
            count={groups?.[name]}
            late={name === 'late'}
            on={values['group'] === name}
            choose={() => set({ group: name })}
          />
        ))}
      </div>
      <div className="row">
        <Select
          size="small"
          aria-label="事项类别"
          value={values['kind'] ?? ''}
          options={[
            { value: '', label: '全部类别' },
            ...[...kinds.values()].map((kind) => ({ value: kind.name, label: kind.label })),
          ]}
          onChange={(kind) => set({ kind: kind === '' ? undefined : kind })}
          style={{ width: 128 }}
        />
        <Checkbox
          checked={values['mine'] === '1'}
          onChange={(event) => set({ mine: event.target.checked ? '1' : undefined })}
        >
          只看我在办的
        </Checkbox>
      </div>
    </div>
  )
}

function GroupTab({
  label,
  count,
  late = false,
  on,
  choose,
}: {
  readonly label: string
  readonly count: number | undefined
  readonly late?: boolean
  readonly on: boolean
  readonly choose: () => void
}) {
  return (
    <button
      type="button"
      className={on ? 'group-tab on' : 'group-tab'}
      aria-pressed={on}
      onClick={choose}
    >
      {label}
      <b className={late && (count ?? 0) > 0 ? 'clock-late' : ''}>{count ?? '·'}</b>
    </button>
  )
}
