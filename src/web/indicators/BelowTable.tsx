import type { PartProps } from './part.ts'
import type { FigureView } from './view.ts'
import { figureText, isShare, isSmall, ratioText } from './words.ts'

const names: Readonly<Record<string, string>> = {
  district: '各区',
  street: '各街道',
  community: '各社区',
}

/** The areas right below, in the order of the division and never ranked. Of few only the two
 *  numbers are told. */
export function BelowTable({ view, part, enter }: PartProps) {
  const { children } = part
  if (children.length === 0) return null
  const hasSmall = children.some((child) => isSmall(child, part))
  const hasValue =
    !isShare(part) || children.some((child) => !isSmall(child, part) && isTold(child))
  const notes = [...(hasSmall && hasValue ? ['基数不足 5 的不算百分比'] : []), '按区划顺序，不排名']
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>{names[view.childLevel ?? ''] ?? '下级地区'}</h2>
        <span className="quiet small">{notes.join('；')}</span>
      </div>
      <table className="overview-table">
        <thead>
          <tr>
            <th scope="col">地区</th>
            {hasValue ? (
              <th scope="col" className="number">
                {part.label}
              </th>
            ) : null}
            {isShare(part) ? (
              <th scope="col" className="number">
                分子/基数
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {children.map((child) => (
            <tr key={child.code}>
              <th scope="row">
                <button type="button" className="linklike" onClick={() => enter(child.code)}>
                  {child.name}
                </button>
              </th>
              {hasValue ? (
                <td className="number">{isSmall(child, part) ? '' : figureText(child, part)}</td>
              ) : null}
              {isShare(part) ? (
                <td className={hasValue ? 'number quiet' : 'number'}>
                  {ratioText(child) || (hasValue ? '' : '不列入')}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function isTold({ value, hidden }: FigureView): boolean {
  return value !== undefined || hidden
}
