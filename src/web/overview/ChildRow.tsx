import { GoLink } from '../look/GoLink.tsx'
import { lateOf, type Shown } from './child-columns.ts'
import type { PartProps } from './part-props.ts'
import type { Child } from './view.ts'
import { heat, movedText, percent, shareText } from './words.ts'

type Props = PartProps & {
  readonly child: Child
  readonly most: { readonly came: number; readonly late: number }
  readonly shown: Shown
  readonly enter: (code: number) => void
}

/** One area: its name leads into it, each number to its list. */
export function ChildRow({ child, most, shown, view, behind, enter }: Props) {
  const { code, name, came, open } = child
  const volume = view.measures.volume
  return (
    <tr>
      <th scope="row">
        <button type="button" className="linklike" onClick={() => enter(code)}>
          {name}
        </button>
      </th>
      <td className={`number volume-${heat(came, most.came)}`}>
        {volume === undefined ? (
          came
        ) : (
          <GoLink to={behind.counted(volume, { area: code })}>{came}</GoLink>
        )}
      </td>
      {shown.moved ? <td className="number quiet hide-narrow">{movedText(child)}</td> : null}
      <td className="number">
        <GoLink to={behind.open(code)}>{open}</GoLink>
      </td>
      {shown.late === undefined ? null : <LateCell {...{ child, most, view, behind }} />}
      {shown.everLate ? <td className="number hide-narrow">{everLateText(child)}</td> : null}
      {shown.shares.map(({ id, part }) => (
        <ShareCell
          key={`${id}-${part}`}
          share={child.shares.find((one) => one.id === id && one.part === part)}
        />
      ))}
    </tr>
  )
}

function LateCell({
  child,
  most,
  view,
  behind,
}: Pick<Props, 'child' | 'most' | 'view' | 'behind'>) {
  const { measures, stock } = view
  const late = lateOf(child)
  const area = child.code
  const to =
    stock.late === undefined && measures.late !== undefined
      ? behind.counted(measures.late, { area })
      : behind.late({ area })
  return (
    <td className={`number late-${heat(late, most.late)}`}>
      {late === 0 ? (
        '0'
      ) : (
        <GoLink className="clock-late" to={to}>
          {late}
        </GoLink>
      )}
    </td>
  )
}

function ShareCell({ share }: { readonly share: Child['shares'][number] | undefined }) {
  const small = share?.small === true
  return (
    <td className={small ? 'number quiet small hide-narrow' : 'number hide-narrow'}>
      {share === undefined ? '无' : shareText(share).replace('%', '')}
    </td>
  )
}

function everLateText({ base, everLate }: Child): string {
  if (base === 0) return '无'
  return base < 5 ? `基数小（${base}）` : percent(everLate / base)
}
