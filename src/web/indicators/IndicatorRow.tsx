import { GoLink } from '../look/GoLink.tsx'
import { Spark } from '../overview/Spark.tsx'
import type { Valued } from './view.ts'
import { baseText, besideText, figureText, isSmall, referenceText } from './words.ts'

/** The numbers by which published figures are known; others have none that people would say. */
const published = /^[FN]\d+$/

/** One figure in a line: what it is, where one stands, what others published, how it moved. */
export function IndicatorRow({ row }: { readonly row: Valued }) {
  const { id, label, formula, unit, references, figure, trend, periodName } = row
  const values = trend.map(({ value }) => value)
  const known = values.filter((value) => value !== undefined)
  const newest = references.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))
  const isFew = figure !== undefined && isSmall(figure, row)
  const base = isFew ? '基数小' : baseText(figure, row)
  return (
    <li className="indicator-row">
      <div>
        <GoLink to={`/indicators/${encodeURIComponent(id)}`}>{label}</GoLink>
        {published.test(id) ? <span className="quiet small"> {id}</span> : null}
        <p className="quiet small">{formula}</p>
      </div>
      <div className="number indicator-own">
        <b className={figure?.value === undefined ? 'overview-untold' : undefined}>
          {figureText(figure, row)}
        </b>
        <span className="quiet small">
          {base === undefined ? periodName : `${base} · ${periodName}`}
        </span>
      </div>
      <ul className="small indicator-references">
        {newest.map((reference) => (
          <li key={`${reference.place} ${reference.asOf}`} title={reference.words}>
            {referenceText(reference, unit)}
            {figure === undefined ? null : <Beside words={besideText(figure, reference, row)} />}
          </li>
        ))}
      </ul>
      <div className="indicator-spark">
        {known.length === values.length ? <Spark values={known} /> : null}
      </div>
    </li>
  )
}

function Beside({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : <span className="quiet">，{words}</span>
}
