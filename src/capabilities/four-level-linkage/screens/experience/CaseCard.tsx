import type { RecordRow } from '../../../../web/api/types.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { factOf, numberIn } from './library.ts'

/** An experience at a glance: where, how, with which figures, for whom. */
export function CaseCard({ row }: { readonly row: RecordRow }) {
  const adopted = numberIn(row, 'adopted')
  const effective = numberIn(row, 'effective')
  return (
    <article className="sheet library-card">
      <p className="library-kicker">
        <span className="tag">{factOf(row, 'theme')}</span>
        <span className="quiet">{factOf(row, 'origin')}</span>
      </p>
      <h2>
        <GoLink to={`/experience/${row.id}`}>{row.title}</GoLink>
      </h2>
      <p className="library-problem">{factOf(row, 'problem')}</p>
      <p className="library-result">{factOf(row, 'result')}</p>
      <dl>
        <dt>机制</dt>
        <dd className="library-clip">{factOf(row, 'mechanism')}</dd>
        <dt>适用</dt>
        <dd>{factOf(row, 'conditions')}</dd>
      </dl>
      <footer className="quiet small">
        {adopted === 0
          ? '还没有地方学习借鉴'
          : `${adopted} 个地方学习借鉴${effective === 0 ? '' : `，${effective} 个已见成效`}`}
      </footer>
    </article>
  )
}
