import { useAddress } from '../../../../web/api/use-address.ts'
import { PictureButton } from '../../../../web/indicators/PictureButton.tsx'
import type { Basis } from './basis.ts'
import { movedSince } from './moved.ts'
import { Exclusions } from './Exclusions.tsx'
import { pictureOf } from './picture.ts'
import { ScoreTable } from './ScoreTable.tsx'
import type { Tried } from './use-tried.ts'
import type { Chosen, ScoresView } from './view.ts'
import { sentenceOf, trialText } from './words.ts'

export type SheetProps = {
  readonly view: ScoresView
  readonly chosen: Chosen
  readonly basis: Basis
  readonly isTrial: boolean
}

/** What comes out: one sentence, the units on one axis, and the cases that are or may be left out. */
export function ScoreParts({
  view,
  chosen,
  basis,
  isTrial,
  tried,
}: SheetProps & { readonly tried: Tried }) {
  const { values, set } = useAddress()
  const { shown, today, isChanged, out } = tried
  if (shown === undefined || today === undefined) return null
  const days = `${basis.from} 至 ${basis.to}`
  return (
    <>
      <div className="row spread score-sentence">
        <p className="overview-sentence">{sentenceOf(shown.now)}</p>
        <PictureButton
          picture={pictureOf(shown.now, {
            title: `${chosen.title}${isChanged ? '（假设试算）' : ''}`,
            days,
            demo: today.demo,
          })}
          name={chosen.title}
        />
      </div>
      {isChanged ? (
        <p className="only-print">
          假设试算，不是公布的得分：{trialText(tried.changed, tried.changes, out)}
        </p>
      ) : null}
      <Moved count={movedSince(today, chosen.drawn, basis.items)} />
      <ScoreTable
        view={shown.view}
        now={shown.now}
        before={isChanged ? shown.was : undefined}
        results={chosen.results}
        open={Number(values['unit'] ?? 0) || undefined}
        onOpen={(unit) => set({ unit: unit === undefined ? undefined : String(unit) })}
      />
      <Exclusions
        requests={requestsIn(view, basis)}
        tried={new Set(out)}
        set={isTrial ? (ids) => set({ out: ids.join(',') }) : undefined}
      />
    </>
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
