import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import type { MandateView } from './view.ts'

const most = 12

/** Streets that still carry a task they are to be relieved of; those that must be rid of it first. */
export function CarryingStreets({ removals }: { readonly removals: MandateView['removals'] }) {
  const open = removals.open.toSorted((a, b) => Number(b.must) - Number(a.must))
  return (
    <section className="sheet mandate-part" aria-labelledby="mandate-removals">
      <div className="row spread">
        <h2 id="mandate-removals">
          招商、协税任务取消{' '}
          <span className="quiet">
            {removals.done}/{removals.total} 个街道
          </span>
        </h2>
        <GoLink to="/k/street-task-removal">全部</GoLink>
      </div>
      {open.length === 0 ? (
        <p className="quiet small">都已取消。</p>
      ) : (
        <ul className="mandate-carrying">
          {open.slice(0, most).map((street) => (
            <li key={street.unit}>
              <div className="row">
                <span>{street.name.replace(/办事处$/u, '')}</span>
                <StateTag tone={street.must ? 'late' : 'wait'}>{street.standing}</StateTag>
              </div>
              <div className="small">
                {street.tasks.map((task, index) => (
                  <span key={task.id}>
                    {index === 0 ? '' : '、'}
                    <GoLink to={`/r/${task.id}`}>{task.title}</GoLink>
                    <span className="quiet">（{task.stateLabel}）</span>
                  </span>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {open.length > most ? <p className="quiet small">还有 {open.length - most} 个街道</p> : null}
    </section>
  )
}
