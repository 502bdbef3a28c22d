import { cityTime, momentWords } from '../../residents/moment.ts'
import { Go } from '../parts/Go.tsx'
import { Page } from '../parts/Page.tsx'
import { Unread } from '../parts/Unread.tsx'
import { reads } from '../work/read-ahead.ts'
import { type Reading, useReading, useSnapshot } from '../work/use-work.ts'
import { type FindingRow, rowsIn, waitingIn } from './finding.ts'

/** What one has reported and what came of it; first what one is asked about. */
export function Findings() {
  const list = useReading(reads.findings)
  const todos = useReading(reads.mine)
  const { entries } = useSnapshot()
  const answered = new Set(
    entries.flatMap(({ what, state }) =>
      what.is === 'deed' && state === 'waiting' ? [what.record] : [],
    ),
  )
  const asked = waitingIn(todos.read?.body)
  const rows = rowsIn(list.read?.body)
  const first = rows.filter(({ id }) => asked.has(id) && !answered.has(id))
  const rest = rows.filter((row) => !first.includes(row))
  return (
    <Page title="我报的">
      <ReadNote reading={list} />
      {rows.length === 0 && list.read === undefined && <Unread reading={list} what="我报的问题" />}
      {rows.length === 0 && list.read !== undefined && (
        <p>还没有报过。报了的，办到哪一步、结果怎样，都在这里看。</p>
      )}
      {first.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">请您看看办得怎样</h2>
          <List rows={first} answered={answered} />
        </section>
      )}
      {rest.length > 0 && (
        <section aria-labelledby="rest">
          <h2 id="rest">{first.length > 0 ? '其他' : '最近报的'}</h2>
          <List rows={rest} answered={answered} />
        </section>
      )}
    </Page>
  )
}

type ListProps = { readonly rows: readonly FindingRow[]; readonly answered: ReadonlySet<string> }

function List({ rows, answered }: ListProps) {
  return (
    <ul className="box">
      {rows.map(({ id, number, title, stateLabel, place, openedAt }) => (
        <li key={id} className="entry">
          <Go to={{ page: 'finding', id }} className="entry-link">
            <strong>{title}</strong>
            <span>
              {stateLabel}
              {answered.has(id) && ' · 您的反馈等着发送'}
            </span>
            <span className="hint">
              {place.split(' / ').at(-1)} · {momentWords(openedAt)} · {number}
            </span>
          </Go>
        </li>
      ))}
    </ul>
  )
}

/** When what is shown was read, if it could not be read anew. */
export function ReadNote({ reading: { read, trouble, again } }: { readonly reading: Reading }) {
  if (trouble === undefined || read === undefined) return null
  return (
    <div className="note">
      <p>
        {trouble}。下面是 {momentWords(cityTime(read.at))} 读到的。
      </p>
      <button type="button" className="button" onClick={again}>
        再读一次
      </button>
    </div>
  )
}
