import { Empty } from '../../../../web/look/Empty.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { type ChainTask, levelsFrom, levelWords, placed } from './picture.ts'

/** Tasks of the year as they go down; one is laid out from its top to the communities. */
export function Chains({
  chains,
  open,
  choose,
}: {
  readonly chains: readonly ChainTask[]
  readonly open: string | undefined
  readonly choose: (chain: string) => void
}) {
  const shown = chains.find(({ id }) => id === open) ?? chains[0]
  return (
    <section className="sheet linkage-chains" aria-label="任务逐级分解">
      <h2>任务逐级分解</h2>
      {shown === undefined ? (
        <Empty says="还没有年度任务">列入年度任务并分解到下一级后，这里显示从上到下的整条链</Empty>
      ) : (
        <div className="linkage-split">
          <ul className="linkage-choice">
            {chains.map((chain) => (
              <li key={chain.id}>
                <button
                  type="button"
                  className={chain === shown ? 'linkage-chosen' : undefined}
                  aria-pressed={chain === shown}
                  onClick={() => choose(chain.id)}
                >
                  <span>{chain.title}</span>
                  <span className="quiet small">
                    {chain.holder} · {chain.done ? '已完成' : `${chain.progress}%`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Chain tree={shown} />
        </div>
      )}
    </section>
  )
}

function Chain({ tree }: { readonly tree: ChainTask }) {
  const cells = placed(tree)
  const levels = levelsFrom(tree)
  return (
    <div
      className="linkage-tree"
      style={{ gridTemplateColumns: `repeat(${levels.length}, minmax(0, 1fr))` }}
    >
      {levels.map((level, index) => (
        <h3 key={level} style={{ gridColumn: index + 1, gridRow: 1 }}>
          {levelWords[level]}
        </h3>
      ))}
      {cells.map(({ task, column, row, rows }) => (
        <div
          key={task.id}
          className={`linkage-task${task.late ? ' linkage-task-late' : ''}`}
          data-level={task.level}
          style={{ gridColumn: column, gridRow: `${row + 1} / span ${rows}` }}
        >
          <GoLink to={`/r/${task.id}`}>{task.holder}</GoLink>
          <TaskState task={task} />
          <progress max={100} value={task.progress} aria-label={`${task.holder}进度`} />
        </div>
      ))}
    </div>
  )
}

function TaskState({ task }: { readonly task: ChainTask }) {
  if (task.done) return <span className="linkage-done small">✓ 已完成</span>
  return (
    <span className="small">
      {task.late ? <span className="linkage-late">! 已超时 </span> : null}
      <span className="quiet">{task.progress}%</span>
    </span>
  )
}
