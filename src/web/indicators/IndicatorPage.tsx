import { useParams } from '@tanstack/react-router'
import { query } from '../api/client.ts'
import { useAddress } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import { SheetButtons } from '../lists/SheetButtons.tsx'
import { Empty } from '../look/Empty.tsx'
import { DataAge } from '../look/DataAge.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { Crumbs } from '../overview/Crumbs.tsx'
import { choiceIn } from './choice.ts'
import { Choices } from './Choices.tsx'
import { PartSheet } from './PartSheet.tsx'
import { useDetail, useMeanings } from './use-indicators.ts'
import type { Meaning } from './view.ts'
import '../overview/overview.css'
import './indicators.css'

/** One declared figure: its formula in words, its value with its base, and what stands behind it,
 *  from one's own area down to communities. */
export function IndicatorPage() {
  const { id = '' } = useParams({ strict: false })
  const { data: all, error, refetch } = useMeanings()
  const parts = all?.filter((one) => one.id === id)
  if (error !== null) return <ErrorBox error={error} retry={() => void refetch()} />
  if (parts === undefined)
    return (
      <PageFrame title="指标">
        <div className="sheet">
          <Waiting rows={10} />
        </div>
      </PageFrame>
    )
  const [first] = parts
  if (first === undefined)
    return (
      <PageFrame title="没有这项指标">
        <Empty says="地址里的指标不存在">
          <GoLink to="/indicators">看全部指标</GoLink>
        </Empty>
      </PageFrame>
    )
  return <Told key={id} id={id} first={first} parts={parts} />
}

function Told({
  id,
  first,
  parts,
}: {
  readonly id: string
  readonly first: Meaning
  readonly parts: readonly Meaning[]
}) {
  const me = useMe()
  const { path, values, set } = useAddress()
  const choice = choiceIn(values, first.period ?? 'month', me.today)
  const top = me.post.unit.area
  const area = Number(values['area'] ?? top)
  const asked = { id, area, from: choice.from, to: choice.to }
  const { data, error, refetch, isPlaceholderData } = useDetail(asked, choice.period)
  const enter = (code: number) => set({ area: code === top ? undefined : String(code) })
  const reach = (changes: Readonly<Record<string, string | undefined>>) =>
    path + query({ ...values, ...changes })
  return (
    <PageFrame
      title={parts.map(({ label }) => label).join('、')}
      sub={<Sub id={id} group={first.groupLabel} />}
      extra={
        <SheetButtons
          path={`/api/indicators/${encodeURIComponent(id)}/export`}
          params={{ area, from: choice.from, to: choice.to, period: choice.period }}
        />
      }
    >
      <div className="row spread overview-top">
        <Crumbs area={area} top={top} enter={enter} />
        <DataAge at={data?.dataAsOf} />
      </div>
      <Choices choice={choice} today={me.today} set={set} />
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={14} />
        </div>
      ) : null}
      {data?.figures.map((part) => (
        <PartSheet
          key={part.part ?? ''}
          {...{ view: data, part, asked, enter, reach }}
          period={choice.period}
          named={parts.length > 1}
          stale={isPlaceholderData}
        />
      ))}
    </PageFrame>
  )
}

function Sub({ id, group }: { readonly id: string; readonly group: string | undefined }) {
  return (
    <>
      {group === undefined ? id : `${id} · ${group}`}{' '}
      <GoLink className="no-print" to="/indicators">
        全部指标
      </GoLink>
    </>
  )
}
