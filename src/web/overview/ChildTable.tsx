import { ChildRow } from './ChildRow.tsx'
import { lateOf, shownIn, type Shown } from './child-columns.ts'
import type { PartProps } from './part-props.ts'

/** The areas below side by side: one hue for how much, one for how late, in the order of the
 *  division and never ranked. */
export function ChildTable(part: PartProps & { readonly enter: (code: number) => void }) {
  const { children, remainder, area } = part.view
  if (children.length === 0) return null
  const shown = shownIn(part.view, part.compares)
  const most = {
    came: Math.max(...children.map(({ came }) => came)),
    late: Math.max(...children.map(lateOf)),
  }
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>{namesOfBelow[area.level] ?? '下级'}</h2>
        <span className="quiet small">按区划顺序，不排名</span>
      </div>
      <div className="overview-scroll">
        <table className="overview-table">
          <thead>
            <Head shown={shown} />
          </thead>
          <tbody>
            {children.map((child) => (
              <ChildRow key={child.code} {...part} {...{ child, most, shown }} />
            ))}
          </tbody>
        </table>
      </div>
      {remainder === undefined ? null : (
        <p className="quiet small">
          另有未落到下级的：期间 {remainder.came} 件，在办 {remainder.open} 件
        </p>
      )}
    </section>
  )
}

const namesOfBelow: Readonly<Record<string, string>> = {
  city: '各区',
  district: '各街道',
  street: '各社区',
}

type Column = { readonly label: string; readonly wide?: boolean; readonly title?: string }

function Head({ shown }: { readonly shown: Shown }) {
  const columns: readonly Column[] = [
    { label: '期间（件）' },
    ...(shown.moved ? [{ label: '较同期', wide: true }] : []),
    { label: '在办（件）' },
    ...(shown.late === undefined ? [] : [{ label: `${shown.late}（件）` }]),
    ...(shown.everLate ? [{ label: '曾超时（%）', wide: true }] : []),
    ...shown.shares.map(({ label, formula }) => ({
      label: `${label}（%）`,
      wide: true,
      title: formula,
    })),
  ]
  return (
    <tr>
      <th scope="col">地区</th>
      {columns.map(({ label, wide = false, title }) => (
        <th
          key={label}
          scope="col"
          className={wide ? 'number hide-narrow' : 'number'}
          {...(title === undefined ? {} : { title })}
        >
          {label}
        </th>
      ))}
    </tr>
  )
}
