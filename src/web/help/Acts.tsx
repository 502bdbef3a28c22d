import type { Act, KindHelp } from './help.ts'

/** Who may do what, and where; what the system does by itself stands apart. */
export function Acts({ help }: { readonly help: KindHelp }) {
  const people = help.acts.filter((act) => !act.system)
  const system = help.acts.filter((act) => act.system)
  return (
    <section className="sheet help-section">
      <h2>谁能办什么</h2>
      <ActTable acts={people} />
      {system.length === 0 ? null : (
        <>
          <h3>系统自动办的</h3>
          <ActTable acts={system} />
        </>
      )}
    </section>
  )
}

function ActTable({ acts }: { readonly acts: readonly Act[] }) {
  return (
    <div className="scroll-x">
      <table className="plain-table help-table">
        <thead>
          <tr>
            <th>操作</th>
            <th>谁来办</th>
            <th>什么时候</th>
            <th>办不了的情形</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={`${act.party ?? ''}/${act.label}/${act.where.join()}`}>
              <td>
                <b className="strong">{act.label}</b>
                {act.party === undefined ? null : (
                  <div className="quiet small">{act.party}的事项</div>
                )}
                {act.grave ? <div className="quiet small">不能撤销</div> : null}
              </td>
              <td>
                {act.who.map((one) => (
                  <div key={one}>{one}</div>
                ))}
              </td>
              <td>{act.where.join('、')}</td>
              <td className="small">
                {act.requires.length === 0 ? (
                  <span className="quiet hide-narrow">—</span>
                ) : (
                  <ul className="dots">
                    {act.requires.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
