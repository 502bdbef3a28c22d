import { demoUnits } from '../units.ts'
import type { Sample, SampleStep } from './sample.ts'
import { demoStreets } from './street-by-district.ts'

const inner = demoStreets().filter(
  (one) => one.isStreet && one.inner && one.management !== undefined,
)
const arbiters = new Map(
  demoUnits().flatMap(({ type, area, name }) => (type === 'arbiter' ? [[area, name]] : [])),
)
const plaques = [
  '食品安全工作站',
  '节水宣传站',
  '网格化管理分中心',
  '应急物资前置点',
  '城市管理工作站',
]

/** Plaques asked of the inner streets: lawful ones stay, breaches are cleared, some are still open. */
export const plaqueSamples: readonly Sample[] = inner.map((street, index): Sample => {
  const arbiter = { unit: arbiters.get(street.district) ?? '', role: 'arbiter' } as const
  const head = { unit: street.unit, role: 'head' } as const
  const answer = { answer: '没有法规依据，限期摘牌，由部门与街道共用窗口。' }
  const cleared: readonly SampleStep[] = [
    { command: 'order', by: arbiter, after: 4, data: answer },
    { command: 'remove', by: head, after: 9 },
    { command: 'verify', by: arbiter, after: 3 },
  ]
  const lawful = { legalBasis: 'local', provision: '第九条' }
  return {
    kind: 'counterpart-and-plaque-ban',
    command: 'register',
    area: street.area,
    by: { unit: street.unit, role: 'clerk' },
    daysAgo: 140 - ((index * 17) % 130) + 0.5,
    data: {
      name: plaques[index % plaques.length] ?? '',
      sort: index % 4 === 0 ? 'body' : 'plaque',
      demander: { unit: street.management ?? '' },
      ...(index % 5 === 0 ? lawful : {}),
    },
    steps: index % 5 === 0 ? [] : cleared.slice(0, [3, 3, 1, 0][index % 4]),
  }
})

const withOffices = inner.filter(({ unit }) =>
  demoUnits().some(({ name }) => name === `${unit.replace('办事处', '')}综合行政执法队`),
)

/** The four platforms of some streets, and matters in them. */
export const platformSamples: readonly Sample[] = withOffices
  .slice(0, 8)
  .flatMap((street, index) => {
    const office = (name: string) => ({ unit: `${street.unit.replace('办事处', '')}${name}` })
    const clerk = { unit: street.unit, role: 'clerk' } as const
    const enforcement = office('综合行政执法队')
    const matter = (platform: string, words: string, daysAgo: number): Sample => ({
      kind: 'platform-matter',
      command: 'route',
      area: street.area,
      by: { unit: street.unit, role: 'dispatcher' },
      daysAgo: daysAgo + 0.5,
      data: {
        set: { sample: `platforms ${street.unit}` },
        platform,
        matter: words,
        partners: { units: [street.management ?? ''] },
      },
      steps:
        daysAgo < 8
          ? []
          : [
              {
                command: 'finish',
                by: clerk,
                after: 4,
                data: { result: '已现场处理并回访商户。' },
              },
            ],
    })
    return [
      {
        name: `platforms ${street.unit}`,
        kind: 'four-platforms',
        command: 'establish',
        area: street.area,
        by: clerk,
        daysAgo: 110 - index + 0.5,
        data: {
          safety: office('平安建设办公室'),
          safetyPeople: 8 + (index % 4),
          market: { unit: street.management ?? '' },
          marketPeople: 4,
          enforcement,
          enforcementPeople: 12 + (index % 5),
          service: office('民生保障办公室'),
          servicePeople: 6,
        },
      },
      matter('enforcement', '店外经营影响通行，需连续巡查。', 60 - index),
      matter('service', '高龄津贴集中受理，窗口排队较长。', 3),
    ]
  })

const items = [
  { item: '占用人行道摆摊设点', area: 'city', law: '《城市市容和环境卫生管理条例》' },
  { item: '随意倾倒、抛撒垃圾', area: 'city', law: '《城市生活垃圾管理办法》' },
  { item: '露天焚烧产生烟尘的物质', area: 'ecology', law: '《中华人民共和国大气污染防治法》' },
  { item: '占用、堵塞疏散通道', area: 'safety', law: '《中华人民共和国消防法》' },
]

/** Penalty items handed over one after the other, and how many cases streets had under them. */
export const penaltySamples: readonly Sample[] = withOffices
  .slice(0, 8)
  .flatMap((street, index) => {
    const clerk = { unit: street.unit, role: 'clerk' } as const
    const given = items.slice(0, 2 + (index % 3))
    return [
      {
        kind: 'enforcement-team',
        command: 'register',
        area: street.area,
        by: clerk,
        daysAgo: 160.5 - index,
        data: {
          name: `${street.unit.replace('办事处', '')}综合行政执法队`,
          unit: { unit: `${street.unit.replace('办事处', '')}综合行政执法队` },
          officers: 5 + (index % 4),
          helpers: 10 + index,
        },
      },
      ...given.flatMap((one, place) =>
        handedOver({
          street,
          index,
          item: one,
          place,
          isLast: place === given.length - 1 && index % 2 === 1,
        }),
      ),
    ]
  })

type Handover = {
  readonly street: (typeof withOffices)[number]
  readonly index: number
  readonly item: (typeof items)[number]
  readonly place: number
  readonly isLast: boolean
}

/** One item handed over, and the counts of two months unless it is the newest. */
function handedOver({ street, index, item, place, isLast }: Handover): readonly Sample[] {
  const clerk = { unit: street.unit, role: 'clerk' } as const
  const from = { unit: street.management ?? '', role: 'head' } as const
  const name = `penalty ${place} ${street.unit}`
  const daysAgo = 140 - place * 25 - index + 0.5
  const assess: SampleStep = {
    command: 'assess',
    by: { unit: street.unit, role: 'head' },
    after: 6,
    data: { finding: 'carries', words: '持证人员已到位' },
  }
  return [
    {
      name,
      kind: 'penalty-delegation',
      command: 'propose',
      area: street.area,
      by: { unit: street.management ?? '', role: 'clerk' },
      daysAgo,
      data: item,
      steps: [
        {
          command: 'handOver',
          by: from,
          after: 3,
          data: { document: `区政发〔2026〕${40 + place}号`, handedOn: { daysAgo: 100 } },
        },
        ...(isLast ? [] : [assess]),
      ],
    },
    ...(isLast
      ? []
      : [2, 1].map((monthsAgo, later): Sample => ({
          kind: 'penalty-count',
          command: 'count',
          area: street.area,
          by: clerk,
          daysAgo: 20.5 - later - place / 24,
          data: {
            handover: { sample: name },
            month: { monthsAgo },
            cases: (index * 3 + place * 5) % 14,
          },
        }))),
  ]
}
