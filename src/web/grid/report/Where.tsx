import { useState } from 'react'
import { BackLink } from '../parts/BackLink.tsx'
import { Page } from '../parts/Page.tsx'
import { Unread } from '../parts/Unread.tsx'
import { go } from '../route.ts'
import { reads } from '../work/read-ahead.ts'
import { useMe, useReading } from '../work/use-work.ts'
import type { Draft } from './draft.ts'
import { PlanChoice } from './PlanView.tsx'
import { type Area, areasIn, isCommunity } from './places.ts'
import { planOf } from './plan.ts'
import { useDraft } from './use-draft.ts'
import { useRecent } from './use-recent.ts'

type Place = Pick<Draft, 'area' | 'areaName' | 'grid' | 'gridName' | 'point'>

/** The second tap: where it is. Never where the phone is. */
export function Where({ id }: { readonly id?: string | undefined }) {
  const { post } = useMe()
  const { draft, change } = useDraft(id)
  const [picked, setPicked] = useState<Area>()
  const own = isCommunity(post.area)
    ? { code: post.area, name: post.unit, level: 'community' }
    : picked
  const recent = useRecent('grid')
  const choose = async (place: Place) => {
    await change({ grid: undefined, gridName: undefined, point: undefined, ...place })
    if (place.grid !== undefined) await recent.use(String(place.grid))
    go({ page: 'send', ...(id === undefined ? {} : { id }) })
  }
  return (
    <Page
      title="在哪里？"
      above={
        <>
          <BackLink to={{ page: 'report' }} />
          <p className="step">第 2 步，共 3 步 · {draft?.categoryName}</p>
        </>
      }
    >
      {own === undefined ? (
        <Communities under={post.area} pick={setPicked} />
      ) : (
        <Grids community={own} draft={draft} used={recent.used} choose={choose} />
      )}
    </Page>
  )
}

type GridsProps = {
  readonly community: Area
  readonly draft: Draft | undefined
  readonly used: readonly string[]
  readonly choose: (place: Place) => Promise<void>
}

function Grids({ community, draft, used, choose }: GridsProps) {
  const below = useReading(reads.below(community.code))
  const grids = areasIn(below.read?.body).filter(({ level }) => level === 'grid')
  const place = { area: community.code, areaName: community.name }
  const inGrid = ({ code, name }: { code: number; name: string }, point?: string) =>
    void choose({ ...place, grid: code, gridName: name, ...(point === undefined ? {} : { point }) })
  const order = (code: number) => {
    const at = used.indexOf(String(code))
    return at < 0 ? used.length : at
  }
  const sorted = grids.toSorted((a, b) => order(a.code) - order(b.code) || a.code - b.code)
  return (
    <>
      {grids.length === 0 && below.read === undefined && <Unread reading={below} what="网格" />}
      <div className="tiles">
        {sorted.map((grid) => (
          <button
            key={grid.code}
            type="button"
            className="button tile"
            aria-pressed={draft?.grid === grid.code}
            onClick={() => inGrid(grid)}
          >
            {grid.name}
          </button>
        ))}
        <button type="button" className="button tile" onClick={() => void choose(place)}>
          {grids.length === 0 ? community.name : '说不准在哪个网格'}
        </button>
      </div>
      {grids.length > 0 && (
        <section aria-labelledby="plan">
          <h2 id="plan">也可以在图上点</h2>
          <PlanChoice
            plan={planOf(grids)}
            grid={draft?.grid}
            point={draft?.point}
            onPoint={inGrid}
          />
        </section>
      )}
    </>
  )
}

type CommunitiesProps = { readonly under: number; readonly pick: (area: Area) => void }

/** Whose unit is above the communities says first in which one. */
function Communities({ under, pick }: CommunitiesProps) {
  const below = useReading(reads.below(under))
  const areas = areasIn(below.read?.body)
  if (areas.length === 0) return <Unread reading={below} what="社区" />
  return (
    <div className="tiles">
      {areas.map((area) => (
        <button key={area.code} type="button" className="button tile" onClick={() => pick(area)}>
          {area.name}
        </button>
      ))}
    </div>
  )
}
