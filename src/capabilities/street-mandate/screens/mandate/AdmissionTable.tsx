import { useState } from 'react'
import { Segmented } from 'antd'
import { useMe } from '../../../../web/api/use-me.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import type { Admission } from './view.ts'

type Shown = 'going' | 'inForce' | 'all'

/** What may be sent to streets outside the list: by whom, with whose money and people, until when. */
export function AdmissionTable({ admissions }: { readonly admissions: readonly Admission[] }) {
  const [shown, setShown] = useState<Shown>('all')
  const counts = {
    going: admissions.filter(({ is }) => is === 'working').length,
    inForce: admissions.filter(({ state }) => state === 'inForce').length,
  }
  const rows = admissions.filter((one) =>
    shown === 'all' ? true : shown === 'going' ? one.is === 'working' : one.state === 'inForce',
  )
  return (
    <section className="sheet mandate-part" aria-labelledby="mandate-admissions">
      <div className="row spread">
        <h2 id="mandate-admissions">工作准入</h2>
        <Segmented<Shown>
          className="no-print"
          aria-label="看哪些准入"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: `全部 ${admissions.length}` },
            { value: 'going', label: `办理中 ${counts.going}` },
            { value: 'inForce', label: `生效 ${counts.inForce}` },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <Empty says="没有这样的准入事项">清单以外确需街道承担的，部门先申请准入</Empty>
      ) : (
        <table className="plain-table mandate-admissions">
          <thead>
            <tr>
              <th>事项</th>
              <th>承担街道</th>
              <th className="number">经费（万元）</th>
              <th>到期</th>
              <th>进展</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ one }: { readonly one: Admission }) {
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/r/${one.id}`}>{one.matter}</GoLink>
        <div className="quiet small">
          {one.department?.name ?? ''}
          <SendUnder one={one} />
        </div>
      </th>
      <td className="mandate-streets" data-label="承担街道">
        {streetsText(one.streets)}
      </td>
      <td className="number" data-label="经费（万元）">
        <Money one={one} />
      </td>
      <td className="nowrap" data-label="到期">
        {one.endsOn}
      </td>
      <td data-label="进展">
        <StateTag tone={stateTone({ is: one.is, late: one.waitsForMe })}>{one.stateLabel}</StateTag>
        {one.waitsFor.length === 0 || one.is !== 'working' ? null : (
          <div className="quiet small">
            等{one.waitsForMe ? '本单位等 ' : ''}
            {waitsText(one)}
          </div>
        )}
      </td>
    </tr>
  )
}

/** Under what is in force its own department sends tasks. */
function SendUnder({ one }: { readonly one: Admission }) {
  const { post, starts } = useMe()
  const may = starts.some(({ kind, command }) => kind === 'street-task' && command === 'send')
  if (!may || one.state !== 'inForce' || one.department?.id !== post.unit.id) return null
  return (
    <GoLink className="mandate-send no-print" to={`/new/street-task/send?admission=${one.id}`}>
      据此下派任务
    </GoLink>
  )
}

function waitsText({ waitsFor, waitsForMe }: Admission): string {
  return waitsForMe ? `${waitsFor.length} 个单位` : waitsFor.join('、')
}

function Money({ one }: { readonly one: Admission }) {
  if (one.moneyArrived !== undefined) return <>已到位 {one.moneyArrived}</>
  if (one.is === 'end' || one.money === 0) return <>{one.money}</>
  return (
    <>
      {one.money}
      <div className="quiet small">应于 {one.moneyDueOn?.slice(5)} 到位</div>
    </>
  )
}

function streetsText(streets: readonly string[]): string {
  const short = streets.map((name) => name.replace(/办事处$/u, ''))
  return short.length > 3
    ? `${short.slice(0, 3).join('、')}等 ${short.length} 个`
    : short.join('、')
}
