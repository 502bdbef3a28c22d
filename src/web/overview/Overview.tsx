import { useAddress } from '../api/use-address.ts'
import { useDirectory } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { useKeys } from '../keys/use-keys.ts'
import { SheetButtons } from '../lists/SheetButtons.tsx'
import { LiveMark } from '../live/LiveMark.tsx'
import { DataAge } from '../look/DataAge.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { Choices } from './Choices.tsx'
import { choiceIn, presets } from './choice.ts'
import { Crumbs } from './Crumbs.tsx'
import { OverviewSheet } from './OverviewSheet.tsx'
import { Reorganised } from './Reorganised.tsx'
import { useOverview } from './use-overview.ts'
import './overview.css'

/** Where it hurts, since when, and the list behind any number, from the city down to communities. */
export function Overview() {
  const me = useMe()
  const directory = useDirectory()
  const { values, set } = useAddress()
  const { preset, span } = choiceIn(values, me.today)
  const area = Number(values['area'] ?? me.post.unit.area)
  const kind = values['kind']
  const asked = { area, ...span, kind, compare: values['compare'], as: values['as'] }
  const { data, error, refetch, isPlaceholderData } = useOverview(asked)
  const compares = values['compare'] !== '0'
  const enter = (code: number) =>
    set({ area: code === me.post.unit.area ? undefined : String(code) })
  const above = area === me.post.unit.area ? undefined : directory.areas.get(area)?.parent
  useKeys({
    ...Object.fromEntries(
      presets.map(({ name }, at) => [
        String(at + 1),
        () => set({ period: name, from: undefined, to: undefined }),
      ]),
    ),
    u: () => (above === undefined ? undefined : enter(above)),
  })
  return (
    <PageFrame
      title="一屏"
      sub={<span className="hide-narrow no-print">1–4 换期间 · U 到上一级</span>}
      extra={<SheetButtons path="/api/overview/export" params={asked} />}
    >
      <div className="row spread overview-top">
        <Crumbs area={area} top={me.post.unit.area} enter={enter} />
        <span className="row">
          <DataAge at={data?.dataAsOf} />
          <LiveMark />
        </span>
      </div>
      <Choices
        kinds={data?.kinds ?? []}
        kind={data?.kind.name ?? kind}
        {...{ preset, span, set, compares }}
      />
      <Reorganised reorganised={data?.reorganised} set={set} />
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={14} />
        </div>
      ) : null}
      {data === undefined ? null : (
        <div
          className={isPlaceholderData ? 'overview stale' : 'overview'}
          aria-busy={isPlaceholderData}
        >
          <OverviewSheet view={data} compares={compares} enter={enter} />
        </div>
      )}
    </PageFrame>
  )
}
