import type { RecordRow } from '../../../../web/api/types.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { ClockWords } from '../../../../web/look/ClockWords.tsx'
import { StateTag } from '../../../../web/look/StateTag.tsx'

/** Bodies with whether they take in the level below, when they met and when they are to meet. */
export function BodyTable({ rows }: { readonly rows: readonly RecordRow[] }) {
  return (
    <div className="meet-scroll">
      <table className="meet-table">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">召开情况</th>
            <th scope="col">应在此前召开</th>
            <th scope="col">吸收下一级</th>
            <th scope="col">最近一次</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Body key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Body({ row }: { readonly row: RecordRow }) {
  const { id, title, stateLabel, state, fields = {}, due, late } = row
  const { below, pace } = { below: fields['below'] ?? '', pace: fields['pace'] ?? '' }
  const isRunning = state.startsWith('runs')
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/r/${id}`}>{title}</GoLink>
        <div className="quiet small">{fields['host']}</div>
      </th>
      <td>
        {isRunning ? (
          <StateTag tone={pace === '按期' ? 'end' : pace.includes('安排') ? 'wait' : 'late'}>
            {pace}
          </StateTag>
        ) : null}
      </td>
      <td>{isRunning ? <ClockWords due={due} late={late} provisional={false} brief /> : ''}</td>
      <td>{below.startsWith('未') ? <StateTag tone="late">{below}</StateTag> : below}</td>
      <td>{fields['lastHeldAt'] ?? '还没有'}</td>
      <td>{stateLabel}</td>
    </tr>
  )
}
