import type { Cover, Covered, Having, Indicator } from '../../../kernel/indicator.ts'
import type { World } from '../../../kernel/world.ts'

const kind = 'duty-hearing'
const shared = { systems: ['one-post-two-duties'], unit: '%', goal: 'up', version: '1' } as const
const heard: readonly Having[] = [{ kind, measures: ['heard'], atLeast: 1 }]

/** R045: departments heard over all departments, whether or not anybody was told to hear them. */
const ofCity: Cover = { of: { units: 'department' }, only: isOfCity }
const ofDistricts: Cover = {
  of: { units: 'department' },
  only: (one, world) => !isOfCity(one, world),
}

/** N25, and how far the year's arrangements are carried out. */
export const hearingIndicators: readonly Indicator[] = [
  {
    ...coverage(ofCity, '市级部门'),
    part: 'city',
    references: [{ value: 1, asOf: '2023', place: '天津', words: '市级部门述职评议考核全覆盖' }],
  },
  { ...coverage(ofDistricts, '区级部门'), part: 'district' },
  {
    ...shared,
    id: 'duty-hearing-done',
    label: '班子成员听取述职完成率',
    formula: '已听取的 ÷ 安排听取的（按安排之日）',
    numerator: [{ kind, measure: 'heard', weight: 1 }],
    denominator: [{ kind, measure: 'assigned', weight: 1 }],
    by: 'cohort',
    period: 'year',
    basis: '一岗双责',
  },
]

function coverage(cover: Cover, who: string): Indicator {
  return {
    ...shared,
    id: 'N25',
    label: `${who}述职评议覆盖率`,
    formula: `本年已由班子成员听取述职的${who} ÷ 全部${who}`,
    numerator: [{ covered: { ...cover, having: heard }, weight: 1 }],
    denominator: [{ covered: cover, weight: 1 }],
    by: 'cohort',
    period: 'year',
    basis: '到年底全部部门听取一遍',
  }
}

function isOfCity({ unit }: Covered, { directory }: World): boolean {
  return unit?.area === directory.city
}
