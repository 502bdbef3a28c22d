import type { Fields } from '../../../kernel/field.ts'
import { dayOf } from '../../../kernel/time.ts'
import { momentOf } from '../../store/value-types.ts'
import { invalid } from '../errors.ts'
import { reaches } from './scope.ts'
import { grownWith } from './grown.ts'
import { choice, type Change, type Row, type Section, type SettingsAt, text } from './section.ts'

const levels = [
  { value: 'city', label: '市' },
  { value: 'district', label: '区县' },
  { value: 'street', label: '街道乡镇' },
  { value: 'community', label: '社区村' },
] as const
const below: Readonly<Record<string, string>> = {
  city: 'district',
  district: 'street',
  street: 'community',
}

const fields: Fields = {
  code: { type: 'number', label: '代码', required: true, min: 100_000 },
  name: { type: 'text', label: '名称', required: true, max: 40 },
  level: choice('层级', levels, { required: true }),
  type: { type: 'text', label: '类型', max: 10 },
  parent: { type: 'area', label: '上级地区' },
}

/** The division tree. Names change; codes are kept, and an area that is gone ends. */
export const areas: Section = {
  name: 'areas',
  label: '地区',
  fields,
  columns: ['code', 'name', 'level', 'type', 'parent'],
  cityOnly: true,
  key: 'code',
  rows: async (at) => {
    const { directory } = at.state.world
    return [...directory.areas.values()]
      .filter((area) => reaches(at, area.code))
      .map((area): Row => {
        const { code, name, level, type, parent } = area
        return {
          id: String(code),
          values: { code, name, level, type, parent },
          text: {
            code: String(code),
            name,
            level: levels.find((one) => one.value === level)?.label ?? level,
            type,
            parent: parent === undefined ? '' : (directory.areas.get(parent)?.name ?? ''),
          },
          to: area.to === undefined ? undefined : dayOf(area.to),
          state: area.to !== undefined && area.to <= at.now ? 'past' : 'now',
          parent: parent === undefined ? undefined : String(parent),
          hasChildren: (directory.children.get(code) ?? []).length > 0,
        }
      })
  },
  ahead: ({ state }, rows) => {
    const brought = rows.flatMap(({ code, name, level, type, parent }) => {
      const found = levels.find((one) => one.label === level || one.value === level)
      if (typeof code !== 'number' || found === undefined) return []
      const above = Number(parent ?? Number.NaN)
      return [
        {
          code,
          name: text(name),
          level: found.value,
          type: text(type),
          parent: Number.isNaN(above) ? undefined : above,
        },
      ]
    })
    return { state: grownWith(state, { areas: brought }), rows }
  },
  write,
}

async function write({ deps, state }: SettingsAt, { values, from, end }: Change) {
  const { city } = state
  const code = Number(values['code'])
  const level = text(values['level'])
  const parent = typeof values['parent'] === 'number' ? values['parent'] : null
  const above = parent === null ? undefined : state.world.directory.areas.get(parent)
  if (level !== 'city' && (above === undefined || below[above.level] !== level))
    throw invalid('上级地区要正好高一层', { parent: '上级地区要正好高一层' })
  const row = {
    name: text(values['name']),
    level,
    type: text(values['type']),
    parent,
    valid_to: end === undefined ? null : momentOf(end),
  }
  await deps.db.read
    .insertInto('area')
    .values({ city, code, ...row, valid_from: momentOf(from) })
    .onConflict((conflict) => conflict.columns(['city', 'code']).doUpdateSet(row))
    .execute()
  return { id: String(code) }
}
