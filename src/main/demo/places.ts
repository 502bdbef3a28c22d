import { between, fill, pick, type Random } from './random.ts'

export type SpotKind = 'home' | 'street' | 'any'

export type Surroundings = {
  /** Short names: 华山街道, 翠湖西路社区 or 官庄村. */
  readonly street: string
  readonly community: string
  /** Where exactly; invented when absent. Given, a second resident can tell of the same place. */
  readonly spot?: string
}

const ESTATES = [
  '{name}家园',
  '{name}小区',
  '{name}花园',
  '{name}苑',
  '{name}里',
  '{name}雅居',
  '{name}南院',
  '{name}北苑',
  '{name}新居',
  '{name}安置房',
]
const HOMES = [
  '{estate}{n}幢',
  '{estate}{n}幢{m}单元',
  '{estate}{n}栋',
  '{estate}',
  '{estate}{n}幢{m}楼',
  '{name}{side}巷{number}号院',
]
const STREETS = [
  '{estate}东门',
  '{estate}北门',
  '{name}{side}巷口',
  '{name}{side}巷{number}号',
  '{name}农贸市场',
  '{name}小学路口',
  '{name}公交站',
  '{name}{side}街{number}号',
]
const VILLAGE_HOMES = [
  '{name}{n}组',
  '{name}老村',
  '{name}新村{m}排',
  '{name}村委会后面',
  '{name}{n}组{m}巷',
]
const VILLAGE_STREETS = [
  '{name}{n}组村口',
  '{name}村委会门口',
  '{name}大沟',
  '{name}活动室门口',
  '{name}进村路上',
  '{name}小学门口',
  '{name}{n}组晒场',
]

/** Some communities are named after an institution; lanes and estates are not called so. */
const LONGEST_LANE_NAME = 6
const GENERIC_NAMES = ['职工', '团结', '幸福', '文化', '新兴']

/** An invented place inside a community, built on its name as real lanes and estates are. */
export function inventSpot(random: Random, community: string, kind: SpotKind): string {
  const rural = community.endsWith('村')
  const own = community.replace(/(?:社区|生活区|村)$/, '') || community
  const name = own.length > LONGEST_LANE_NAME ? pick(random, GENERIC_NAMES) : own
  return fill(pick(random, choicesOf(rural, kind)), {
    name,
    estate: fill(pick(random, ESTATES), { name }),
    n: String(between(random, 1, rural ? 9 : 26)),
    m: String(between(random, 1, 4)),
    side: pick(random, ['东', '西', '南', '北', '前', '后', '中']),
    number: String(between(random, 2, 168)),
  })
}

function choicesOf(rural: boolean, kind: SpotKind): readonly string[] {
  const homes = rural ? VILLAGE_HOMES : HOMES
  const streets = rural ? VILLAGE_STREETS : STREETS
  if (kind === 'any') return [...homes, ...streets]
  return kind === 'home' ? homes : streets
}
