import { placeOf, pathText } from '../../../kernel/directory.ts'
import type { Fields } from '../../../kernel/field.ts'
import { dayOf } from '../../../kernel/time.ts'
import { momentOf } from '../../store/value-types.ts'
import { invalid } from '../errors.ts'
import type { CityState } from '../../world/city-state.ts'
import { grownWith } from './grown.ts'
import { mustReach, reaches } from './scope.ts'
import {
  type Cells,
  choice,
  type Change,
  type Row,
  type Section,
  type SettingsAt,
  text,
  texts,
} from './section.ts'

export const types = [
  ['committee', '党委'],
  ['city-hotline', '热线中心'],
  ['district-centre', '诉求处置中心'],
  ['callback-centre', '回访中心'],
  ['supervision', '督查室'],
  ['arbiter', '编办'],
  ['department', '部门'],
  ['street', '街道'],
  ['street-office', '街道科室'],
  ['community', '社区'],
].map(([value = '', label = '']) => ({ value, label }))

const functions = [
  ['intake', '受理'],
  ['dispatch', '派单'],
  ['handle', '承办'],
  ['assist', '协助'],
  ['callback', '回访'],
  ['supervise', '督查'],
  ['ruling', '裁定'],
  ['lead', '领导'],
].map(([value = '', label = '']) => ({ value, label }))

const fields: Fields = {
  number: { type: 'number', label: '编号', min: 1, help: '新增时不填' },
  name: { type: 'text', label: '名称', required: true, max: 60 },
  type: choice('类型', types, { required: true }),
  area: { type: 'area', label: '所在地区', required: true },
  parent: { type: 'unit', label: '上级单位' },
  functions: { type: 'choices', label: '职能', options: functions, max: 10 },
  domains: { type: 'choices', label: '职责领域', max: 60, help: '清单中的部门名称和诉求一级类别' },
  headChecks: { type: 'flag', label: '答复须负责人审核' },
}

/** Organisations: what they are, where, under whom, and since when. A unit is never deleted; it
 *  ends, and what it did stays its own. */
export const units: Section = {
  name: 'units',
  label: '单位',
  fields,
  columns: ['number', 'name', 'type', 'area', 'parent', 'functions', 'headChecks'],
  cityOnly: false,
  key: 'number',
  rows: async (at) => {
    const { directory } = at.state.world
    const all = [...directory.units.values()].filter((unit) => reaches(at, unit.area))
    const withChildren = new Set(all.map((unit) => unit.parent))
    const shown = new Set(all.map((unit) => unit.id))
    return all.map((unit): Row => {
      const place = placeOf(directory, unit.area)
      const parent = unit.parent === undefined ? undefined : directory.units.get(unit.parent)
      const { id, name, type, area, headChecks = false, domains = [] } = unit
      return {
        id: String(id),
        values: {
          number: id,
          name,
          type,
          area,
          parent: unit.parent,
          functions: unit.functions,
          domains,
          headChecks,
        },
        text: {
          number: String(id),
          name,
          type: labelOf(types, type),
          area: place === undefined ? '' : pathText(directory, place) || at.state.name,
          parent: parent?.name ?? '',
          functions: unit.functions.map((one) => labelOf(functions, one)).join('、'),
          domains: domains.join('、'),
          headChecks: headChecks ? '是' : '否',
        },
        from: unit.from === undefined ? undefined : dayOf(unit.from),
        to: unit.to === undefined ? undefined : dayOf(unit.to),
        state: unit.to !== undefined && unit.to <= at.now ? 'past' : 'now',
        parent:
          unit.parent !== undefined && shown.has(unit.parent) ? String(unit.parent) : undefined,
        hasChildren: withChildren.has(id),
      }
    })
  },
  ahead: ({ state }, rows) => {
    let next = highest(state)
    const numbered = rows.map((row): Cells => ({ ...row, number: row['number'] ?? (next += 1) }))
    const brought = numbered.flatMap((row) => {
      const area = Number(row['area'])
      const id = Number(row['number'])
      if (Number.isNaN(id) || state.world.directory.units.has(id)) return []
      return [{ id, name: text(row['name']), type: '', area, functions: [] }]
    })
    return { state: grownWith(state, { units: brought }), rows: numbered }
  },
  write,
}

async function write(at: SettingsAt, { id, values, from, end }: Change) {
  const { deps, state } = at
  const { city } = state
  const known = id === undefined ? undefined : state.world.directory.units.get(Number(id))
  if (id !== undefined && known === undefined && Number.isNaN(Number(id)))
    throw invalid('没有这个单位')
  if (known !== undefined) mustReach(at, known.area)
  mustReach(at, Number(values['area']))
  const parent = typeof values['parent'] === 'number' ? values['parent'] : null
  if (parent !== null && parent === known?.id)
    throw invalid('单位不能是自己的上级', { parent: '不能是自己' })
  const own = known?.id ?? (id === undefined ? highest(state) + 1 : Number(id))
  const row = {
    name: text(values['name']),
    type: text(values['type']),
    area: Number(values['area']),
    parent,
    functions: texts(values['functions']),
    domains: texts(values['domains']),
    head_checks: values['headChecks'] === true,
    valid_to: end === undefined ? null : momentOf(end),
  }
  await deps.db.read
    .insertInto('unit')
    .values({ city, id: own, ...row, valid_from: momentOf(from) })
    .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(row))
    .execute()
  return { id: String(own) }
}

function highest({ world }: CityState): number {
  return Math.max(0, ...world.directory.units.keys())
}

function labelOf(list: readonly { value: string; label: string }[], value: string): string {
  return list.find((one) => one.value === value)?.label ?? value
}
