import { figureKey } from '../../kernel/figure-key.ts'
import { query } from '../api/client.ts'
import { GoLink } from '../look/GoLink.tsx'
import { useListPaths } from '../overview/use-list-path.ts'
import type { PartProps } from './part.ts'
import type { TermView } from './view.ts'
import { byWords, goalWords } from './words.ts'

/** How the figure comes about, in words; every count leads to its list. */
export function Formula(props: PartProps) {
  const { view, part } = props
  const side = (name: string) => part.terms.filter(({ key }) => key.startsWith(name))
  const below = side('d')
  return (
    <section className="sheet overview-part indicator-formula">
      <h2>怎么算</h2>
      <p>{part.formula}</p>
      <h3>{below.length === 0 ? '计数' : '分子'}</h3>
      <Terms {...props} terms={side('n')} />
      {below.length === 0 ? null : (
        <>
          <h3>分母（基数）</h3>
          <Terms {...props} terms={below} />
        </>
      )}
      <dl>
        <dt>编号</dt>
        <dd>{figureKey(view.id, part.part)}</dd>
        <dt>口径</dt>
        <dd>{byWords[part.by]}</dd>
        <dt>方向</dt>
        <dd>{goalWords[part.goal]}</dd>
        <dt>依据</dt>
        <dd>{part.basis}</dd>
        <dt>版本</dt>
        <dd>{part.version}</dd>
      </dl>
      <p className="quiet small">数是全地区的；打开的清单只列您能查看的，可能少于这里的数。</p>
    </section>
  )
}

function Terms({ terms, ...props }: PartProps & { readonly terms: readonly TermView[] }) {
  return (
    <ul className="indicator-terms">
      {terms.map((term) => (
        <li key={term.key}>
          <span>
            {term.kindLabel}
            {term.label}
            {term.weight === 1 ? null : <span className="quiet"> × {term.weight}</span>}
          </span>
          <Count {...props} term={term} />
        </li>
      ))}
    </ul>
  )
}

function Count({ part, reach, term }: PartProps & { readonly term: TermView }) {
  const listPath = useListPaths()
  const counted = part.counts.find(({ key }) => key === term.key)
  if (counted === undefined || part.hidden) return null
  const { count, list } = counted
  const to =
    term.covered !== undefined
      ? `${reach({ part: part.part, term: term.key })}#covered`
      : list && listPath(list.kind) + query(list.filters)
  return to === undefined ? (
    <b className="number">{count}</b>
  ) : (
    <GoLink className="number" to={to} aria-label={`${term.label} ${count}，打开清单`}>
      {count}
    </GoLink>
  )
}
