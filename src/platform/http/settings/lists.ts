import { readSettings, writeSetting } from '../../world/settings.ts'
import { type ListItem, listShape } from '../../world/city-state.ts'
import { neighbourList } from '../../courier/neighbours.ts'
import { invalid } from '../errors.ts'
import { type Change, type Section, type SettingsAt, text, texts } from './section.ts'

const names: Readonly<Record<string, string>> = {
  categories: '诉求类别',
  grounds: '不予受理情形',
  domains: '牵头单位',
  blocks: '职责板块',
}

export function listLabel(name: string): string {
  return names[name] ?? name
}

/** One list of choices as a table of its own. */
export function listSection(name: string): Section {
  return {
    name: `lists/${name}`,
    label: listLabel(name),
    fields: {
      value: { type: 'code', label: '代码', required: true, max: 40 },
      label: { type: 'text', label: '名称', required: true, max: 60 },
      parent: { type: 'code', label: '上级代码', max: 40 },
      limitClass: { type: 'code', label: '时限类别', max: 20 },
      turnTo: { type: 'text', label: '建议渠道', max: 200 },
      keywords: { type: 'choices', label: '关键词', max: 60 },
    },
    columns: ['value', 'label', 'parent', 'limitClass', 'turnTo', 'keywords'],
    cityOnly: true,
    key: 'value',
    rows: async ({ state }) =>
      (state.lists[name] ?? []).map((item) => ({
        id: item.value,
        values: { ...item },
        text: {
          value: item.value,
          label: item.label,
          parent: item.parent ?? '',
          limitClass: item.limitClass ?? '',
          turnTo: item.turnTo ?? '',
          keywords: (item.keywords ?? []).join('、'),
        },
        parent: item.parent,
      })),
    write: (at, change) => writeItem(at, name, change),
  }
}

/** Choices are replaced whole, as a new version of their list; a value once used keeps its label
 *  in old versions only, so removing one is for lists of the future. */
async function writeItem(at: SettingsAt, name: string, { values, end }: Change) {
  if (name === neighbourList) throw invalid('相邻城市在“相邻城市”里设置')
  const value = text(values['value'])
  if (value === '') throw invalid('请填写代码', { value: '请填写代码' })
  const settings = await readSettings(at.deps.db, at.state.city, `list:${name}`)
  const newest = settings.findLast((setting) => setting.name === `list:${name}`)?.value
  const read = listShape.safeParse(newest)
  const before: readonly ListItem[] = read.success ? read.data : []
  const optional = (key: string) => text(values[key]) || undefined
  const item: ListItem = {
    value,
    label: text(values['label']),
    parent: optional('parent'),
    limitClass: optional('limitClass'),
    turnTo: optional('turnTo'),
    keywords: texts(values['keywords']),
  }
  const known = before.some((one) => one.value === value)
  const after =
    end !== undefined
      ? before.filter((one) => one.value !== value)
      : known
        ? before.map((one) => (one.value === value ? item : one))
        : [...before, item]
  await writeSetting(at.deps.db, {
    city: at.state.city,
    name: `list:${name}`,
    version: at.deps.newId(),
    from: at.now,
    value: after,
    post: at.post.id,
    at: at.now,
  })
  return { id: value }
}
