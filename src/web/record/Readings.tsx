import type { RecordView } from '../api/record-view.ts'
import { exactText } from '../look/time-left.ts'

/** Who opened the record, where its kind tells that. */
export function Readings({ view }: { readonly view: RecordView }) {
  const { readings } = view
  if (readings === undefined || readings.length === 0) return null
  return (
    <section className="no-print">
      <h2>谁看过</h2>
      <ul className="links">
        {readings.map(({ at, name, unit }) => (
          <li key={`${at}${name}${unit}`}>
            <span className="quiet">{exactText(at)}</span>
            <span>
              {name} · {unit}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
