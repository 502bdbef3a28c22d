import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { RecordPane } from '../record/RecordPane.tsx'
import { StartButton } from '../shell/StartButton.tsx'
import { BulkBar } from './BulkBar.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { TodoFilters } from './TodoFilters.tsx'
import { TodoList } from './TodoList.tsx'
import type { TodosQuery } from './use-todos.ts'
import { useWorkbench, type Workbench } from './use-workbench.ts'
import './workbench.css'

/** 待办: the list of everything expected from this post, and beside it the record. */
export function TodoPage() {
  const [help, setHelp] = useState(false)
  const bench = useWorkbench(() => setHelp(true))
  return (
    <PageFrame title="待办" bare>
      <div className={bench.opened === undefined ? 'workbench' : 'workbench opened'}>
        <TodoPane bench={bench} showKeys={() => setHelp(true)} />
        <RecordSide bench={bench} />
      </div>
      <KeyHelp open={help} close={() => setHelp(false)} />
    </PageFrame>
  )
}

function TodoPane({
  bench,
  showKeys,
}: {
  readonly bench: Workbench
  readonly showKeys: () => void
}) {
  const me = useMe()
  const { todos, ticks } = bench
  const isEmpty = !todos.isLoading && todos.error === null && todos.rows.length === 0
  return (
    <div className="todo-pane">
      <header className="todo-head">
        <h1>待办</h1>
        <span className="quiet cut">{me.post.unit.name}</span>
        <span className="row todo-head-end">
          <StartButton />
          <Button className="hide-narrow" onClick={showKeys} aria-label="键盘操作">
            ?
          </Button>
        </span>
      </header>
      <TodoFilters groups={todos.groups} />
      <BulkBar rows={ticks.checkedRows} clear={ticks.clear} />
      {todos.isLoading ? <Waiting rows={12} /> : null}
      {todos.error !== null && todos.rows.length === 0 ? (
        <ErrorBox error={todos.error} retry={todos.retry} />
      ) : null}
      {isEmpty ? <NothingLeft finished={bench.finished} /> : null}
      <TodoList
        todos={todos}
        chosen={bench.chosen}
        checked={ticks.checked}
        checkable={bench.isTickable}
        onOpen={(row) => bench.open(row)}
        onCheck={ticks.check}
      />
    </div>
  )
}

function RecordSide({ bench }: { readonly bench: Workbench }) {
  const { opened } = bench
  if (opened === undefined)
    return (
      <div className="record-pane">
        <div className="sheet pane-empty">
          <NothingOpen todos={bench.todos} />
        </div>
      </div>
    )
  return (
    <div className="record-pane">
      <Button
        className="hide-wide back no-print"
        icon={<ArrowLeftOutlined />}
        onClick={() => bench.open(undefined)}
      >
        返回待办
      </Button>
      <RecordPane
        key={opened}
        id={opened}
        wanted={bench.wanted}
        onWanted={bench.forgetWanted}
        onDone={bench.onDone}
        extra={(view) => <GoLink to={`/r/${view.record.id}`}>整页</GoLink>}
      />
    </div>
  )
}

/** What would stand here, whatever the list beside it has to say. */
function NothingOpen({ todos }: { readonly todos: TodosQuery }) {
  if (todos.isLoading) return null
  if (todos.rows.length > 0)
    return (
      <Empty says="从左边选一件，在这里办理">
        按 <kbd>j</kbd> <kbd>k</kbd> 移动，按 <kbd>?</kbd> 看全部键盘操作
      </Empty>
    )
  if (todos.error !== null)
    return (
      <Empty says="待办读到以后，从左边选一件，在这里办理">
        别的页面可以照常使用，填到一半的内容也还在
      </Empty>
    )
  return <Empty says="选中的待办会在这里办理">派来的、退回的、到期要办的事一到，就会列在左边</Empty>
}

function NothingLeft({ finished }: { readonly finished: readonly string[] }) {
  const { values } = useAddress()
  const narrowed = values['group'] ?? values['kind'] ?? values['mine']
  return (
    <Empty says={narrowed === undefined ? '今天没有待办' : '这一栏没有待办'}>
      {finished.length === 0 ? null : (
        <>
          刚刚办好：
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
