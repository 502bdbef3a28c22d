import type { Sample, SampleStep } from './sample.ts'
import { type DemoStreet, demoStreets } from './street-by-district.ts'

const inner = demoStreets().filter((street) => street.inner && street.management !== undefined)
const districts = [...Map.groupBy(inner, ({ district }) => district).values()]

/** The year's plan of each inner district, what was carried out under it, and what nobody approved. */
export const inspectionSamples: readonly Sample[] = [
  ...districts.flatMap((streets) => planned(streets)),
  ...inner.flatMap((street, index) => [
    visit(street, { daysAgo: 70 - (index % 30) + 0.4, approved: true }),
    ...(index % 3 === 0
      ? [visit(street, { daysAgo: 30 - (index % 20) + 0.4, approved: true })]
      : []),
    ...(index % 8 === 0
      ? [visit(street, { daysAgo: 24 - (index % 15) + 0.5, approved: false })]
      : []),
  ]),
  ...applications(),
]

function signs({ committee, government }: DemoStreet): readonly SampleStep[] {
  return [committee, government].map((unit) => ({
    command: `approver/${unit}/agree`,
    by: { unit, role: 'leader' },
    after: 1,
  }))
}

function planned(streets: readonly DemoStreet[]): readonly Sample[] {
  const [one] = streets
  if (one?.management === undefined) return []
  return [
    {
      name: `plan ${one.district}`,
      kind: 'inspection-plan',
      command: 'propose',
      area: one.district,
      by: { unit: one.government, role: 'clerk' },
      daysAgo: 160.3,
      data: {
        matter: '生活垃圾分类年度考核',
        year: 2026,
        department: { unit: one.management },
        basis: '《城市生活垃圾管理办法》',
        content: '投放点管理、分类收运、居民知晓情况',
        streets: { units: streets.map(({ unit }) => unit) },
        beginsOn: { daysAgo: 150 },
        endsOn: { daysAgo: -180 },
      },
      steps: signs(one),
    },
  ]
}

function visit(
  street: DemoStreet,
  { daysAgo, approved }: { readonly daysAgo: number; readonly approved: boolean },
): Sample {
  const by = { unit: street.management ?? '', role: 'clerk' } as const
  const data = { result: '整体情况良好，两处投放点需要补充标识。' }
  const declines = { unit: street.unit, role: 'head' } as const
  return {
    kind: 'street-inspection',
    command: 'announce',
    area: street.area,
    by,
    daysAgo,
    data: {
      matter: approved ? '生活垃圾分类考核' : '市容台账抽查',
      street: { unit: street.unit },
      visitOn: { daysAgo: Math.floor(daysAgo) - 4 },
      ...(approved ? { plan: { sample: `plan ${street.district}` } } : {}),
    },
    steps: approved
      ? [{ command: 'carryOut', by, after: 3.1, data }]
      : [{ command: 'decline', by: declines, after: 0.6 }],
  }
}

function applications(): readonly Sample[] {
  const street = inner.find(({ unit }) => unit === '华山街道办事处')
  if (street === undefined) return []
  const apply = (name: string, unit: string, daysAgo: number): Omit<Sample, 'steps'> => ({
    kind: 'street-inspection-approval',
    command: 'apply',
    area: '五华区',
    by: { unit, role: 'clerk' },
    daysAgo,
    data: {
      name,
      matters: [name],
      basis: '上级专项工作通知',
      content: '现场查看两处点位，不另要材料',
      streets: { units: ['华山街道办事处', '护国街道办事处'] },
      beginsOn: { daysAgo: Math.floor(daysAgo) - 8 },
      endsOn: { daysAgo: -20 },
    },
  })
  return [
    { ...apply('汛前地下空间检查', '五华区应急管理局', 34.3), steps: signs(street) },
    {
      ...apply('社区食堂食品安全检查', '五华区市场监督管理局', 6.3),
      steps: signs(street).slice(0, 1),
    },
    {
      ...apply('节前物业台账检查', '五华区住房和城乡建设局', 52.3),
      steps: [
        {
          command: `approver/${street.committee}/disagree`,
          by: { unit: street.committee, role: 'leader' },
          after: 2,
          data: { note: '与年度计划中的检查重复，并入后不再单独开展。' },
        },
      ],
    },
  ]
}

/** Two indicators, each bound to a duty, and what came of appraising three streets by one of them. */
export const appraisalSamples: readonly Sample[] = [
  {
    kind: 'appraisal-indicator',
    command: 'set',
    area: '五华区',
    by: { unit: '五华区委组织部', role: 'clerk' },
    daysAgo: 90.3,
    data: {
      name: '背街小巷清扫保洁',
      dutyItem: { duty: '3.3' },
      weight: 10,
      method: '看群众诉求办理和现场情况，不要台账',
    },
    steps: [
      {
        command: 'appraise',
        by: { unit: '五华区委组织部', role: 'clerk' },
        after: 10,
        data: {
          streets: { units: ['华山街道办事处', '护国街道办事处', '大观街道办事处'] },
          from: { daysAgo: 170 },
          to: { daysAgo: 81 },
        },
        opens: { kind: 'street-appraisal', name: 'appraised street' },
      },
      {
        command: 'judge',
        of: 'appraised street',
        by: { unit: '五华区委组织部', role: 'clerk' },
        after: 5,
        data: { grade: 'fair', comment: '整体较好，夜间保洁还可以加强。' },
      },
    ],
  },
  {
    kind: 'appraisal-indicator',
    command: 'set',
    area: '五华区',
    by: { unit: '五华区委组织部', role: 'clerk' },
    daysAgo: 89.3,
    data: {
      name: '邻里矛盾排查调解',
      dutyItem: { duty: '2.1' },
      weight: 15,
      method: '看调解成功情况和群众评价',
    },
  },
]
