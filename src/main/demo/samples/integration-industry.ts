import type { Sample, SampleStep } from './sample.ts'

/** System, the part of the department's name that follows the district's, consultations held. */
const systems = [
  ['城管', '城市管理局', 2],
  ['教育', '教育体育局', 1],
  ['卫生健康', '卫生健康局', 1],
  ['住建', '住房和城乡建设局', 1],
  ['民政', '民政局', 1],
  ['司法', '司法局', 1],
  ['人社', '人力资源和社会保障局', 1],
  ['交通运输', '交通运输局', 0],
  ['水务', '水务局', 1],
  ['市场监管', '市场监督管理局', 1],
  ['应急管理', '应急管理局', 0],
] as const

const lists: readonly Sample[] = systems.map(([system, department, talks], index) => ({
  kind: 'industry-duty',
  command: 'draft',
  area: 530_102,
  by: { unit: `五华区${department}`, role: 'clerk' },
  daysAgo: 80 - index,
  data: {
    title: `${system}系统与五华区属地党建责任清单`,
    system,
    territory: { unit: '中共五华区委员会' },
    industryDuties: '组织本系统单位到社区报到；认领项目；参加定期协商。',
    territoryDuties: '提供阵地和工作条件；通报需求；评价履行情况。',
  },
  steps: [
    { command: 'sign', by: { unit: '中共五华区委员会', role: 'leader' }, after: 4 },
    ...Array.from({ length: talks }, (_, talk): SampleStep => {
      const daysAgo = 80 - index - 4 - (talk + 1) * 20
      return {
        command: 'consult',
        by: { unit: `五华区${department}`, role: 'head' },
        after: 20,
        data: { consultedOn: { daysAgo }, outcome: '商定本季共同落实的事项和分工' },
      }
    }),
  ],
}))

const documents = ['projects', 'commitment', 'guidance'] as const
const titles = {
  projects: '组织本系统单位认领社区项目三个',
  commitment: '公开承诺：每季到社区现场解决问题',
  guidance: '基层党组织每月参加一次社区共建',
} as const

/** The lines of two industries: one has all three documents, the other lacks the guidance book. */
const lines: readonly Sample[] = (['五华区城市管理局', '五华区教育体育局'] as const).flatMap(
  (unit, index) =>
    documents
      .filter((sort) => index === 0 || sort !== 'guidance')
      .map((sort, place): Sample => ({
        kind: 'industry-document',
        command: 'publish',
        area: 530_102_001,
        by: { unit, role: 'clerk' },
        daysAgo: 60 - place,
        data: {
          title: titles[sort],
          sort,
          year: { yearAgo: 0 },
          territory: { unit: '华山街道文林社区' },
          points: 30 + place * 5,
          dueOn: { daysAgo: -15 },
        },
        steps:
          sort === 'guidance'
            ? []
            : [
                {
                  command: 'report',
                  by: { unit, role: 'clerk' },
                  after: 30,
                  data: { progress: '已组织六家单位参加' },
                },
                {
                  command: 'confirm',
                  by: { unit: '华山街道文林社区', role: 'secretary' },
                  after: 2,
                },
              ],
      })),
)

const sheets: readonly Sample[] = (['五华区城市管理局', '五华区教育体育局'] as const).map(
  (unit) => ({
    kind: 'industry-project-list',
    command: 'draw',
    area: 530_102,
    by: { unit: '五华区委组织部', role: 'clerk' },
    daysAgo: 12,
    data: { title: `${unit}行业党建考核表`, industry: { unit }, year: { yearAgo: 0 } },
  }),
)

/** Duty lists of eleven systems, lines of two industries' documents, and their sheets. */
export const industrySamples: readonly Sample[] = [...lists, ...lines, ...sheets]
