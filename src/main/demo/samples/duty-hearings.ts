import type { Sample, SampleStep, Who } from './sample.ts'

type Leadership = {
  readonly area: string
  readonly office: Who
  readonly members: readonly Who[]
  readonly departments: readonly string[]
}

const leaderships: readonly Leadership[] = [
  {
    area: '昆明市',
    office: { unit: '市委组织部', role: 'clerk' },
    members: [
      { unit: '昆明市人民政府', role: 'leader' },
      { unit: '昆明市人民政府', role: 'head' },
      { unit: '中共昆明市委员会', role: 'leader' },
    ],
    departments: [
      '市住房和城乡建设局',
      '市城市管理局',
      '市市场监督管理局',
      '市生态环境局',
      '市水务局',
      '市卫生健康委员会',
      '市教育体育局',
      '市民政局',
      '市人力资源和社会保障局',
      '市交通运输局',
      '市应急管理局',
      '市司法局',
    ],
  },
  ...['五华区', '盘龙区'].map((area): Leadership => ({
    area,
    office: { unit: `${area}委组织部`, role: 'clerk' },
    members: [
      { unit: `${area}人民政府`, role: 'leader' },
      { unit: `中共${area}委员会`, role: 'leader' },
    ],
    departments: ['城市管理局', '市场监督管理局', '水务局', '民政局', '司法局'].map(
      (name) => `${area}${name}`,
    ),
  })),
]

/** Who hears whom this year: most were heard, some reported, some not yet. */
export const dutyHearingSamples: readonly Sample[] = leaderships.flatMap(
  ({ area, office, members, departments }) =>
    departments.flatMap((department, at) => {
      const member = members[at % members.length]
      return member === undefined ? [] : [hearing({ area, office, member, department }, at)]
    }),
)

function hearing(
  given: {
    readonly area: string
    readonly office: Who
    readonly member: Who
    readonly department: string
  },
  at: number,
): Sample {
  const { area, office, member, department } = given
  const daysAgo = 140.3 - at * 0.5
  return {
    kind: 'duty-hearing',
    command: 'assign',
    area,
    by: office,
    daysAgo,
    data: {
      year: { yearAgo: daysAgo },
      department: { unit: department },
      memberUnit: { unit: member.unit },
    },
    steps: at % 5 === 4 ? [] : reported(department, member, at),
  }
}

function reported(department: string, member: Who, at: number): readonly SampleStep[] {
  const report: SampleStep = {
    command: 'report',
    by: { unit: department, role: 'head' },
    after: 40 + at,
    data: { report: '支部建在科室，窗口设党员岗；问题是二级单位支部活动少，下一步结对带一带' },
  }
  if (at % 5 === 3) return [report]
  return [
    report,
    { command: 'undertake', by: member, after: 3 },
    {
      command: 'hear',
      by: member,
      after: 9,
      data: { comment: '窗口做得实；二级单位支部要有人管，年底前看到活动' },
    },
    { command: 'listMatter', by: member, after: 0.1, data: { matter: '两个二级单位支部恢复活动' } },
    ...(at % 2 === 0
      ? [
          {
            command: 'finishMatter',
            by: member,
            after: 40,
            data: { matter: '两个支部已连续两个月开展活动' },
          },
        ]
      : []),
  ]
}
