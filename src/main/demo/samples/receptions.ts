import type { Sample, SampleStep, Who } from './sample.ts'
import { demoStreets, type DemoStreet } from './street-by-district.ts'

type Demand = {
  readonly detail: string
  readonly category: string
  readonly answer: string
}

const demands: readonly Demand[] = [
  {
    detail: '单元门口垃圾桶早上八点就满了，希望增加一次清运。',
    category: '0101',
    answer: '已与清运公司商定早高峰增加一次清运，连续一周查看没有满溢。',
  },
  {
    detail: '小区后门路面落叶多，雨天老人容易滑倒。',
    category: '0102',
    answer: '已调整保洁时段，雨天增加一次清扫，并设防滑提示。',
  },
  {
    detail: '巷口垃圾收运点气味大，希望挪远一点。',
    category: '0101',
    answer: '收运点已移到巷尾围挡内，每天冲洗，居民代表看过。',
  },
]

const sorts = ['reception', 'visit', 'onSite'] as const
const titles = { reception: '书记接待日', visit: '下访走访', onSite: '现场办公' } as const
const host = (street: DemoStreet): Who => ({ unit: street.unit, role: 'clerk' })

const streets = demoStreets().filter(({ inner }, index) => inner && index % 3 === 0)

/** Receptions in streets of the four inner districts: over, under way, and announced. */
export const receptionSamples: readonly Sample[] = streets.flatMap((street, index) => {
  const daysAgo = index % 8 === 7 ? 1 : 30 + ((index * 17) % 120)
  return [reception(street, index, daysAgo), ...raisedAt(street, index, daysAgo)]
})

function reception(street: DemoStreet, index: number, daysAgo: number): Sample {
  const sort = sorts[index % sorts.length] ?? 'reception'
  const isAhead = daysAgo === 1
  return {
    name: nameOf(street),
    kind: 'field-reception',
    command: 'announce',
    area: street.area,
    by: host(street),
    daysAgo: daysAgo + 3.4,
    data: {
      title: titles[sort],
      sort,
      leader: '街道党工委书记',
      onDay: { daysAgo: isAhead ? -4 : daysAgo },
      hours: '09:00—11:30',
      spot: '街道党群服务中心一楼',
    },
    steps: isAhead ? [] : held(street, index),
  }
}

function held(street: DemoStreet, index: number): readonly SampleStep[] {
  const attend = [3, 2, 5, 4].map((people, turn) => ({
    command: 'attend',
    by: host(street),
    after: 0.01,
    data: { people: people + ((index + turn) % 3) },
  }))
  const conclude: SampleStep = {
    command: 'conclude',
    by: host(street),
    after: 0.1,
    data: { summary: '来访多为环境卫生和停车，能当场答复的当场答复，其余转入接诉即办。' },
  }
  return [{ command: 'begin', by: host(street), after: 3 }, ...attend, conclude]
}

/** What was asked for there: two appeals each, most of them answered and closed since. */
function raisedAt(street: DemoStreet, index: number, daysAgo: number): readonly Sample[] {
  if (daysAgo === 1) return []
  return [0, 1].map((turn) => {
    const demand = demands[(index + turn) % demands.length]
    return {
      kind: 'resident-appeal',
      command: 'receive',
      area: street.area,
      by: host(street),
      daysAgo: daysAgo + 0.37 - turn * 0.01,
      data: {
        reception: { sample: nameOf(street) },
        detail: demand?.detail ?? '',
        category: demand?.category ?? '',
      },
      steps: turn === 1 && index % 4 === 3 ? [] : handled(street, demand),
    }
  })
}

function handled(street: DemoStreet, demand: Demand | undefined): readonly SampleStep[] {
  const district = street.committee.replace(/^中共/, '').replace(/委员会$/, '')
  const desk: Who = { unit: `${district}诉求处置中心`, role: 'dispatcher' }
  // In half of the demo city's streets the head sees answers before they go out.
  const approve: SampleStep = {
    command: 'approve',
    by: { unit: street.unit, role: 'head' },
    after: 0.2,
  }
  return [
    {
      command: 'dispatch',
      by: desk,
      after: 0.05,
      data: {
        lead: { unit: street.unit },
        category: demand?.category ?? '',
        limitClass: 'general',
      },
    },
    { command: 'sign', by: host(street), after: 0.05 },
    { command: 'contact', by: host(street), after: 0.1, data: { how: 'visit' } },
    {
      command: 'submitAnswer',
      by: host(street),
      after: 3,
      data: { publicAnswer: demand?.answer ?? '' },
    },
    ...(street.area % 2 === 1 ? [approve] : []),
  ]
}

function nameOf(street: DemoStreet): string {
  return `reception-${street.unit}`
}
