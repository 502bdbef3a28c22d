import { type Area, type Directory, isEnded, type Unit } from '../../../kernel/directory.ts'
import { gridsAlong } from './plan.ts'
import type { AreaRow, Rows, UnitRow } from './rows.ts'

/** What somebody wants done, in few words; the lists that follow from it are shown for correction. */
export type Intent = {
  readonly what: 'merge' | 'split' | 'rename' | 'move'
  readonly of: 'areas' | 'units'
  readonly from: readonly number[]
  /** What there is afterwards: existing areas or units by their number, new ones by their name. */
  readonly into: readonly Target[]
  /** Of a division: which lower area goes to which of `into`, by its position. */
  readonly goes?: Readonly<Record<string, number>> | undefined
}
export type Target = {
  readonly key?: number | undefined
  readonly name?: string | undefined
  readonly parent?: number | undefined
}

/** The whole lists of a reorganisation: every area below, every unit concerned. */
export function proposed(directory: Directory, intent: Intent): Rows {
  return intent.of === 'units'
    ? { areas: [], units: unitIntent(directory, intent) }
    : areaIntent(directory, intent)
}

function areaIntent(directory: Directory, intent: Intent): Rows {
  const codes = codeGiver(directory)
  const olds = intent.from.flatMap((code) => directory.areas.get(code) ?? [])
  const [first] = olds
  if (first === undefined) return { areas: [], units: [] }
  const targets = intent.into.map((target): AreaRow => {
    const known = target.key === undefined ? undefined : directory.areas.get(target.key)
    const parent = target.parent ?? known?.parent ?? first.parent ?? 0
    const code = known?.code ?? codes(first, parent, target.key)
    const name = target.name ?? known?.name ?? first.name
    return { from: 0, was: '', to: code, name, type: known?.type ?? first.type, parent }
  })
  const rows = headRows({ intent, olds, targets, codes })
  const lower = rows.flatMap((row) => lowerRows(directory, { row, rows, intent, targets, codes }))
  const listed = [...rows, ...lower].filter(
    ({ from, to, name }) => from !== to || name !== directory.areas.get(from)?.name,
  )
  const upper = listed.filter(({ from }) => directory.areas.get(from)?.level !== 'grid')
  const along = new Set(gridsAlong(directory, upper).map(({ from }) => from))
  const areas = listed.filter(({ from }) => !along.has(from))
  const heads = intent.what === 'merge' || intent.what === 'split' ? rows : []
  const units = [...unitsAlong(directory, heads), ...namesakes(directory, { heads, lower })]
  return { areas, units }
}

type Heads = {
  readonly intent: Intent
  readonly olds: readonly Area[]
  readonly targets: readonly AreaRow[]
  readonly codes: CodeGiver
}

/** The areas named, each with what it becomes. */
function headRows({ intent, olds, targets, codes }: Heads): readonly AreaRow[] {
  const [target] = targets
  if (target === undefined) return []
  return olds.flatMap((old): readonly AreaRow[] => {
    const own = { from: old.code, was: old.name, type: old.type }
    switch (intent.what) {
      case 'merge':
        return [{ ...target, ...own, type: target.type }]
      case 'split':
        return targets.map((one) => ({ ...one, ...own }))
      case 'rename':
        return [{ ...own, to: old.code, name: target.name, parent: old.parent ?? 0 }]
      case 'move': {
        const { parent } = target
        return [{ ...own, to: codes(old, parent), name: old.name, parent }]
      }
    }
  })
}

type Below = Omit<Heads, 'olds'> & { readonly row: AreaRow; readonly rows: readonly AreaRow[] }

/** What lies below goes along, each under a code of its new superior. */
function lowerRows(directory: Directory, below: Below): readonly AreaRow[] {
  const { row, rows, intent, targets, codes } = below
  const isDivided = intent.what === 'split' && rows.includes(row)
  const isFirst = rows.find(({ from }) => from === row.from) === row
  if (isDivided && !isFirst) return []
  return (directory.children.get(row.from) ?? [])
    .filter((child) => !isEnded(directory, child))
    .flatMap((child) => {
      const there = isDivided ? (targets[intent.goes?.[child.code] ?? 0] ?? row) : row
      if (there.to === child.parent) return []
      const { code: from, name, type } = child
      const own = { from, was: name, to: codes(child, there.to), name, type, parent: there.to }
      return [own, ...lowerRows(directory, { ...below, row: own })]
    })
}

type CodeGiver = (like: Area, parent: number, wanted?: number) => number

/** Codes keep their last digits under the new superior where they are free. */
function codeGiver(directory: Directory): CodeGiver {
  const taken = new Set(directory.areas.keys())
  return (like, parent, wanted) => {
    const more = String(like.code).length - String(like.parent ?? 0).length
    const step = 10 ** (more === 0 ? 2 : more)
    const base = more === 0 ? Math.floor(parent / step) * step : parent * step
    let code = wanted ?? base + (like.code % step)
    for (let next = 1; taken.has(code); next += 1) code = base + next
    taken.add(code)
    return code
  }
}

/** Units of areas that are merged or divided, by what they are and do. */
function unitsAlong(directory: Directory, heads: readonly AreaRow[]): readonly UnitRow[] {
  const made = new Map<string, UnitRow>()
  const ending = heads.filter(({ from, to }) => from !== to)
  const keeps = new Set(heads.filter(({ from, to }) => from === to).map(({ from }) => from))
  return ending.flatMap((head) =>
    unitsIn(directory, head.from).map((unit): UnitRow => {
      const { id: from, name: was } = unit
      const ends = !keeps.has(head.from)
      const twin = unitsIn(directory, head.to).find((one) => isAlike(one, unit))
      if (twin !== undefined) return { from, was, ends, ...kept(twin) }
      const key = `${head.to}|${likeness(unit)}`
      const name = renamed(unit.name, head)
      const fresh = made.get(key) ?? {
        ...kept(unit),
        from,
        was,
        ends,
        isNew: true,
        to: made.size + 1,
        name,
        area: head.to,
      }
      made.set(key, fresh)
      return { ...fresh, from, was, ends }
    }),
  )
}

/** Units further down keep on; those called after what is no more are called after its heir. */
function namesakes(
  directory: Directory,
  { heads, lower }: { readonly heads: readonly AreaRow[]; readonly lower: readonly AreaRow[] },
): readonly UnitRow[] {
  return lower.flatMap((row) =>
    unitsIn(directory, row.from).flatMap((unit): readonly UnitRow[] => {
      const head = heads.find(({ to, was }) => isUnder(lower, row, to) && unit.name.includes(was))
      if (head === undefined || head.was === head.name) return []
      const name = unit.name.replace(head.was, head.name)
      return [{ ...kept(unit), from: unit.id, was: unit.name, ends: true, name }]
    }),
  )
}

function isUnder(lower: readonly AreaRow[], row: AreaRow, code: number): boolean {
  if (row.parent === code) return true
  const above = lower.find(({ to }) => to === row.parent)
  return above !== undefined && isUnder(lower, above, code)
}

function unitsIn(directory: Directory, area: number): readonly Unit[] {
  return [...directory.units.values()].filter(
    (unit) => unit.area === area && !isEnded(directory, unit),
  )
}

function isAlike(one: Unit, other: Unit): boolean {
  return likeness(one) === likeness(other)
}

/** Offices of one sort are told apart by what they do and by the end of their name. */
function likeness({ type, functions, domains = [], name }: Unit): string {
  const own = [type, [...functions].toSorted().join('+'), [...domains].toSorted().join('+')]
  return [...own, domains.length === 0 && type !== 'street' ? name.slice(-3) : ''].join('|')
}

function renamed(name: string, { was, name: now }: AreaRow): string {
  if (name.includes(was)) return name.replace(was, now)
  const stem = was.replace(ending, '')
  return stem === '' ? name : name.replace(stem, now.replace(ending, ''))
}

const ending = /(街道|镇|乡|社区|村|区|县)$/u

function kept({ id, name, area, parent = 0 }: Unit) {
  return { to: id, isNew: false, name, area, parent }
}

function unitIntent(directory: Directory, { what, from, into }: Intent): readonly UnitRow[] {
  const olds = from.flatMap((id) => directory.units.get(id) ?? [])
  return olds.flatMap((old): readonly UnitRow[] => {
    const own = { from: old.id, was: old.name, ends: true }
    const [target] = into
    if (what === 'rename') return [{ ...own, ...kept(old), name: target?.name ?? old.name }]
    if (what === 'move') return [{ ...own, ...kept(old), parent: target?.parent ?? 0 }]
    return into.map((one, index) => {
      const known = one.key === undefined ? undefined : directory.units.get(one.key)
      if (known !== undefined) return { ...own, ...kept(known) }
      const name = one.name ?? old.name
      return {
        ...own,
        ...kept(old),
        isNew: true,
        to: index + 1,
        name,
        parent: one.parent ?? old.parent ?? 0,
      }
    })
  })
}
