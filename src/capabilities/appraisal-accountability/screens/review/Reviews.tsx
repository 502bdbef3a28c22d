import { useRows } from '../../../../web/api/use-rows.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import './review.css'

/** Appraisal meetings that are coming or going on, and those that nobody from above attended. */
export function Reviews() {
  return (
    <PageFrame
      title="述职评议会"
      extra={
        <>
          <GoLink to="/reports">述职报告</GoLink>
          <StartButton kind="appraisal-meeting" />
        </>
      }
    >
      <Meetings title="进行中的述职评议会" none="没有正在筹备或召开的述职评议会" ask={going} />
      <Meetings title="上级应列席未列席" none="没有缺上级列席的述职评议会" ask={missing} />
      <Meetings title="已办结" none="还没有办结的述职评议会" ask={closed} />
    </PageFrame>
  )
}

const going = { open: 1, sort: 'due', limit: 20 } as const
const missing = { 'f.attendance': 'missing', limit: 20 } as const
const closed = { state: 'closed', limit: 20 } as const

function Meetings({
  title,
  none,
  ask,
}: {
  readonly title: string
  readonly none: string
  readonly ask: Readonly<Record<string, string | number>>
}) {
  const { rows, error, isLoading, retry } = useRows('appraisal-meeting', ask)
  return (
    <section className="sheet review-part" aria-label={title}>
      <h2>{title}</h2>
      {error === null ? null : <ErrorBox error={error} retry={retry} />}
      {isLoading ? <Waiting rows={3} /> : null}
      {!isLoading && error === null && rows.length === 0 ? <Empty says={none} /> : null}
      <ul className="review-list">
        {rows.map(({ id, title: name, state, stateLabel, fields = {} }) => (
          <li key={id} className="review-line">
            <GoLink to={`/reviews/${id}`}>{name}</GoLink>
            <span>{fields['startAt']}</span>
            <span className="quiet">{fields['host']}</span>
            <StateTag tone={state === 'holding' ? 'work' : state === 'closed' ? 'end' : 'wait'}>
              {stateLabel}
            </StateTag>
          </li>
        ))}
      </ul>
    </section>
  )
}
