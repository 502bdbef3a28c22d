import type { KindHelp, LimitHelp } from './help.ts'

type Props = { readonly help: KindHelp }

/** Limits and numbers as the city has set them now. */
export function Limits({ help }: Props) {
  const { limits, parameters } = help
  if (limits.length === 0 && parameters.length === 0) return null
  return (
    <section className="sheet help-section">
      <h2>时限</h2>
      {limits.length === 0 ? null : (
        <ul className="help-limits">
          {limits.map((limit) => (
            <LimitLine key={`${limit.party ?? ''}${limit.label}`} limit={limit} />
          ))}
        </ul>
      )}
      {parameters.length === 0 ? null : (
        <>
          <h3>本市现在的数</h3>
          <dl className="facts">
            {parameters.map(({ label, value, since, basis }) => (
              <div key={label} className="fact">
                <dt className="quiet">{label}</dt>
                <dd>
                  {value}
                  <div className="quiet small">
                    {since === undefined ? '' : `${since} 起，本市设置；`}
                    {basis}
                  </div>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}

function LimitLine({ limit }: { readonly limit: LimitHelp }) {
  const { label, party, runs, pauses, stages, basis } = limit
  return (
    <li>
      <b className="strong">{label}</b>
      {party === undefined ? '' : <span className="quiet">（{party}）</span>}
      <div>
        {stages.map(({ limit: words, asks }) => (
          <div key={asks + words.join()}>
            {words.join('；')}
            <span className="quiet">，到时：{asks}</span>
          </div>
        ))}
      </div>
      <div className="quiet small">
        “{runs.join('”“')}”时计时
        {pauses.length === 0 ? '' : `，“${pauses.join('”“')}”时暂停`}；依据：{basis}
      </div>
    </li>
  )
}

/** What can be refused, why, and what to do instead. */
export function Rules({ help }: Props) {
  if (help.rules.length === 0) return null
  return (
    <section className="sheet help-section">
      <h2>规则</h2>
      <ol className="help-rules">
        {help.rules.map(({ id, says, instead, basis, before }) => (
          <li key={says}>
            <div>
              {says}
              {id === undefined ? null : <span className="quiet small"> {id}</span>}
            </div>
            {instead === undefined ? null : <div>可以这样办：{instead}</div>}
            <div className="quiet small">
              用于“{before.join('”“')}”；依据：{basis}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Who sees the record, and what of it only some may read. */
export function WhoSees({ help }: Props) {
  const { sees, reveals, kept } = help
  return (
    <section className="sheet help-section">
      <h2>谁能看到</h2>
      <p>{sees.join('、')}</p>
      {reveals.length === 0 ? null : (
        <p>
          <span className="quiet">联系方式（要写明理由，会记入经过）：</span>
          {reveals.join('、')}
        </p>
      )}
      {kept.map(({ label, who }) => (
        <p key={label}>
          <span className="quiet">“{label}”只给：</span>
          {who.join('、')}
        </p>
      ))}
    </section>
  )
}

/** What its records count towards. */
export function Counted({ help }: Props) {
  const { counters, indicators } = help
  if (counters.length === 0 && indicators.length === 0) return null
  return (
    <section className="sheet help-section">
      <h2>计入哪些数</h2>
      {counters.length === 0 ? null : (
        <p>
          <span className="quiet">统计：</span>
          {counters.join('、')}
        </p>
      )}
      {indicators.length === 0 ? null : (
        <ul className="help-rules">
          {indicators.map(({ id, part, label, formula }) => (
            <li key={`${id}${part ?? ''}`}>
              <b className="strong">{label}</b> <span className="quiet small">{id}</span>
              <div className="quiet">{formula}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
