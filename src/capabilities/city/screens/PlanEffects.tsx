import type { Plan } from './plan.ts'

/** What a plan would do, in numbers, and what is still wrong with it. */
export function PlanEffects({ plan }: { readonly plan: Plan }) {
  const { moves, ends, begins, problems, scope } = plan
  const total = moves.records.reduce((sum, { n }) => sum + n, 0)
  return (
    <>
      {problems.length === 0 ? null : (
        <div className="note-box" role="alert">
          对照表还有 {problems.length} 处要改：
          <ul>
            {problems.slice(0, 20).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <h2>影响</h2>
      <p className="quiet small">范围：{scope.path}。按现在的在办事项计算，执行时以当时为准。</p>
      <dl className="reorganisation-effects">
        <Effect label="随之移交的在办事项" n={total} />
        {moves.records.map(({ kind, label, n }) => (
          <Effect key={kind} label={`其中：${label}`} n={n} />
        ))}
        <Effect label="其中的待办" n={moves.todos} />
        <Effect label="换到接替单位的协办方" n={moves.parties} />
        <Effect label="换到接替单位的岗位" n={moves.posts} />
        <Effect label="撤销的地区代码" n={ends.areas} />
        <Effect label="启用的地区代码" n={begins.areas} />
        <Effect label="撤销的单位" n={ends.units} />
        <Effect label="新设的单位" n={begins.units} />
      </dl>
    </>
  )
}

function Effect({ label, n }: { readonly label: string; readonly n: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{n}</dd>
    </div>
  )
}
