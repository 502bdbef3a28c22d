import type { RecordView } from '../api/record-view.ts'
import { GoLink } from '../look/GoLink.tsx'
import { StateTag, stateTone } from '../look/StateTag.tsx'

/** Records this one is tied to, and how. */
export function Links({ view }: { readonly view: RecordView }) {
  if (view.links.length === 0) return null
  return (
    <section>
      <h2>关联事项</h2>
      <ul className="links">
        {view.links.map((link) => (
          <li key={`${link.how}${link.id}`}>
            <span className="quiet">{link.how}</span>
            <GoLink to={`/r/${link.id}`}>
              {link.number} {link.title}
            </GoLink>
            <StateTag tone={stateTone(link)}>{link.stateLabel}</StateTag>
          </li>
        ))}
      </ul>
    </section>
  )
}
