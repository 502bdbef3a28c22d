import { QuestionCircleOutlined } from '@ant-design/icons'
import type { RecordView } from '../api/record-view.ts'
import { ClockWords } from '../look/ClockWords.tsx'
import { CopyNumber } from '../look/CopyNumber.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { StateTag, stateTone } from '../look/StateTag.tsx'
import { exactText } from '../look/time-left.ts'
import { StepLine } from './StepLine.tsx'

/** Number, title, place, where it stands, what the clock says, who answers for it. */
export function RecordHeading({ view }: { readonly view: RecordView }) {
  const { record, clocks } = view
  const late = clocks.some((clock) => clock.late)
  return (
    <header className="record-head">
      <div className="only-print document-name">{record.kindLabel}</div>
      <div className="row">
        <GoLink to={`/k/${record.kind}`} className="no-print">
          {record.kindLabel}
        </GoLink>
        <GoLink
          to={`/help/${record.kind}`}
          className="no-print"
          aria-label={`${record.kindLabel}的办理说明`}
          title="办理说明"
        >
          <QuestionCircleOutlined aria-hidden="true" />
        </GoLink>
        <CopyNumber value={record.number} />
        <StateTag tone={stateTone({ is: record.is, late })}>
          {record.stateLabel}
          {late && record.is !== 'end' ? ' · 超时' : ''}
        </StateTag>
        {record.demo ? <span className="demo-mark">演示数据</span> : null}
      </div>
      <h1>{record.title}</h1>
      <div className="row quiet head-facts">
        <span>{record.place.path === '' ? '全市' : record.place.path}</span>
        {record.responsible === undefined ? null : (
          <span>
            责任单位 <b className="strong">{record.responsible.name}</b>
          </span>
        )}
        <span>{exactText(record.openedAt)} 登记</span>
        {record.closedAt === undefined ? null : <span>{exactText(record.closedAt)} 办结</span>}
      </div>
      <StepLine record={record} />
      {clocks.length === 0 ? null : (
        <ul className="clocks">
          {clocks.map((clock) => (
            <li key={`${clock.name}${clock.label}`}>
              <ClockWords {...clock} />
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}
