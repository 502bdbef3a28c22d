import { invalid, notAllowed } from '../errors.ts'
import { reachesUnit } from './scope.ts'
import { type Section, type SettingsAt, text, texts } from './section.ts'

/** Answers that units begin from: everyone's, or one unit's own. */
export const templates: Section = {
  name: 'templates',
  label: '答复模板',
  fields: {
    id: { type: 'code', label: '模板编号', help: '新增时不填' },
    name: { type: 'text', label: '名称', required: true, max: 40 },
    text: { type: 'long', label: '内容', required: true, max: 2000 },
    categories: { type: 'choices', label: '适用类别', options: 'categories', max: 40 },
    unit: { type: 'unit', label: '专用单位', help: '不填为通用' },
  },
  columns: ['name', 'categories', 'unit', 'text'],
  cityOnly: false,
  key: 'id',
  rows: async (at) => {
    const rows = await at.deps.db.read
      .selectFrom('template')
      .selectAll()
      .where('city', '=', at.state.city)
      .orderBy('name')
      .execute()
    const list = at.state.lists['categories'] ?? []
    return rows
      .filter(({ unit }) => unit === null || reachesUnit(at, unit))
      .map(({ id, name, text: words, unit, field }) => {
        const categories = field.split(' ').slice(1)
        return {
          id,
          values: { id, name, text: words, categories, unit },
          text: {
            id,
            name,
            text: words,
            categories: categories
              .map((one) => list.find((item) => item.value === one)?.label ?? one)
              .join('、'),
            unit: unit === null ? '通用' : (at.state.world.directory.units.get(unit)?.name ?? ''),
          },
        }
      })
  },
  write: async (at, { id, values, end }) => {
    const unit = typeof values['unit'] === 'number' ? values['unit'] : null
    if (!at.isCity && (unit === null || !reachesUnit(at, unit)))
      throw invalid('区级管理员只能设置本区单位的模板', { unit: '请选择本区的单位' })
    if (id !== undefined) await mustReachTemplate(at, id)
    const own = id ?? at.deps.newId()
    const { city } = at.state
    if (end !== undefined) {
      await at.deps.db.read
        .deleteFrom('template')
        .where('city', '=', city)
        .where('id', '=', own)
        .execute()
      return { id: own }
    }
    const row = {
      unit,
      kind: at.deps.residents.kind,
      field: [at.deps.residents.answer, ...texts(values['categories'])].join(' '),
      name: text(values['name']),
      text: text(values['text']),
    }
    await at.deps.db.read
      .insertInto('template')
      .values({ city, id: own, ...row })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(row))
      .execute()
    return { id: own }
  },
}

/** A template of everyone or of another district is not drawn over by giving its id. */
async function mustReachTemplate(at: SettingsAt, id: string): Promise<void> {
  const row = await at.deps.db.read
    .selectFrom('template')
    .select('unit')
    .where('city', '=', at.state.city)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || at.isCity) return
  if (row.unit === null || !reachesUnit(at, row.unit))
    throw notAllowed('区级管理员只能设置本区单位的模板')
}
