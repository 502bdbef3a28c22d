import type { CategoryLeaf, LimitClass, Purpose } from './categories.ts'
import { FRAME_ROWS, QUESTION_FRAMES, SUGGESTION_FRAMES } from './frame-rows.ts'
import { inventSpot, type SpotKind, type Surroundings } from './places.ts'
import { fill, pick, type Random } from './random.ts'
import { SCENE_ROWS } from './scene-rows.ts'
import { tableRows } from './table.ts'

export type AppealText = {
  readonly title: string
  readonly detail: string
  /** Where it is, inside the community: what a second appeal about the same must name again. */
  readonly spot: string
  readonly purpose: Purpose
}

type Scene = { readonly matter: string; readonly tellings: readonly string[] }

const scenes: ReadonlyMap<string, Scene> = new Map(
  tableRows(SCENE_ROWS, 3).map(([code = '', matter = '', tellings = '']) => [
    code,
    { matter, tellings: tellings.split('/').map((telling) => telling.trim()) },
  ]),
)

const frames: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(tableRows(FRAME_ROWS, 2), ([group = '']) => group)].map(([group, rows]) => [
    group,
    rows.map(([, frame = '']) => frame),
  ]),
)

const SINCE: Readonly<Record<LimitClass, readonly string[]>> = {
  urgent: ['就是刚才的事', '今天早上发现的', '不到一个小时', '昨晚下班回来看到的'],
  utility: ['从昨晚到现在', '今天一早开始的', '已经第二天了', '前天下午起就这样'],
  general: ['快两个星期了', '从上个月到现在', '已经好几天了', '有一段时间了', '前后半个多月了'],
  complex: ['拖了大半年', '前后快两年了', '去年就反映过', '几任负责人都说在研究'],
}

const HOME_GROUPS = new Set(['02', '04', '05', '06', '16', '18', '19', '20'])
const STREET_GROUPS = new Set(['01', '03', '07', '08', '09', '10', '11'])

const TITLES: Readonly<Record<Purpose, readonly string[]>> = {
  咨询: ['咨询{matter}', '咨询{matter}的问题', '关于{matter}的咨询', '想了解{matter}的规定'],
  求助: ['{spot}{matter}', '{matter}问题请求帮助', '{community}{matter}问题'],
  投诉: [
    '反映{spot}{matter}的问题',
    '投诉{matter}',
    '{community}{matter}',
    '{matter}多次反映没有解决',
  ],
  举报: ['举报{spot}{matter}', '{matter}请核查', '{spot}{matter}请查处'],
  建议: ['关于{matter}的建议', '对{matter}的一点建议', '{community}居民关于{matter}的建议'],
}

/** A telling that speaks of its own time needs no second one. */
const TIMED = /[年月天周次]|刚|正|一直|半夜|凌晨/

/** How a resident of a place might put an appeal of this category: everyday words, never twice alike. */
export function appealText(random: Random, leaf: CategoryLeaf, around: Surroundings): AppealText {
  const scene = scenes.get(leaf.code)
  if (scene === undefined) throw new Error(`nothing is told of ${leaf.code} ${leaf.name}`)
  const telling = pick(random, scene.tellings)
  const spot = around.spot ?? inventSpot(random, around.community, spotKind(leaf))
  const purpose = purposeOf(random, leaf, telling)
  const places = { spot, community: around.community, street: around.street }
  return {
    title: fill(pick(random, TITLES[purpose]), { ...places, matter: scene.matter }),
    detail: fill(frameFor(random, leaf, { telling, purpose }), {
      ...places,
      fact: telling.replace(/^[?!]/, ''),
      since: pick(random, SINCE[leaf.limitClass]),
    }),
    spot,
    purpose,
  }
}

function frameFor(
  random: Random,
  leaf: CategoryLeaf,
  { telling, purpose }: { readonly telling: string; readonly purpose: Purpose },
): string {
  const frame = pick(random, framesOf(leaf, purpose))
  return TIMED.test(telling) ? frame.replace('，{since}', '') : frame
}

function framesOf(leaf: CategoryLeaf, purpose: Purpose): readonly string[] {
  if (purpose === '咨询') return QUESTION_FRAMES
  return purpose === '建议' ? SUGGESTION_FRAMES : (frames.get(leaf.parent) ?? [])
}

function purposeOf(random: Random, leaf: CategoryLeaf, telling: string): Purpose {
  if (telling.startsWith('?')) return '咨询'
  if (telling.startsWith('!')) return '建议'
  return pick(
    random,
    leaf.purposes.filter((purpose) => purpose !== '咨询' && purpose !== '建议'),
  )
}

function spotKind(leaf: CategoryLeaf): SpotKind {
  if (HOME_GROUPS.has(leaf.parent)) return 'home'
  return STREET_GROUPS.has(leaf.parent) ? 'street' : 'any'
}
