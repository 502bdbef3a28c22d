import { GoLink } from '../look/GoLink.tsx'
import type { PartProps } from './part-props.ts'
import { movedText } from './words.ts'

/** Every declared count, so that any number has its list. What began lately has had less time than
 *  what began before: only what happened is compared. */
export function CountTable({ view, behind, compares }: PartProps) {
  const { flows, cohorts, period } = view
  const compared = compares && !period.runs
  return (
    <section className="sheet overview-part">
      <h2>全部计数</h2>
      {flows.length === 0 ? null : (
        <table className="overview-table">
          <thead>
            <tr>
              <th scope="col">期间发生</th>
              <th scope="col" className="number">
                次
              </th>
              {compared ? (
                <th scope="col" className="number">
                  较同期
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {flows.map((count) => (
              <tr key={count.name}>
                <th scope="row">{count.label}</th>
                <td className="number">
                  <GoLink to={behind.counted(count.name)}>{count.value}</GoLink>
                </td>
                {compared ? <td className="number quiet">{movedText(count)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cohorts.length === 0 ? null : (
        <table className="overview-table">
          <thead>
            <tr>
              <th scope="col">期间开始的，截至现在</th>
              <th scope="col" className="number">
                数
              </th>
            </tr>
          </thead>
          <tbody>
            {cohorts.map(({ name, label, value }) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td className="number">
                  <GoLink to={behind.counted(name)}>{value}</GoLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
