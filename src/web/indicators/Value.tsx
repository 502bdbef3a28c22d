import { periodName } from '../../kernel/period.ts'
import type { PartProps } from './part.ts'
import { baseText, besideText, daysText, figureText, referenceText } from './words.ts'

/** The value, large, with its base; beside it what others published, with when and where. */
export function Value({ view, part, period }: PartProps) {
  const base = baseText(part, part)
  const newest = part.references.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))
  return (
    <section className="sheet overview-part indicator-value">
      <div>
        <p className="quiet">
          {view.areaName} · {part.by === 'stock' ? '' : `${periodName(period, view.to)} · `}
          {daysText(view, part.by)}
        </p>
        <p className="indicator-big">
          <b className={part.value === undefined ? 'overview-untold' : undefined}>
            {figureText(part, part)}
          </b>
          {base === undefined ? null : <span>{base}</span>}
        </p>
        {part.untold === true ? (
          <p className="quiet small">社区的数太少，会指向具体的人，只统计到街道。</p>
        ) : null}
        {part.band === undefined ? null : <p className="quiet small">{part.band.words}</p>}
      </div>
      {newest.length === 0 ? null : (
        <div>
          <p className="quiet">公开发布的参考值（不是目标）</p>
          <ul>
            {newest.map((reference) => {
              const beside = besideText(part, reference, part)
              return (
                <li key={`${reference.place} ${reference.asOf}`}>
                  {referenceText(reference, part.unit)}
                  {beside === undefined ? null : <span className="quiet">，{beside}</span>}
                  {reference.words === undefined ? null : (
                    <span className="quiet small"> {reference.words}</span>
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </section>
  )
}
