import type { RecordRow } from '../../../../web/api/types.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, type Tone } from '../../../../web/look/StateTag.tsx'
import { factOf, numberIn } from './library.ts'

const tones: Readonly<Record<string, Tone>> = {
  cultivating: 'rest',
  applied: 'wait',
  trying: 'work',
  assessed: 'work',
  promoted: 'end',
}

/** A site at a glance: where it is, how far it has come, what it tries and what was found. */
export function SiteCard({ row }: { readonly row: RecordRow }) {
  const tasks = numberIn(row, 'tasks')
  const number = factOf(row, 'number')
  const assessment = factOf(row, 'assessment')
  return (
    <article className="sheet library-card">
      <p className="library-kicker">
        <StateTag tone={tones[row.state] ?? 'work'}>{row.stateLabel}</StateTag>
        <span className="quiet">{factOf(row, 'host')}</span>
      </p>
      <h2>
        <GoLink to={`/r/${row.id}`}>{row.title}</GoLink>
      </h2>
      <p className="library-problem">{factOf(row, 'aim')}</p>
      {assessment === '' ? null : <p className="library-result">{assessment}</p>}
      <dl>
        <dt>主题</dt>
        <dd>{factOf(row, 'theme')}</dd>
        <dt>任务</dt>
        <dd>
          {tasks === 0
            ? '还没有先行先试任务'
            : `先行先试 ${tasks} 项，完成 ${numberIn(row, 'tasksDone')} 项`}
        </dd>
      </dl>
      <footer className="quiet small">{number === '' ? '还没有确定' : number}</footer>
    </article>
  )
}
