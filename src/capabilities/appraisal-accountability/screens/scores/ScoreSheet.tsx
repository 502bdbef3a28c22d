import type { ReactNode } from 'react'
import { useAddress } from '../../../../web/api/use-address.ts'
import { PictureButton } from '../../../../web/indicators/PictureButton.tsx'
import { SheetButtons } from '../../../../web/lists/SheetButtons.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { Adopt } from './Adopt.tsx'
import type { Basis } from './basis.ts'
import { triedIn } from './chosen-basis.ts'
import { asDrawn, movedSince } from './drawn.ts'
import { Exclusions } from './Exclusions.tsx'
import { pictureOf } from './picture.ts'
import { ScoreTable } from './ScoreTable.tsx'
import { scoredOf, withPlace } from './scored.ts'
import { itemsParam, useReadings } from './use-scores.ts'
import type { Chosen, ScoresView } from './view.ts'
import { changedItems, changesIn, codeOf, itemsWith } from './what-if.ts'
import { WhatIf } from './WhatIf.tsx'
import { sentenceOf } from './words.ts'

/** One round, result or sheet: the units on one axis, what stands behind each point, what is tried. */
export function ScoreSheet({
  view,
  chosen,
  basis,
  isTrial,
  choices,
  starts,
}: {
  readonly view: ScoresView
  readonly chosen: Chosen
  readonly basis: Basis
  readonly isTrial: boolean
  readonly choices: ReactNode
  readonly starts: ReactNode
}) {
  const { values, set } = useAddress()
  const requests = requestsIn(view, basis)
  const out = isTrial ? triedIn(values['out']) : []
  const changes = isTrial ? changesIn(values['w']) : {}
  const tried: Basis = { ...basis, items: itemsWith(basis.items, changes) }
  const { data, error, refetch } = useReadings(basis)
  const less = useReadings(out.length === 0 ? undefined : basis, out.join(','))
  const { drawn, smallest } = chosen
  const before = data && asDrawn(data, { drawn, items: basis.items, smallest })
  const after = data && asDrawn(data, { drawn, items: basis.items, smallest, less: less.data })
  const isChanged = changedItems(basis.items, changes).length > 0 || out.length > 0
  const was = before && withPlace(scoredOf(before, basis.items), chosen.places)
  const now = after && isChanged ? withPlace(scoredOf(after, tried.items), undefined) : was
  const days = `${basis.from} 至 ${basis.to}`
  const params = {
    units: basis.units.join(','),
    from: basis.from,
    to: basis.to,
    items: itemsParam(tried),
    name: `${chosen.title}${isChanged ? '-试算' : ''}`,
    ...(out.length === 0 ? {} : { without: out.join(',') }),
    id: chosen.id,
  }
  return (
    <PageFrame
      title="评分"
      sub={
        <>
          {chosen.title}
          {chosen.title.includes(basis.from) ? '' : ` · ${days}`}{' '}
          <StateTag tone={stateTone(chosen)}>{chosen.stateLabel}</StateTag>{' '}
          <GoLink className="no-print" to={`/r/${chosen.id}`}>
            {chosen.number}
          </GoLink>
        </>
      }
      extra={
        <>
          {starts}
          <SheetButtons path="/api/scores/export" params={params} />
        </>
      }
    >
      {choices}
      {isTrial ? (
        <WhatIf
          items={basis.items}
          changes={changes}
          set={(next) => set({ w: codeOf(next) }, { replace: true })}
        >
          <Adopt
            chosen={chosen}
            items={tried.items}
            changed={changedItems(basis.items, changes).map(
              (item) => itemsWith([item], changes)[0] ?? item,
            )}
          />
        </WhatIf>
      ) : null}
      {basis.units.length === 0 || basis.items.length === 0 ? (
        <div className="sheet">
          <Empty
            says={
              basis.items.length === 0 ? '评分表里还没有评分项' : '这张评分表评的单位里没有您能看的'
            }
          />
        </div>
      ) : null}
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {less.error === null ? null : <ErrorBox error={less.error} />}
      {data === undefined && error === null && basis.units.length > 0 && basis.items.length > 0 ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : null}
      {now === undefined || after === undefined || data === undefined ? null : (
        <>
          <div className="row spread score-sentence">
            <p className="overview-sentence">{sentenceOf(now)}</p>
            <PictureButton
              picture={pictureOf(now, { title: chosen.title, days, demo: data.demo })}
              name={chosen.title}
            />
          </div>
          <Moved count={movedSince(data, drawn, basis.items)} />
          <ScoreTable
            view={after}
            now={now}
            before={isChanged ? was : undefined}
            results={chosen.results}
            open={Number(values['unit'] ?? 0) || undefined}
            onOpen={(unit) => set({ unit: unit === undefined ? undefined : String(unit) })}
          />
          <Exclusions
            requests={requests}
            tried={new Set(out)}
            set={isTrial ? (ids) => set({ out: ids.join(',') }) : undefined}
          />
        </>
      )}
    </PageFrame>
  )
}

function Moved({ count }: { readonly count: number }) {
  return count === 0 ? null : (
    <p className="quiet small">
      取数之后有 {count} 个数又有变化；这里按取数时的数，更正或重新取数后才变。
    </p>
  )
}

/** Requests about units that are shown, whose case lies in the days that are scored. */
function requestsIn({ requests }: ScoresView, { units, from, to }: Basis) {
  return requests.filter((one) => units.includes(one.unit) && one.from <= to && one.to >= from)
}
