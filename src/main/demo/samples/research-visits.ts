import type { Sample, SampleData, SampleStep, Who } from './sample.ts'

const organisation: Who = { unit: '五华区委组织部', role: 'clerk' }

type Visit = {
  readonly unit: string
  readonly title: string
  readonly ago: number
  readonly how: 'unannounced' | 'announced'
  readonly sort?: 'research' | 'supervision'
  readonly found?: readonly string[]
}

const visits: readonly Visit[] = [
  {
    unit: '华山街道办事处',
    title: '看小区党支部作用发挥',
    ago: 40,
    how: 'unannounced',
    found: ['两个小区党支部半年没有活动'],
  },
  {
    unit: '普吉街道办事处',
    title: '看网格员减负情况',
    ago: 38,
    how: 'unannounced',
    found: ['网格员仍在填报三套表', '走访记录与系统不一致'],
  },
  { unit: '西翥街道办事处', title: '看村改社区党组织运行', ago: 35, how: 'announced', found: [] },
  {
    unit: '五华区住房和城乡建设局',
    title: '物业行业党建推进情况',
    ago: 33,
    how: 'announced',
    sort: 'supervision',
    found: ['行业党委没有召开过季度例会'],
  },
  { unit: '护国街道办事处', title: '看商圈党群服务站', ago: 3, how: 'unannounced' },
]

/** Visits before a district's meeting; the last is still to come and unknown where it goes. */
export const researchVisitSamples: readonly Sample[] = visits.map((visit) => ({
  kind: 'research-visit',
  command: 'plan',
  area: 530_102,
  by: organisation,
  daysAgo: visit.ago,
  data: dataOf(visit),
  steps: stepsOf(visit),
}))

function dataOf({ unit, title, how, sort = 'research', ago, found }: Visit): SampleData {
  const plannedOn = { daysAgo: found === undefined ? -4 : ago - 5 }
  return { title, year: 2026, unit: { unit }, method: how, sort, plannedOn }
}

function stepsOf({ ago, found }: Visit): readonly SampleStep[] {
  if (found === undefined) return []
  const data = { visitedOn: { daysAgo: ago - 5 }, found: '实地查看，随机走访居民和网格员' }
  return [
    { command: 'finish', by: organisation, after: 5, data },
    ...found.map((problem) => ({
      command: 'nameProblem',
      by: organisation,
      after: 0.5,
      data: { problem },
    })),
  ]
}
