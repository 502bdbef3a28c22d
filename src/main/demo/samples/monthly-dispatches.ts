import type { Sample, SampleStep } from './sample.ts'
import { committees, ofYear, type Owner, streets } from './secretaries.ts'
import { demoUnits } from '../units.ts'

const words = [
  '三件事都已开工，楼栋党小组名册核对完',
  '停车位腾退受阻，请城管、交警现场会商',
  '两个样板小区做成，下月推开到八个',
  '回访满意率上升，反复诉求集中在两处',
  '经费已到位，活动场所月底启用',
  '年底前剩四件，逐件定人定日子',
] as const

const departments: readonly Owner[] = ['五华区民政局', '五华区城市管理局'].map((unit) => ({
  unit,
  area: demoUnits().find(({ name }) => name === unit)?.area ?? 530_102,
  secretary: { unit, role: 'head' },
  office: { unit: '五华区委组织部', role: 'clerk' },
}))

/** A year planned and taken up month by month; some months went by without. */
export const monthlyDispatchSamples: readonly Sample[] = [
  ...streets,
  ...committees,
  ...departments,
].map((owner, at) =>
  ofYear(owner, {
    kind: 'monthly-dispatch',
    command: 'plan',
    daysAgo: 172.3 - at * 0.2,
    data: {
      title: '年度党建重点任务',
      plan: '楼栋党小组实体运行、商圈联建、网格减负三件事，逐月过一遍，卡住的当月定办法',
    },
    steps: dispatches(owner, at),
  }),
)

function dispatches({ secretary }: Owner, at: number): readonly SampleStep[] {
  const gaps = words.map((_, month) => (at + month) % 7 === 6)
  return words.flatMap((one, month): readonly SampleStep[] => {
    if (gaps[month] === true) return []
    const after = gaps[month - 1] === true ? 58 : 29
    return [
      { command: 'dispatch', by: secretary, after: month === 0 ? 1 : after, data: { words: one } },
    ]
  })
}
