import {
  type Home,
  homesIn,
  innerDistricts,
  isCity,
  type Organ,
  organs,
  workerOf,
} from './cobuild-places.ts'
import { type Matter, matterOf, matters } from './cobuild-words.ts'
import type { Sample, SampleStep, SampleValue } from './sample.ts'

const everyDay: SampleValue = ['1', '2', '3', '4', '5', '6', '0']
const sources = ['residents', 'grid', 'council', 'community']
const dayParts = ['morning', 'afternoon', 'evening']

/** A department of an inner district and the community whose need it took up. */
type Pair = {
  readonly organ: Organ
  readonly home: Home
  readonly matter: Matter
  readonly index: number
  readonly name: string
}

const pairs: readonly Pair[] = innerDistricts.flatMap((district, which) => {
  const homes = homesIn(district)
  const streets = which === 0 ? homes.filter(({ unit }) => unit.startsWith('华山街道')) : []
  const others = homes.filter((home) => !streets.includes(home))
  const own = organs.filter(({ area, type }) => area === district && type === 'department')
  return own.flatMap((organ, place) => {
    const home = [...streets, ...others][place]
    const index = which * 20 + place
    const matter = matterOf(organ)
    return home === undefined ? [] : [{ organ, home, matter, index, name: `cobuild-${index}` }]
  })
})

const by = ({ unit, role }: Organ) => ({ unit, role })

function needSample(home: Home, matter: Matter, at: { name?: string; daysAgo: number }): Sample {
  const { name, daysAgo } = at
  const turn = Math.floor(daysAgo)
  return {
    ...(name === undefined ? {} : { name }),
    kind: 'community-need',
    command: 'list',
    area: home.area,
    by: workerOf(home),
    daysAgo,
    data: {
      title: matter.need,
      topic: matter.topic,
      form: matter.form,
      detail: matter.detail,
      source: sources[turn % sources.length] ?? 'residents',
      wished: [dayParts[turn % dayParts.length] ?? 'morning'],
    },
  }
}

function resourceSample(
  organ: Organ,
  matter: Matter,
  at: { name: string; area: number; scope: number; daysAgo: number },
): Sample {
  return {
    name: at.name,
    kind: 'unit-resource',
    command: 'open',
    area: at.area,
    by: by(organ),
    daysAgo: at.daysAgo,
    data: {
      title: matter.resource,
      form: matter.form,
      topic: matter.topic,
      weekdays: everyDay,
      hours: matter.topic === 'culture' || matter.topic === 'parking' ? ['evening'] : dayParts,
      conditions: matter.conditions,
      scope: at.scope,
    },
  }
}

const needs = pairs.map(({ home, matter, index, name }) =>
  needSample(home, matter, { name: `${name}-need`, daysAgo: 120.4 - (index % 30) }),
)
const resources = pairs.map(({ organ, home, matter, index, name }) =>
  resourceSample(organ, matter, {
    name: `${name}-resource`,
    area: home.area,
    scope: organ.area,
    daysAgo: 119.4 - (index % 30),
  }),
)

/** Projects at every step: proposed, under way, delivered, judged by both. */
const projects: readonly Sample[] = pairs.map((pair) => ({
  name: `${pair.name}-project`,
  kind: 'cobuild-project',
  command: 'propose',
  area: pair.home.area,
  by: by(pair.organ),
  daysAgo: 117.4 - (pair.index % 30),
  data: {
    need: { sample: `${pair.name}-need` },
    resource: { sample: `${pair.name}-resource` },
  },
  steps: course(pair),
}))

function course(pair: Pair): readonly SampleStep[] {
  const { organ, home, matter, index } = pair
  const served = 60 + ((index * 53) % 340)
  const good = index % 6 === 2 ? 'fair' : 'good'
  const asked = 20 + (index % 15)
  const worker = workerOf(home)
  const steps: readonly (readonly SampleStep[])[] = [
    [{ command: 'confirm', by: worker, after: 2 }, ...agreed(pair)],
    [{ command: 'deliver', by: by(organ), after: 30, data: { delivered: matter.done, served } }],
    [
      { command: 'judge', by: worker, after: 3, data: { rating: good, words: matter.thanks } },
      {
        command: 'hearResidents',
        by: worker,
        after: 1,
        data: { asked, satisfied: asked - (index % 4) },
      },
      {
        command: 'judge',
        by: by(organ),
        after: 1,
        data: { rating: 'good', words: '社区组织得力' },
      },
    ],
  ]
  return steps.slice(0, Math.min(3, index % 7)).flat()
}

/** Every third pair signs an agreement, and tells of its first clause. */
function agreed({ organ, home, index, name }: Pair): readonly SampleStep[] {
  const agreement = `${name}-agreement`
  if (index % 3 !== 0) return []
  const worker = workerOf(home)
  const note = {
    clause: '1',
    outcome: index % 12 === 9 ? 'missed' : 'fulfilled',
    words: '按约定办',
  }
  return [
    {
      command: 'draftAgreement',
      by: worker,
      after: 1,
      opens: { kind: 'cobuild-agreement', name: agreement },
    },
    { command: 'sign', by: by(organ), after: 2, of: agreement },
    { command: 'noteClause', by: worker, after: 12, of: agreement, data: note },
  ]
}

/** What the city's own bodies open to every community, and nobody has taken up yet. */
const wide: readonly Sample[] = organs
  .filter(({ area, type }) => isCity(area) && type === 'department')
  .map((organ, index) => {
    const home = homesIn(innerDistricts[index % 4] ?? 0)[index]
    return resourceSample(organ, matterOf(organ), {
      name: `cobuild-wide-${index}`,
      area: home?.area ?? organ.area,
      scope: organ.area,
      daysAgo: 90.4 - index,
    })
  })

/** Needs that still wait, two in each street, some of them for long. */
const waiting: readonly Sample[] = innerDistricts.flatMap((district, which) =>
  homesIn(district)
    .slice(0, 24)
    .flatMap((home, place) => {
      const matter = matters[(place * 2 + which) % matters.length]
      if (matter === undefined) return []
      return [needSample(home, matter, { daysAgo: 3.4 + ((place * 11 + which * 5) % 62) })]
    }),
)

/** The rooms and teams that communities booked and used. */
const bookings: readonly Sample[] = pairs
  .filter(({ index }) => index % 2 === 0)
  .map(({ home, matter, index, name }) => ({
    kind: 'resource-booking',
    command: 'book',
    area: home.area,
    by: workerOf(home),
    daysAgo: 60.4 - (index % 25),
    data: {
      resource: { sample: `${name}-resource` },
      day: { daysAgo: 55 - (index % 25) },
      slot: 'evening',
      purpose: `${matter.resource}进社区`,
    },
    steps:
      index % 10 === 8
        ? [{ command: 'cancel', by: workerOf(home), after: 2, data: { reason: '居民时间不合' } }]
        : [
            {
              command: 'noteUse',
              by: workerOf(home),
              after: 6,
              data: { people: 15 + (index % 30), rating: 'good', words: '按约定用完归位' },
            },
          ],
  }))

export const marketSamples: readonly Sample[] = [
  ...needs,
  ...resources,
  ...projects,
  ...wide,
  ...waiting,
  ...bookings,
]
