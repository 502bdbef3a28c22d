import { between, fill, pick, type Random } from './random.ts'

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
  '{name}片区安置房',
]
const SPOTS = [
  '{estate}{n}幢',
  '{estate}{n}幢{m}单元',
  '{estate}{n}栋楼下',
  '{estate}东门',
  '{estate}北门门口',
  '{estate}中庭',
  '{name}{side}巷{number}号',
  '{name}{side}巷口',
  '{name}农贸市场旁边',
  '{name}小学对面',
  '{name}公交站旁',
]
const VILLAGE_SPOTS = [
  '{name}{n}组',
  '{name}{n}组村口',
  '{name}老村',
  '{name}新村{m}排',
  '{name}村委会旁边',
  '{name}水沟边',
  '{name}活动室门口',
  '{name}进村路上',
  '{name}小学门口',
  '{name}{n}组晒场边',
]

/** An invented place inside a community, built on its name as real lanes and estates are. */
export function inventSpot(random: Random, community: string): string {
  const rural = community.endsWith('村')
  const name = community.replace(/(?:社区|生活区|村)$/, '') || community
  return fill(pick(random, rural ? VILLAGE_SPOTS : SPOTS), {
    name,
    estate: fill(pick(random, ESTATES), { name }),
    n: String(between(random, 1, rural ? 9 : 26)),
    m: String(between(random, 1, 4)),
    side: pick(random, ['东', '西', '南', '北', '前', '后', '中']),
    number: String(between(random, 2, 168)),
  })
}
