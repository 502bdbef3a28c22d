import { PlusOutlined } from '@ant-design/icons'
import type { RecordView } from '../api/record-view.ts'
import { useKinds } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { GoLink } from '../look/GoLink.tsx'
import { relatedStarts } from './related-starts.ts'

/** What can be begun about this record, with the reference to it filled in. */
export function RelatedStarts({ view }: { readonly view: RecordView }) {
  const starts = relatedStarts(view.record, useMe().starts, useKinds())
  if (starts.length === 0) return null
  return (
    <section className="no-print">
      <h2>由这件事发起</h2>
      <div className="row related-starts">
        {starts.map(({ kind, command, label, to }) => (
          <GoLink key={`${kind}/${command}`} to={to}>
            <PlusOutlined aria-hidden="true" /> {label}
          </GoLink>
        ))}
      </div>
    </section>
  )
}
