import type { PartyView, RecordView } from '../api/record-view.ts'
import { ClockWords } from '../look/ClockWords.tsx'
import { StateTag, stateTone } from '../look/StateTag.tsx'
import { exactText } from '../look/time-left.ts'

/** Everyone called in, each with its own task and clock; those who are late first named. */
export function Parties({ view }: { readonly view: RecordView }) {
  const { parties } = view
  if (parties.length === 0) return null
  return (
    <section>
      <h2>
        参与单位 <span className="quiet h2-note">{summary(parties)}</span>
      </h2>
      <div className="scroll-x">
        <table className="plain-table parties">
          <thead>
            <tr>
              <th>单位</th>
              <th>参与方式</th>
              <th>状态</th>
              <th>时限</th>
              <th>事项与结果</th>
            </tr>
          </thead>
          <tbody>
            {parties.map((party) => (
              <PartyRow key={`${party.role}/${party.unit.id}`} party={party} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** '共 3 个：待签收 1、已报到 2（1 个超时）' */
function summary(parties: readonly PartyView[]): string {
  const states = [...Map.groupBy(parties, ({ stateLabel }) => stateLabel)].map(
    ([label, same]) => `${label} ${same.length}`,
  )
  const late = parties.filter((party) => party.late).length
  return `共 ${parties.length} 个：${states.join('、')}${late === 0 ? '' : `（${late} 个超时）`}`
}

function PartyRow({ party }: { readonly party: PartyView }) {
  const { clocks = [], due, late, is, fields } = party
  return (
    <tr>
      <td>{party.unit.name}</td>
      <td>
        {party.roleLabel}
        <div className="quiet small">{exactText(party.joinedAt)} 加入</div>
      </td>
      <td>
        <StateTag tone={stateTone({ is, late })}>{party.stateLabel}</StateTag>
      </td>
      <td>
        {is !== 'working' || (due === undefined && clocks.length === 0) ? (
          <span className="hide-narrow">—</span>
        ) : clocks.length === 0 ? (
          <ClockWords due={due} late={late} />
        ) : (
          clocks.map((clock) => (
            <div key={clock.name}>
              <ClockWords {...clock} />
            </div>
          ))
        )}
      </td>
      <td>
        {fields.map((field) => (
          <div key={field.name} className="prose">
            <span className="quiet">{field.label}：</span>
            {field.text}
          </div>
        ))}
      </td>
    </tr>
  )
}
