import { matterOf } from './cobuild-words.ts'
import {
  type Home,
  homesIn,
  innerDistricts,
  isCity,
  type Organ,
  organs,
  workerOf,
} from './cobuild-places.ts'
import type { Sample, SampleStep } from './sample.ts'

/** Of a hundred organs so many have reported in and begun to keep what they promised. */
const KEEPING = 93
const CONFIRMED = 96
/** Those that tell how many members they have, in the demo's own district: so many that their
 *  hours may be told. */
const COUNTED = 12
const MEMBERS = 6

const counted = new Set(
  organs
    .filter(({ area }) => area === innerDistricts[0])
    .slice(0, COUNTED)
    .map(({ unit }) => unit),
)

/** Nearly all organs report in, each to a community of its own district. */
export const reportSamples: readonly Sample[] = organs.map((organ, index) => {
  const home = homeOf(organ, index)
  const matter = matterOf(organ)
  const fate = (index * 37) % 100
  return {
    kind: 'unit-report-in',
    command: 'report',
    area: home.area,
    by: { unit: organ.unit, role: organ.role },
    daysAgo: 168.4 - ((index * 7) % 40),
    data: {
      community: { unit: home.unit },
      promise1: matter.promise,
      ...(index % 3 === 0 ? { promise2: '参加社区议事，帮助协调一件难事' } : {}),
      ...(counted.has(organ.unit) ? { members: MEMBERS } : {}),
    },
    steps: [...reported(home, fate), ...(fate < KEEPING ? kept(organ, home, index) : [])],
  }
})

function reported(home: Home, fate: number): readonly SampleStep[] {
  return fate < CONFIRMED ? [{ command: 'confirm', by: workerOf(home), after: 2 }] : []
}

function kept(organ: Organ, home: Home, index: number): readonly SampleStep[] {
  const by = { unit: organ.unit, role: organ.role }
  const progress = matterOf(organ).kept
  const steps: readonly SampleStep[] = [
    { command: 'tellProgress', by, after: 20, data: { promise: '1', progress } },
    {
      command: 'tellProgress',
      by,
      after: 45,
      data: { promise: '1', progress: `${progress}，已形成惯例`, isKept: true },
    },
    {
      command: 'evaluate',
      by: workerOf(home),
      after: 30,
      data: { rating: index % 7 === 0 ? 'fair' : 'good', words: '说到做到，居民认得' },
    },
  ]
  return steps.slice(0, 1 + (index % 3))
}

function homeOf({ area }: Organ, index: number): Home {
  const district = isCity(area) ? (innerDistricts[index % innerDistricts.length] ?? 0) : area
  const homes = homesIn(district)
  const home = homes[(index * 5) % homes.length]
  if (home === undefined) throw new Error(`no community in ${district}`)
  return home
}

const promises = ['周末教老人用手机', '参加楼院巡查', '帮孩子辅导作业', '应急时到社区值守']
const sorts = ['skill', 'volunteer', 'skill', 'emergency'] as const

/** Members of those units where they live; what they did is kept in hours. */
export const memberSamples: readonly Sample[] = [...counted].flatMap((unit, which) =>
  Array.from({ length: MEMBERS }, (_, place) => memberSample(unit, which * MEMBERS + place)),
)

function memberSample(unit: string, index: number): Sample {
  const homes = homesIn(innerDistricts[index % 2 === 0 ? 0 : 1] ?? 0)
  const home = homes[(index * 3) % homes.length]
  if (home === undefined) throw new Error('no community')
  const by = workerOf(home)
  const sort = sorts[index % sorts.length] ?? 'volunteer'
  const isServing = index % 12 !== 11
  return {
    kind: 'member-report-in',
    command: 'register',
    area: home.area,
    by,
    daysAgo: 150.4 - index,
    data: {
      unit: { unit },
      promise: promises[index % promises.length] ?? '',
      member: { contact: 'invented' },
    },
    steps: isServing
      ? [
          { command: 'confirm', by, after: 1 },
          { command: 'noteService', by, after: 25, data: { sort, hours: 2 + (index % 3) } },
          {
            command: 'noteService',
            by,
            after: 30,
            data: { sort: 'volunteer', hours: 1 + (index % 4) },
          },
        ]
      : [],
  }
}

/** Two units that have drawn their year up: one is issued, the other waits for its head. */
export const balanceSamples: readonly Sample[] = [
  ['五华区城市管理局', true],
  ['五华区卫生健康局', false],
].map(([unit, isIssued]) => ({
  kind: 'unit-balance',
  command: 'draw',
  area: '五华区',
  by: { unit: String(unit), role: 'clerk' },
  daysAgo: 6.4,
  steps:
    isIssued === true
      ? [
          {
            command: 'issue',
            by: { unit: String(unit), role: 'head' },
            after: 3,
            data: { outlook: '清运车再开放一个上午，志愿队扩到二十人。' },
          },
        ]
      : [],
}))
