import type { Sample } from './sample.ts'
import { type DemoStreet, demoStreets } from './street-by-district.ts'

const inner = demoStreets().filter(
  (one) => one.isStreet && one.inner && one.management !== undefined,
)
const affairs = [
  { name: '背街小巷环境整治', sort: 'order' },
  { name: '辖区口袋公园管护', sort: 'facility' },
  { name: '夜间烧烤摊区管理', sort: 'order' },
  { name: '老旧小区消防设施', sort: 'safety' },
]

/** Public affairs in the inner streets, one in six of them led by a department with its reason. */
export const areaSamples: readonly Sample[] = inner.map((street, index): Sample => {
  const management = { unit: street.management ?? '' }
  const affair = affairs[index % affairs.length] ?? { name: '公共事务', sort: 'other' }
  const led = index % 6 === 5 ? { lead: management, reason: '涉及多个街道的市政设施' } : {}
  const by = { unit: index % 6 === 5 ? management.unit : street.unit, role: 'head' } as const
  return {
    kind: 'area-integrated-management',
    command: 'register',
    area: street.area,
    by: { unit: street.unit, role: 'clerk' },
    daysAgo: 120 - index + 0.5,
    data: { ...affair, participants: { units: [management.unit] }, ...led },
    steps: [
      {
        command: 'review',
        by,
        after: 60,
        data: { words: '本季度巡查两轮，问题点位已销账，长效管护由社区网格接续。' },
      },
    ],
  }
})

const byDistrict = [...Map.groupBy(inner, ({ district }) => district).values()]

/** A plan in each inner district: streets heard, one not adopted with its reason, one still asked. */
export const planSamples: readonly Sample[] = byDistrict.flatMap((streets, index): Sample[] => {
  const [first, second, third] = streets
  if (first === undefined || second === undefined || third === undefined) return []
  const plan = (title: string, heard: readonly DemoStreet[], daysAgo: number): Sample => ({
    kind: 'planning-participation',
    command: 'send',
    area: first.district,
    by: { unit: first.government, role: 'clerk' },
    daysAgo,
    data: {
      title,
      stage: index % 2 === 0 ? 'making' : 'amending',
      content: '涉及街道的公共绿地、停车场和社区用房位置见附图。',
      affected: { units: heard.map(({ unit }) => unit) },
    },
  })
  const answers = (street: DemoStreet, conclusion: string, opinion: string) => ({
    command: `affected/${street.unit}/answer`,
    by: { unit: street.unit, role: 'head' } as const,
    after: 2,
    data: { conclusion, opinion },
  })
  const weighs = (street: DemoStreet, outcome: string, why: string) => ({
    command: `affected/${street.unit}/weigh`,
    by: { unit: first.government, role: 'clerk' } as const,
    after: 2,
    data: { outcome, why },
  })
  const clerk = { unit: first.government, role: 'clerk' } as const
  return [
    {
      ...plan('社区服务用房与口袋公园布点方案', [first, second], 80.6 - index),
      steps: [
        answers(first, 'change', '希望把社区食堂一并考虑。'),
        answers(second, 'object', '拟选地块是居民晾晒和停车的空地，建议另选。'),
        weighs(first, 'adopted', '已列入一层功能。'),
        weighs(second, 'notAdopted', '片区内没有其他可用地块，已增加临时停车位。'),
        { command: 'submit', by: clerk, after: 1 },
        { command: 'file', by: clerk, after: 20, data: { result: 'approved' } },
      ],
    },
    plan('沿街慢行系统改造方案', [second, third], 6.6),
  ]
})

const advice = [
  '建议在区级层面统一采购老旧小区消防维保服务，街道各自采购价高且标准不一。',
  '建议把辖区两处闲置厂房改作公共停车场，缓解周边停车难。',
  '建议明确无物业小区污水管网维修的资金渠道。',
]

/** Advice of streets to their district: adopted and followed, declined with a reason, and unanswered. */
export const adviceSamples: readonly Sample[] = byDistrict.flatMap((streets) =>
  streets.slice(0, 3).map((street, index): Sample => {
    const leader = { unit: street.government, role: 'leader' } as const
    const clerk = { unit: street.government, role: 'clerk' } as const
    const answered = (outcome: string, why: string) => [
      { command: 'receive', by: clerk, after: 2 },
      { command: 'answer', by: leader, after: 9, data: { outcome, why } },
    ]
    const progress = { progress: '已完成现场踏勘，列入下一批改造。' }
    return {
      kind: 'major-matter-advice',
      command: 'advise',
      area: street.area,
      by: { unit: street.unit, role: 'secretary' },
      daysAgo: 90 - index * 20 + 0.5,
      data: {
        matter: advice[index] ?? '',
        addressee: { unit: street.government },
      },
      steps:
        index === 0
          ? [
              ...answered('adopted', '由区住建部门牵头统一采购。'),
              { command: 'report', by: clerk, after: 20, data: progress },
            ]
          : index === 1
            ? answered('notAdopted', '两处厂房已列入更新单元，停车需求在更新方案中解决。')
            : [],
    }
  }),
)
