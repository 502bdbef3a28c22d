import type { ReactNode } from 'react'
import { GoLink } from '../look/GoLink.tsx'
import type { PartProps } from './part-props.ts'
import { Spark } from './Spark.tsx'
import type { Share } from './view.ts'
import { comparedText, pointsText, shareText } from './words.ts'

/** The few figures that matter, each with how it moved. */
export function Figures(part: PartProps) {
  const { view, behind, compares } = part
  const { flows, cohorts, stock, measures, period, trend, shares } = view
  const others = flows.filter(({ name }) => name !== measures.late && name !== measures.volume)
  const volume = [...flows, ...cohorts].filter(({ name }) => name === measures.volume)
  const shown = [...volume, ...others].slice(0, 2)
  return (
    <ul className="overview-figures">
      {shown.map((count) => (
        <Figure
          key={count.name}
          label={count.label}
          to={behind.counted(count.name)}
          value={count.value}
          note={compares ? comparedText(count, period.runs) : undefined}
        >
          <Spark values={trend.map((point) => point.flows[count.name] ?? 0)} />
        </Figure>
      ))}
      <Figure
        label="在办"
        to={behind.open()}
        value={stock.open}
        note={
          compares ? comparedText({ whole: stock.open, before: stock.before }, false) : undefined
        }
      >
        <Spark values={trend.map(({ open }) => open)} />
      </Figure>
      <LateFigure {...part} />
      {shares.map((share) => (
        <ShareFigure key={`${share.id}-${share.part}`} share={share} part={part} />
      ))}
    </ul>
  )
}

/** What is late now; of a past period, what ran late in it. */
function LateFigure({ view, behind, compares }: PartProps) {
  const { flows, stock, measures, period, trend } = view
  const late = flows.find(({ name }) => name === measures.late)
  const spark =
    late === undefined ? null : (
      <Spark late values={trend.map((point) => point.flows[late.name] ?? 0)} />
    )
  if (stock.late !== undefined)
    return (
      <Figure
        label="已超时"
        late={stock.late > 0}
        to={behind.late()}
        value={stock.late}
        note={late === undefined ? undefined : `期间新超时 ${late.value}`}
      >
        {spark}
      </Figure>
    )
  return late === undefined ? null : (
    <Figure
      label="期间新超时"
      late={late.value > 0}
      to={behind.counted(late.name)}
      value={late.value}
      note={compares ? comparedText(late, period.runs) : undefined}
    >
      {spark}
    </Figure>
  )
}

function ShareFigure({ share, part }: { readonly share: Share; readonly part: PartProps }) {
  const moved = part.compares ? pointsText(share, share.before) : undefined
  const isTold = share.value !== undefined && !share.small
  return (
    <li className="overview-figure" title={`${share.formula}。${share.basis}`}>
      <span className="quiet">{share.label}</span>
      <b className={isTold ? 'overview-value' : 'overview-untold'}>{shareText(share)}</b>
      <span className="quiet small">
        {isTold ? <Base share={share} part={part} /> : null}
        {share.band === undefined ? null : <span> {share.band.words}</span>}
      </span>
      {moved === undefined ? null : <span className="quiet small">{moved}</span>}
    </li>
  )
}

function Base({ share, part }: { readonly share: Share; readonly part: PartProps }) {
  const words = `基数 ${share.base}${share.by === 'month' ? '，按整月计' : ''}`
  return share.of === undefined ? (
    <>{words}</>
  ) : (
    <GoLink to={part.behind.counted(share.of)}>{words}</GoLink>
  )
}

function Figure({
  label,
  value,
  to,
  note,
  late = false,
  children,
}: {
  readonly label: string
  readonly value: number
  readonly to: string
  readonly note?: string | undefined
  readonly late?: boolean
  readonly children?: ReactNode
}) {
  return (
    <li className="overview-figure">
      <span className="quiet">{label}（件）</span>
      <span className="row spread overview-number">
        <GoLink to={to} aria-label={`${label} ${value} 件，打开清单`}>
          <b className={late ? 'overview-value clock-late' : 'overview-value'}>{value}</b>
        </GoLink>
        {children}
      </span>
      {note === undefined ? null : <span className="quiet small">{note}</span>}
    </li>
  )
}
