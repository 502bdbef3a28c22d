import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { TodoRow } from '../api/types.ts'
import { useAddress, useGo } from '../api/use-address.ts'
import { useKinds } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { RecordPane } from '../record/RecordPane.tsx'
import { StartButton } from '../shell/StartButton.tsx'
import { BulkBar } from './BulkBar.tsx'
import { nextAfter, rowKey, step } from './groups.ts'
import { isPlainStep } from './plain-step.ts'
import { KeyHelp } from './KeyHelp.tsx'
import { TodoFilters, TodoList } from './TodoList.tsx'
import { useChecked } from './use-checked.ts'
import { useTodos } from './use-todos.ts'
import './workbench.css'

/** 待办: the list of everything expected from this post, and beside it the record. */
export function TodoPage() {
  const me = useMe()
  const kinds = useKinds()
  const { values, set } = useAddress()
  const go = useGo()
  const todos = useTodos({ group: values['group'], kind: values['kind'], mine: values['mine'] })
  const [help, setHelp] = useState(false)
  const [wanted, setWanted] = useState<string>()
  const [finished, setFinished] = useState<readonly string[]>([])
  const rows = todos.rows
  const chosen = rows.find((row) => rowKey(row) === values['t'])
  const opened = chosen?.record.id ?? values['r']
  const { checked, check, clear, checkedRows } = useChecked(rows)
  const open = (row: TodoRow | undefined, replace = true) => {
    setWanted(undefined)
    set({ t: row === undefined ? undefined : rowKey(row), r: row?.record.id }, { replace })
  }
  const wish = (plain: boolean) => {
    if (chosen !== undefined && isPlainStep(kinds, chosen) === plain) setWanted(chosen.command)
  }
  useKeys({
    j: () => open(step(rows, values['t'], 1)),
    k: () => open(step(rows, values['t'], -1)),
    Enter: () => {
      if (opened !== undefined) go(`/r/${opened}`)
    },
    s: () => wish(true),
    d: () => wish(false),
    x: () => {
      if (chosen !== undefined && isPlainStep(kinds, chosen))
        check(chosen, !checked.has(rowKey(chosen)))
    },
    '?': () => setHelp(true),
  })
  const leave = (label: string, number: string, stillMine: boolean) => {
    setFinished((before) => [`${number} 已${label}`, ...before].slice(0, 8))
    if (stillMine || chosen === undefined) return
    const wide = window.matchMedia('(min-width: 768px)').matches
    open(wide ? nextAfter(rows, rowKey(chosen)) : undefined)
  }
  return (
    <PageFrame title="待办" bare>
      <div className={opened === undefined ? 'workbench' : 'workbench opened'}>
        <div className="todo-pane">
          <header className="todo-head">
            <h1>待办</h1>
            <span className="quiet cut">{me.post.unit.name}</span>
            <span className="row todo-head-end">
              <StartButton />
              <Button className="hide-narrow" onClick={() => setHelp(true)} aria-label="键盘操作">
                ?
              </Button>
            </span>
          </header>
          <TodoFilters todos={todos} />
          <BulkBar rows={checkedRows} clear={clear} />
          {todos.isLoading ? <Waiting rows={12} /> : null}
          {todos.error !== null && rows.length === 0 ? (
            <ErrorBox error={todos.error} retry={todos.retry} />
          ) : null}
          {!todos.isLoading && todos.error === null && rows.length === 0 ? (
            <Done
              filtered={values['group'] ?? values['kind'] ?? values['mine']}
              finished={finished}
            />
          ) : null}
          <TodoList
            todos={todos}
            rows={rows}
            chosen={values['t']}
            checked={checked}
            checkable={(row) =>
              isPlainStep(kinds, row) && (checkedRows[0]?.command ?? row.command) === row.command
            }
            onOpen={(row) => open(row, false)}
            onCheck={check}
          />
        </div>
        <div className="record-pane">
          {opened === undefined ? (
            <div className="sheet pane-empty">
              <Empty says="从左边选一件,在这里办理">
                按 <kbd>j</kbd> <kbd>k</kbd> 移动,按 <kbd>?</kbd> 看全部键盘操作
              </Empty>
            </div>
          ) : (
            <>
              <Button
                className="hide-wide back"
                icon={<ArrowLeftOutlined />}
                onClick={() => open(undefined)}
              >
                返回待办
              </Button>
              <RecordPane
                key={opened}
                id={opened}
                wanted={wanted}
                onWanted={() => setWanted(undefined)}
                onDone={(answer, offer) =>
                  leave(
                    offer.label,
                    answer.view.record.number,
                    answer.view.expected.some((one) => one.mine),
                  )
                }
                extra={(view) => <GoLink to={`/r/${view.record.id}`}>整页</GoLink>}
              />
            </>
          )}
        </div>
      </div>
      <KeyHelp open={help} close={() => setHelp(false)} />
    </PageFrame>
  )
}

function Done({
  filtered,
  finished,
}: {
  readonly filtered: string | undefined
  readonly finished: readonly string[]
}) {
  return (
    <Empty says={filtered === undefined ? '今天没有待办' : '这一栏没有待办'}>
      {finished.length === 0 ? null : (
        <>
          刚刚办好:
          {finished.map((one) => (
            <span key={one} className="finished">
              ✓ {one}
            </span>
          ))}
        </>
      )}
    </Empty>
  )
}
