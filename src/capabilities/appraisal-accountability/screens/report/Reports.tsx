import { useMe } from '../../../../web/api/use-me.ts'
import { useRows } from '../../../../web/api/use-rows.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import './report.css'

/** Reports one writes or reads, in no order of persons: those that are under way, and the others. */
export function Reports() {
  const { nav } = useMe()
  const meetings = nav.includes('reviews') ? <GoLink to="/reviews">述职评议会</GoLink> : undefined
  return (
    <PageFrame title="述职报告" extra={meetings}>
      <Some title="正在写、审和述职的报告" ask={{ open: 1, sort: 'due', limit: 50 }} />
      <Some title="已点评的报告" ask={{ state: 'commented', limit: 50 }} />
      <Some title="本年度不述职的报告" ask={{ state: 'excused', limit: 50 }} />
    </PageFrame>
  )
}

type Props = { readonly title: string; readonly ask: Readonly<Record<string, string | number>> }

function Some({ title, ask }: Props) {
  const { rows, error, isLoading, retry } = useRows('secretary-report', ask)
  return (
    <section className="sheet report-part" aria-label={title}>
      <h2>{title}</h2>
      {error === null ? null : <ErrorBox error={error} retry={retry} />}
      {isLoading ? <Waiting rows={3} /> : null}
      {!isLoading && error === null && rows.length === 0 ? <Empty says="没有述职报告" /> : null}
      <ul className="report-pieces">
        {rows.map(({ id, title: name, state, stateLabel }) => (
          <li key={id}>
            <GoLink to={`/reports/${id}`}>{name}</GoLink>
            <StateTag tone={['commented', 'excused'].includes(state) ? 'end' : 'wait'}>
              {stateLabel}
            </StateTag>
          </li>
        ))}
      </ul>
    </section>
  )
}
