import type { Field } from '../../../kernel/field.ts'
import { type Area, covers, pathText, placeOf } from '../../../kernel/directory.ts'
import { dayOf } from '../../../kernel/time.ts'
import { MOST_ROWS } from '../../exchange/read-sheet.ts'
import type { SheetOut, SheetRow } from '../../exchange/sheet.ts'
import { type SheetAt, ownArea } from './at.ts'
import { amendments, type InColumn, keyClaims, placeKey } from './columns.ts'
import { kindsNamed } from './read-cell.ts'

/** An empty sheet to fill in, with what may stand in each column on further sheets of the workbook. */
export function templateOf(at: SheetAt): SheetOut {
  const { kind, command, columns } = at
  return {
    name: '填写',
    columns: columns.map(({ key, label, required }) => ({
      key,
      label: required ? `${label} *` : label,
      width: Math.max(12, label.length * 2 + 4),
    })),
    rows: [],
    more: [
      {
        name: '填写说明',
        note: `${kind.label} · ${command.label}：请填在第一张表里。带 * 的列必填，一次最多 ${MOST_ROWS} 行；列的先后可以换，多出来的列不读。${amendNote(at)}`,
        columns: [
          { key: 'label', label: '列', width: 20 },
          { key: 'needed', label: '必填', width: 12 },
          { key: 'how', label: '怎么填', width: 56 },
          { key: 'example', label: '例', width: 28 },
        ],
        rows: columns.map((column) => guideRow(at, column)),
      },
      valuesSheet(at),
    ],
  }
}

function amendNote({ kind, command }: SheetAt): string {
  if (amendments(kind, command).length === 0) return ''
  const keys = Object.values(keyClaims(kind, command)).map(({ label }) => label)
  return `${keys.join('或')}已经有的行，修改原来的记录；没有变化的行不动。`
}

function guideRow(at: SheetAt, { key, label, field, required, amends }: InColumn): SheetRow {
  const needed = required ? '必填' : amends ? '仅修改时' : '可不填'
  const own = key === placeKey ? '不填就是本单位所在地区；' : ''
  const how = [howTo(field), limits(field), field.help].filter((one) => one !== undefined)
  return { label, needed, how: own + how.join('；'), example: exampleOf(at, field) }
}

function howTo(field: Field): string {
  switch (field.type) {
    case 'number':
      return '数字'
    case 'day':
      return '日期：2026-08-03、2026/8/3、2026年8月3日都可以'
    case 'moment':
      return '日期和时间：2026-08-03 17:00'
    case 'flag':
      return '是 或 否'
    case 'choice':
      return field.options === undefined ? '文字' : '从“可选值”里选一个，写名称或代码'
    case 'choices':
      return field.options === undefined
        ? '几项之间用顿号隔开'
        : '从“可选值”里选，几项之间用顿号隔开'
    case 'area':
      return '从“可选值”里选；名称不重的只写最后一级，也可以写区划代码'
    case 'unit':
      return '从“可选值”里选，写单位名称或编号'
    case 'units':
      return '从“可选值”里选，几个单位之间用顿号隔开'
    case 'post':
      return '在岗人员的姓名；同名的写成 姓名·单位'
    case 'record':
      return '那条记录的编号'
    case 'limit':
      return '时限：5 个工作日、24 小时、30 分钟'
    case 'contact':
      return '姓名和电话，中间空一格'
    case 'code':
    case 'text':
    case 'long':
    case 'files':
      return '文字'
  }
}

function limits({ type, max, min }: Field): string | undefined {
  const isText = type === 'code' || type === 'text' || type === 'long'
  const unit = isText ? '字' : type === 'number' ? '' : '项'
  const most = max ?? (isText ? (type === 'long' ? 2000 : 200) : undefined)
  const words = [
    ...(min === undefined ? [] : [`至少 ${min} ${unit}`]),
    ...(most === undefined ? [] : [`最多 ${most} ${unit}`]),
  ]
  return words.length === 0 ? undefined : words.join('，').trimEnd()
}

function exampleOf(at: SheetAt, field: Field): string {
  const [value = ''] = valuesFor(at, field)
  switch (field.type) {
    case 'number':
      return String(field.min ?? 1)
    case 'day':
      return dayOf(at.deps.now())
    case 'moment':
      return `${dayOf(at.deps.now())} 17:00`
    case 'flag':
      return '是'
    case 'limit':
      return '5 个工作日'
    case 'contact':
      return '王某 13800000000'
    case 'choice':
    case 'choices':
    case 'area':
    case 'unit':
    case 'units':
      return value
    case 'code':
    case 'text':
    case 'long':
    case 'post':
    case 'record':
    case 'files':
      return ''
  }
}

/** Every column that is chosen from something, with what may be chosen. */
function valuesSheet(at: SheetAt): SheetOut {
  const lists = at.columns.flatMap(({ key, label, field }) => {
    const values = valuesFor(at, field)
    return values.length === 0 ? [] : [{ key, label, values }]
  })
  const longest = Math.max(0, ...lists.map(({ values }) => values.length))
  return {
    name: '可选值',
    columns: lists.map(({ key, label }) => ({ key, label, width: 28 })),
    rows: Array.from({ length: longest }, (_, place) =>
      Object.fromEntries(lists.map(({ key, values }) => [key, values[place] ?? null])),
    ),
  }
}

const mostValues = 5_000

function valuesFor(at: SheetAt, field: Field): readonly string[] {
  const { state } = at
  const { directory } = state.world
  switch (field.type) {
    case 'choice':
    case 'choices':
      return choices(at, field)
    case 'flag':
      return ['是', '否']
    case 'unit':
    case 'units': {
      const types = field.of === undefined ? undefined : kindsNamed(field)
      const fits = [...directory.units.values()].filter(
        ({ type, to }) => to === undefined && types?.includes(type) !== false,
      )
      return fits.slice(0, mostValues).map(({ name }) => name)
    }
    case 'area': {
      const levels = field.of === undefined ? undefined : kindsNamed(field)
      const fits = [...directory.areas.values()].filter(
        (area) => levels?.includes(area.level) !== false && isUnder(at, area),
      )
      return fits.slice(0, mostValues).map((area) => pathOf(at, area))
    }
    case 'code':
    case 'text':
    case 'long':
    case 'number':
    case 'day':
    case 'moment':
    case 'post':
    case 'record':
    case 'limit':
    case 'contact':
    case 'files':
      return []
  }
}

/** A label that stands under several upper ones is written with its upper one. */
function choices({ state }: SheetAt, { options }: Field): readonly string[] {
  const list: readonly { value: string; label: string; parent?: string | undefined }[] =
    typeof options === 'string' ? (state.lists[options] ?? []) : (options ?? [])
  const times = Map.groupBy(list, ({ label }) => label)
  const labels = new Map(list.map(({ value, label }) => [value, label]))
  return list.map(({ label, parent, value }) => {
    if (times.get(label)?.length === 1) return label
    const upper = labels.get(parent ?? '')
    return upper === undefined ? value : `${upper}/${label}`
  })
}

/** Of the own unit's area; the names of the whole city would be too many to choose from. */
function isUnder(at: SheetAt, area: Area): boolean {
  const place = placeOf(at.state.world.directory, area.code)
  return area.to === undefined && place !== undefined && covers(ownArea(at), place)
}

function pathOf({ state }: SheetAt, { code, name, level }: Area): string {
  const { directory } = state.world
  const place = placeOf(directory, code)
  const path = place === undefined ? '' : pathText(directory, place)
  if (path === '') return name
  return level === 'grid' ? `${path} / ${name}` : path
}
