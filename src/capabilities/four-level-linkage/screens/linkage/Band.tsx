import { GoLink } from '../../../../web/look/GoLink.tsx'
import {
  type BandView,
  countOf,
  isLacking,
  type KindCount,
  kindsOf,
  levelWords,
  listPath,
} from './picture.ts'

/** One level: its duties, and what it has going over those below it. Every number opens its list. */
export function Band({ band, area }: { readonly band: BandView; readonly area: number }) {
  const late = band.kinds.reduce((sum, one) => sum + one.late, 0)
  return (
    <section className="sheet linkage-band" aria-label={`${levelWords[band.level]}级`}>
      <header className="linkage-level">
        <h2>{levelWords[band.level]}</h2>
        <span className={late === 0 ? 'quiet small' : 'linkage-late'}>
          {late === 0 ? '没有超时' : `! 超时 ${late}`}
        </span>
      </header>
      <ul className="linkage-kinds">
        {kindsOf(band).map((count) => (
          <li key={count.kind}>
            <KindCell count={count} level={band.level} area={area} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function KindCell({
  count,
  level,
  area,
}: {
  readonly count: KindCount
  readonly level: string
  readonly area: number
}) {
  const shared =
    count.kind === 'level-duty' ? { 'f.level': level } : { 'f.level': level, area: String(area) }
  const total = countOf(count)
  return (
    <>
      <GoLink className="linkage-kind" to={listPath(count.kind, shared)}>
        <span>{words[count.kind] ?? count.label}</span>
        <b className={total === 0 ? 'linkage-none' : undefined}>{total}</b>
      </GoLink>
      <p className="small">
        {isLacking(count) ? <span className="linkage-watch">□ 本级还没有</span> : null}
        {count.late === 0 ? null : (
          <GoLink className="linkage-late" to={listPath(count.kind, { ...shared, late: '1' })}>
            ! 超时 {count.late}
          </GoLink>
        )}
        {count.states.map(({ state, label, n }) => (
          <GoLink
            key={state}
            className={state === 'warn' ? 'linkage-late' : state === 'watch' ? 'linkage-watch' : ''}
            to={listPath(count.kind, { ...shared, state })}
          >
            {label} {n}
          </GoLink>
        ))}
      </p>
    </>
  )
}

/** Shorter than the kinds' own names, for the picture. */
const words: Readonly<Record<string, string>> = {
  'level-duty': '职责清单',
  'level-task': '年度任务',
  'status-entry': '动态管理',
}
