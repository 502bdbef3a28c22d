import type { RecordRow } from '../../../../web/api/types.ts'
import { Ago } from '../../../../web/look/Ago.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { type BriefView, figureNamed, linkTo } from './brief.ts'

const shown = 4

/** What does not move: given back and disputed, or set aside until a date. */
export function Standing({ brief }: { readonly brief: BriefView }) {
  const here = String(brief.area.code)
  return (
    <section>
      <h2>退单和挂账</h2>
      <Part
        name="退单待审、待裁定"
        count={figureNamed(brief, 'returned')}
        rows={brief.returned}
        to={linkTo({ area: here, state: 'returned,ruling' })}
      />
      <Part
        name="挂账"
        count={figureNamed(brief, 'suspended')}
        rows={brief.suspended}
        to={linkTo({ area: here, state: 'suspended' })}
      />
    </section>
  )
}

function Part({
  name,
  count,
  rows,
  to,
}: {
  readonly name: string
  readonly count: number
  readonly rows: readonly RecordRow[]
  readonly to: string
}) {
  return (
    <div className="brief-part">
      <div className="row spread">
        <b>{name}</b>
        {count === 0 ? <span className="quiet">没有</span> : <GoLink to={to}>{count} 件</GoLink>}
      </div>
      {rows.slice(0, shown).map((row) => (
        <div key={row.id} className="row spread brief-row">
          <GoLink to={`/r/${row.id}`} className="brief-title">
            {row.title}
          </GoLink>
          <span className="quiet small nowrap">
            {row.lead?.name} · <Ago at={row.openedAt} />
          </span>
        </div>
      ))}
    </div>
  )
}
