import type { Instant } from '../../kernel/time.ts'
import { practiceIsOn, type World } from '../../kernel/world.ts'

/** Whose secretaries report: the category chooses the template. */
export const categories = [
  { value: 'district', label: '县（市、区）委书记' },
  { value: 'street', label: '乡镇（街道）党（工）委书记' },
  { value: 'community', label: '社区党组织书记' },
  { value: 'city', label: '市委书记' },
  { value: 'organ', label: '机关党组织书记' },
  { value: 'enterprise', label: '国有企业党组织书记' },
  { value: 'university', label: '高校党组织书记' },
  { value: 'hospital', label: '公立医院党组织书记' },
] as const

/** R049: secretaries of city, county and township committees are where the weight lies. */
export const focused: readonly string[] = ['city', 'district', 'street']

/** 首要、必述必评必考、一般: what must be told, commented on and rated. */
export const weights = [
  { value: 'first', label: '首要内容' },
  { value: 'must', label: '必述、必评、必考' },
  { value: 'general', label: '一般内容' },
] as const

export type Weight = (typeof weights)[number]['value']

/** Weights of what a report may not leave empty. */
export const required: readonly string[] = ['first', 'must']

/** Contents a template is made of, with the weight each begins with. */
export const contents = [
  content('theme', '主题教育开展情况', 'first'),
  content('instructions', '贯彻落实重要指示批示情况', 'must'),
  content('urban', '城市基层党建', 'must'),
  content('problems', '上年度述职评议问题整改', 'must'),
  content('promises', '公开承诺兑现情况', 'general'),
  content('projects', '书记领办项目', 'general'),
  content('response', '接诉即办', 'must'),
  content('demands', '高频诉求“一把手”工程', 'general'),
  content('deeds', '民生实事', 'general'),
  content('points', '书记联系点', 'general'),
  content('grassroots', '“四下基层”', 'general'),
  content('shortcomings', '问题短板整改', 'general'),
  content('actions', '专项行动', 'general'),
  content('tasks', '重大任务', 'general'),
  content('dispatch', '年初部署、每月调度', 'general'),
  content('pilot', '书记领航行动', 'must'),
  content('question', '必答题', 'must'),
  content('plan', '存在问题和下一步打算', 'must'),
  content('local', '本地内容', 'general'),
] as const

export const sorts = contents.map(({ value, label }) => ({ value, label }))

/** Contents that come with a way of working: where it is on, every report has them. */
const byPractice: readonly (readonly [string, string])[] = [
  ['response', 'swift-response'],
  ['pilot', 'secretary-project'],
  ['dispatch', 'monthly-dispatch'],
]

export function contentsOfPractices(world: World, at: Instant): readonly string[] {
  return byPractice.flatMap(([sort, practice]) => (practiceIsOn(world, practice, at) ? [sort] : []))
}

/** Added by questions, by local wishes, and by whoever attaches a major task to a report. */
const addedLater: readonly string[] = ['question', 'local', 'tasks']

/** What a template begins with unless somebody chooses: everything that stands on records, apart
 *  from what is added later and from ways of working that are not on. */
export function standardContents(world: World, at: Instant): readonly string[] {
  const on = contentsOfPractices(world, at)
  return contents
    .map(({ value }) => value)
    .filter((sort) => !addedLater.includes(sort))
    .filter((sort) => on.includes(sort) || !byPractice.some(([name]) => name === sort))
}

export function weightOf(sort: string): Weight {
  return contents.find(({ value }) => value === sort)?.weight ?? 'general'
}

export function labelOf(sort: string): string {
  return contents.find(({ value }) => value === sort)?.label ?? sort
}

function content<const V extends string>(value: V, label: string, weight: Weight) {
  return { value, label, weight }
}
