import type { TimelineEntry } from '../api/record-view.ts'
import { useMe } from '../api/use-me.ts'
import { daysOf } from './days.ts'

/** What happened, by day, in sentences. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { today } = useMe()
  return (
    <section>
      <h2>经过</h2>
      {daysOf(entries, today).map((day) => (
        <div key={day.day} className="day">
          <div className="day-head quiet">{day.label}</div>
          <ol>
            {day.entries.map((entry) => (
              <li key={entry.seq} className="event">
                <time dateTime={entry.at}>{entry.clock}</time>
                <div>
                  <div>
                    <span className="event-actor">{entry.actor}</span> {entry.says}
                    {entry.moved === undefined ? null : (
                      <span className="event-moved">{entry.moved}</span>
                    )}
                    {entry.lateBy === undefined ? null : (
                      <span className="clock-late"> ! 晚 {entry.lateBy}</span>
                    )}
                  </div>
                  <Changes entry={entry} />
                  <Texts entry={entry} />
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** What stood in the record before, and what stands there since. */
function Changes({ entry }: { readonly entry: TimelineEntry }) {
  const { changes = [] } = entry
  return changes.map(({ name, label, before, after }) => (
    <div key={name} className="event-text prose">
      <span className="quiet">{label}：</span>
      <del>{before}</del>
      <span aria-hidden="true"> → </span>
      {after === '' ? <span className="quiet">（清空）</span> : <ins>{after}</ins>}
    </div>
  ))
}

/** What was written with it. Much of it, as at the start, stays folded: the facts show it as it is now. */
function Texts({ entry }: { readonly entry: TimelineEntry }) {
  const texts = entry.texts ?? []
  const lines = texts.map((one) => (
    <div key={one.label} className="event-text prose">
      <span className="quiet">{one.label}：</span>
      {one.text}
    </div>
  ))
  if (texts.length <= 2) return <>{lines}</>
  return (
    <details>
      <summary className="quiet">填写了 {texts.length} 项</summary>
      {lines}
    </details>
  )
}
