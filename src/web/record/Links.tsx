import type { LinkView, RecordView } from '../api/record-view.ts'
import { GoLink } from '../look/GoLink.tsx'
import { StateTag, stateTone } from '../look/StateTag.tsx'

/** Records this one is tied to, and how: by kind, what is late first. */
export function Links({ view }: { readonly view: RecordView }) {
  if (view.links.length === 0) return null
  const byKind = Map.groupBy(view.links, ({ kindLabel = '事项' }) => kindLabel)
  return (
    <section>
      <h2>关联事项</h2>
      {[...byKind].map(([kind, links]) => (
        <div key={kind} className="link-group">
          <div className="quiet small">
            {kind} {links.length} 件
          </div>
          <ul className="links">
            {links.toSorted(lateFirst).map((link) => (
              <LinkRow key={`${link.how}${link.id}`} link={link} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function LinkRow({ link }: { readonly link: LinkView }) {
  return (
    <li>
      <StateTag tone={stateTone(link)}>{link.stateLabel}</StateTag>
      <GoLink to={`/r/${link.id}`}>
        {link.number} {link.title}
      </GoLink>
      <span className="quiet small">
        {link.back === true ? '它的' : '本件的'}“{ownWords(link)}”
        {link.lead === undefined ? '' : ` · ${link.lead.name}`}
      </span>
    </li>
  )
}

/** The field alone: the kind stands above the group. */
function ownWords({ how }: LinkView): string {
  return how.split(':').at(-1) ?? how
}

function lateFirst(one: LinkView, other: LinkView): number {
  return Number(other.late) - Number(one.late)
}
