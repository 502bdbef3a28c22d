import { Segmented } from 'antd'
import type { Address } from '../api/use-address.ts'
import type { OverviewView } from './view.ts'

/** Only where a reorganisation touches what is shown: whether the past is told as areas are cut
 *  today or by the codes of its time, and what of it cannot be told. */
export function Reorganised({
  reorganised,
  set,
}: {
  readonly reorganised: OverviewView['reorganised']
  readonly set: Address['set']
}) {
  if (reorganised === undefined) return null
  const { as, added, taken, divided } = reorganised
  const said = [
    ...(as === 'now' && added.length > 0 ? [`含${added.join('、')}的历史`] : []),
    ...(as === 'now' && taken.length > 0 ? [`不含已划出的${taken.join('、')}`] : []),
    ...(as === 'now' && divided.length > 0
      ? [
          `${divided.join('、')}拆分前没有落到社区的，以及按类别和匿名评价统计的，不能分到现在的地区，未计入`,
        ]
      : []),
    ...(as === 'was' ? ['按事项发生时的区划代码统计'] : []),
  ]
  return (
    <div className="row overview-cut">
      <Segmented<string>
        aria-label="区划口径"
        size="small"
        value={as}
        options={[
          { value: 'now', label: '按现区划' },
          { value: 'was', label: '按当时区划' },
        ]}
        onChange={(next) => set({ as: next === 'now' ? undefined : next })}
      />
      <span className="quiet small">{said.join('；')}</span>
    </div>
  )
}
