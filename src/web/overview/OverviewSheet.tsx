import { useMe } from '../api/use-me.ts'
import { Empty } from '../look/Empty.tsx'
import { behindOf } from './behind-number.ts'
import { CategoryList } from './CategoryList.tsx'
import { ChildTable } from './ChildTable.tsx'
import { CountTable } from './CountTable.tsx'
import { Figures } from './Figures.tsx'
import { LateList } from './LateList.tsx'
import { OpenRows } from './OpenRows.tsx'
import type { PartProps } from './part-props.ts'
import { StateList } from './StateList.tsx'
import { TrendChart } from './TrendChart.tsx'
import { useListPath } from './use-list-path.ts'
import type { OverviewView } from './view.ts'
import { spanText } from './words.ts'

/** The numbers of one area, the large ones first; each leads to its list or one level down. */
export function OverviewSheet({
  view,
  compares,
  enter,
}: {
  readonly view: OverviewView
  readonly compares: boolean
  readonly enter: (code: number) => void
}) {
  const { today } = useMe()
  const behind = behindOf(useListPath(view.kind.name), view, today)
  const part: PartProps = { view, behind, compares }
  const { before } = view.period
  const isLowest = view.area.level === 'community' || view.area.level === 'grid'
  return (
    <>
      <p className="overview-sentence">{view.sentence}</p>
      {compares ? (
        <p className="quiet small">
          上一个同期：{spanText(before)}，天数相同、星期对齐
          {view.period.to === today && !view.period.runs ? '；今天还没过完，不计入比较' : ''}
        </p>
      ) : null}
      {view.seesAll ? null : (
        <p className="quiet small">数是全地区的；打开的清单只列您能查看的，可能少于这里的数。</p>
      )}
      <Figures {...part} />
      {isEmpty(view) ? (
        <div className="sheet">
          <Empty says={`${view.area.name}这段时间没有${view.kind.label}`}>
            可以换一个期间、地区或事项
          </Empty>
        </div>
      ) : (
        <>
          <div className="overview-columns">
            <div className="overview-wide">
              <TrendChart {...part} />
              <ChildTable {...part} enter={enter} />
              <CategoryList {...part} />
              {isLowest ? <CountTable {...part} /> : null}
            </div>
            <div className="overview-side">
              <StateList {...part} />
              <LateList {...part} />
              <CountTable {...part} />
            </div>
          </div>
          {isLowest ? <OpenRows {...part} /> : null}
        </>
      )}
    </>
  )
}

function isEmpty({ flows, cohorts, stock }: OverviewView): boolean {
  return stock.open === 0 && [...flows, ...cohorts].every(({ value }) => value === 0)
}
