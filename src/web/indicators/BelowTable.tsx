import type { PartProps } from './PartSheet.tsx'
import { baseText, figureText } from './words.ts'

const names: Readonly<Record<string, string>> = {
  district: '各区',
  street: '各街道',
  community: '各社区',
}

/** The areas right below, in the order of the division and never ranked. */
export function BelowTable({ view, part, enter }: PartProps) {
  if (part.children.length === 0) return null
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>{names[view.childLevel ?? ''] ?? '下级地区'}</h2>
        <span className="quiet small">按区划顺序，不排名</span>
      </div>
      <table className="overview-table indicator-below">
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col" className="number">
              {part.label}
            </th>
            <th scope="col" className="number">
              分子/基数
            </th>
          </tr>
        </thead>
        <tbody>
          {part.children.map((child) => (
            <tr key={child.code}>
              <th scope="row">
                <button type="button" className="linklike" onClick={() => enter(child.code)}>
                  {child.name}
                </button>
              </th>
              <td className="number">{figureText(child, part)}</td>
              <td className="number quiet small">{baseText(child, part) ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
