import type { Field } from '../../../kernel/field.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Limit } from '../../../kernel/limit.ts'
import type { Day } from '../../../kernel/time.ts'
import { readCaseNumber } from '../../numbers/case-number.ts'
import type { CityState } from '../../world/city-state.ts'
import { cityIso, uuidShape } from '../wire.ts'
import { namedArea, type Named } from './named-area.ts'
import { readDay, readWhen } from './read-day.ts'

/** What the words of cells refer to. */
export type Lookups = {
  readonly state: CityState
  readonly today: Day
  /** Ids of records by kind and number ('kind/number'), those that may be seen. */
  readonly records: ReadonlyMap<string, string>
  /** Ids of posts by the holder's name, and by name and unit. */
  readonly posts: ReadonlyMap<string, readonly string[]>
}

/** A cell's words as the value they stand for, or what is wrong with them. */
export function readCell(field: Field, cell: string | number, at: Lookups): Named<unknown> {
  const words = String(cell).trim()
  switch (field.type) {
    case 'code':
    case 'text':
    case 'long':
    case 'files':
      return { value: words }
    case 'number':
      return numberIn(words)
    case 'flag':
      return flagIn(words)
    case 'day':
      return given(readDay(cell, at.today), `“${words}”不是日期，请写成 2026-08-03`)
    case 'moment': {
      const moment = readWhen(cell, at.today)
      return moment === undefined
        ? { says: `“${words}”不是时间，请写成 2026-08-03 17:00` }
        : { value: cityIso(moment) }
    }
    case 'choice':
      return choiceIn(field, words, at.state)
    case 'choices':
      return all(parted(words), (one) => choiceIn(field, one, at.state))
    case 'area':
      return namedArea(at.state.world.directory, words, levelsOf(field))
    case 'unit':
      return namedUnit(field, words, at.state.world.directory)
    case 'units':
      return all(parted(words), (one) => namedUnit(field, one, at.state.world.directory))
    case 'post':
      return namedPost(words, at)
    case 'record':
      return namedRecord(field, words, at)
    case 'limit':
      return limitIn(words)
    case 'contact':
      return { value: contactIn(words) }
  }
}

/** The number of a record as a cell names it, whatever follows it. */
export function numberNamed(words: string): string {
  const [first = ''] = words.trim().split(/\s/u)
  return readCaseNumber(first) ?? first
}

export function kindsNamed({ of }: Field): readonly string[] {
  return of === undefined ? [] : typeof of === 'string' ? [of] : of
}

/** Items of one cell: Chinese and Western commas, semicolons and line ends part them. */
function parted(words: string): readonly string[] {
  return words
    .split(/[、,，;；\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function all<T>(parts: readonly string[], read: (part: string) => Named<T>): Named<readonly T[]> {
  const found = parts.map(read)
  const wrong = found.flatMap((one) => ('says' in one ? [one.says] : []))
  return wrong.length > 0
    ? { says: wrong.join('；') }
    : { value: found.flatMap((one) => ('value' in one ? [one.value] : [])) }
}

function given<T>(value: T | undefined, says: string): Named<T> {
  return value === undefined ? { says } : { value }
}

function numberIn(words: string): Named<number> {
  const plain = words.normalize('NFKC').replaceAll(/[\s,]/g, '')
  const value = Number(plain)
  return plain !== '' && Number.isFinite(value) ? { value } : { says: `“${words}”不是数字` }
}

const yes = new Set(['是', '有', '对', '√', '✓', '1', 'TRUE', 'Y', 'YES'])
const no = new Set(['否', '无', '不', '×', '0', 'FALSE', 'N', 'NO'])

function flagIn(words: string): Named<boolean> {
  const plain = words.normalize('NFKC').toUpperCase()
  if (yes.has(plain)) return { value: true }
  return no.has(plain) ? { value: false } : { says: `要写“是”或“否”，不是“${words}”` }
}

type Choice = {
  readonly value: string
  readonly label: string
  readonly parent?: string | undefined
}

const indexes = new WeakMap<readonly Choice[], ReturnType<typeof indexed>>()

/** A list is asked once for each row. */
function indexOf(list: readonly Choice[]) {
  const known = indexes.get(list) ?? indexed(list)
  indexes.set(list, known)
  return known
}

function indexed(list: readonly Choice[]) {
  return {
    above: new Map(list.map(({ value, label }) => [value, label])),
    labelled: Map.groupBy(list, ({ label }) => label),
  }
}

/** By code, by label, or by "upper / lower" where labels repeat under several upper ones. */
function choiceIn({ options }: Field, words: string, { lists }: CityState): Named<string> {
  if (options === undefined) return { value: words }
  const list: readonly Choice[] = typeof options === 'string' ? (lists[options] ?? []) : options
  const { above, labelled } = indexOf(list)
  if (above.has(words)) return { value: words }
  const [label = '', upper] = words.split(/\s*[/＞>]\s*/u).toReversed()
  const found = (labelled.get(label) ?? []).filter(
    ({ parent }) => upper === undefined || above.get(parent ?? '') === upper,
  )
  const [one, other] = found
  if (one === undefined) return { says: `可选值里没有“${words}”` }
  if (other === undefined) return { value: one.value }
  const codes = found.map((item) => `${item.value}(${above.get(item.parent ?? '') ?? '上级'})`)
  return { says: `有 ${found.length} 个可选值叫“${words}”，请写代码：${codes.join('、')}` }
}

function namedUnit(field: Field, words: string, directory: Directory): Named<number> {
  const types = field.of === undefined ? undefined : kindsNamed(field)
  const fits = (type: string) => types === undefined || types.includes(type)
  const [number] = /^\d+/.exec(words) ?? []
  const numbered = number === undefined ? undefined : directory.units.get(Number(number))
  if (numbered !== undefined && fits(numbered.type)) return { value: numbered.id }
  const named = (unitsByName(directory).get(words) ?? []).map((id) => directory.units.get(id))
  const found = named.flatMap((unit) => (unit !== undefined && fits(unit.type) ? [unit.id] : []))
  const [one, other] = found
  if (one === undefined)
    return { says: named.length > 0 ? `“${words}”不是这里能填的单位` : `没有叫“${words}”的单位` }
  return other === undefined
    ? { value: one }
    : { says: `有 ${found.length} 个单位叫“${words}”，请写单位编号：${found.join('、')}` }
}

const units = new WeakMap<Directory, ReadonlyMap<string, readonly number[]>>()

/** Units that still are, by name. */
function unitsByName(directory: Directory): ReadonlyMap<string, readonly number[]> {
  const before = units.get(directory)
  if (before !== undefined) return before
  const standing = [...directory.units.values()].filter(({ to }) => to === undefined)
  const named = new Map(
    [...Map.groupBy(standing, ({ name }) => name)].map(
      ([name, found]) => [name, found.map(({ id }) => id)] as const,
    ),
  )
  units.set(directory, named)
  return named
}

function namedPost(words: string, { posts }: Lookups): Named<string> {
  if (uuidShape.test(words)) return { value: words.toLowerCase() }
  const found = posts.get(postWords(words)) ?? []
  const [one, other] = found
  if (one === undefined) return { says: `没有叫“${words}”的在岗人员` }
  return other === undefined
    ? { value: one }
    : { says: `有 ${found.length} 个岗位叫“${words}”，请写成“姓名·单位”` }
}

/** "张三（某局）" and "张三 · 某局" are the same. */
function postWords(words: string): string {
  return words.replaceAll(/\s/gu, '').replace(/[·(（](.+?)[)）]?$/u, '·$1')
}

function namedRecord(field: Field, words: string, { records }: Lookups): Named<string> {
  if (uuidShape.test(words)) return { value: words.toLowerCase() }
  const number = numberNamed(words)
  const found = kindsNamed(field).flatMap((kind) => records.get(`${kind}/${number}`) ?? [])
  return given(found[0], `没有编号是“${words}”的记录，或您无权查看`)
}

const spans: Readonly<Record<string, Limit['unit']>> = {
  工作日: 'working-day',
  工作小时: 'working-hour',
  小时: 'hour',
  分钟: 'minute',
  天: 'day',
  日: 'day',
  自然日: 'day',
}

function limitIn(words: string): Named<Limit> {
  const [, qty, span = ''] =
    /^(\d{1,5})个?(工作日|工作小时|小时|分钟|天|日|自然日)$/u.exec(
      words.normalize('NFKC').replaceAll(/\s/gu, ''),
    ) ?? []
  const unit = spans[span]
  return qty === undefined || unit === undefined
    ? { says: `“${words}”不是时限，请写成“5 个工作日”“24 小时”这样` }
    : { value: { qty: Number(qty), unit } }
}

/** A name and a number in either order; what is neither is the name's. */
function contactIn(words: string): { readonly name?: string; readonly phone?: string } {
  const [phone] = /[+\d０-９][\d０-９ ()（）-]{5,}[\d０-９]/u.exec(words) ?? []
  const name = words
    .replace(phone ?? '', '')
    .replaceAll(/[,，、;；:：/]|电话|联系人/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return {
    ...(name === '' ? {} : { name }),
    ...(phone === undefined ? {} : { phone: phone.normalize('NFKC').trim() }),
  }
}

function levelsOf({ of }: Field): readonly string[] | undefined {
  return of === undefined ? undefined : typeof of === 'string' ? [of] : of
}
