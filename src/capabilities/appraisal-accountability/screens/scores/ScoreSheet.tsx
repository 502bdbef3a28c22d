import type { ReactNode } from 'react'
import { useAddress } from '../../../../web/api/use-address.ts'
import { SheetButtons } from '../../../../web/lists/SheetButtons.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { Adopt } from './Adopt.tsx'
import type { Basis } from './basis.ts'
import { Begin } from './Begin.tsx'
import { ScoreParts, type SheetProps } from './ScoreParts.tsx'
import { itemsParam } from './use-scores.ts'
import { type Tried, useTried } from './use-tried.ts'
import type { Chosen } from './view.ts'
import { codeOf, itemsWith } from './what-if.ts'
import { WhatIf } from './WhatIf.tsx'

/** One round, result or sheet: what it is, what is tried of it, and what comes out. */
export function ScoreSheet({ choices, ...props }: SheetProps & { readonly choices: ReactNode }) {
  const { chosen, basis, isTrial } = props
  const { set } = useAddress()
  const tried = useTried(chosen, basis, isTrial)
  const { changes, changed, error } = tried
  const nothing = nothingToShow(basis)
  return (
    <PageFrame
      title="评分"
      sub={<Sub chosen={chosen} basis={basis} />}
      extra={
        <>
          <Begin />
          <SheetButtons path="/api/scores/export" params={exportParams(chosen, basis, tried)} />
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
          <Adopt chosen={chosen} items={tried.items} changed={itemsWith(changed, changes)} />
        </WhatIf>
      ) : null}
      {nothing === undefined ? null : (
        <div className="sheet">
          <Empty says={nothing} />
        </div>
      )}
      {error === null ? null : <ErrorBox error={error} retry={tried.retry} />}
      {tried.shown === undefined && error === null && nothing === undefined ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : null}
      {nothing === undefined ? <ScoreParts {...props} tried={tried} /> : null}
    </PageFrame>
  )
}

function Sub({ chosen, basis }: { readonly chosen: Chosen; readonly basis: Basis }) {
  return (
    <>
      {chosen.title}
      {chosen.title.includes(basis.from) ? '' : ` · ${basis.from} 至 ${basis.to}`}{' '}
      <StateTag tone={stateTone(chosen)}>{chosen.stateLabel}</StateTag>{' '}
      <GoLink className="no-print" to={`/r/${chosen.id}`}>
        {chosen.number}
      </GoLink>
    </>
  )
}

function nothingToShow({ items, units }: Basis): string | undefined {
  if (items.length === 0) return '评分表里还没有评分项'
  return units.length === 0 ? '这张评分表评的单位里没有您能看的' : undefined
}

function exportParams(chosen: Chosen, basis: Basis, { items, isChanged, out }: Tried) {
  return {
    id: chosen.id,
    units: basis.units.join(','),
    from: basis.from,
    to: basis.to,
    items: itemsParam({ items }),
    name: `${chosen.title}${isChanged ? '-试算' : ''}`,
    without: out.join(','),
  }
}
