import { type AccessRow, type KindAccess, waysOf } from '../../kernel/access-matrix.ts'
import type { Role } from '../../kernel/actor.ts'
import type { SheetOut, SheetRow } from '../../platform/exchange/sheet.ts'
import { type AccessView, groundWords } from './view.ts'

export type Wanted = {
  readonly kind?: string | undefined
  readonly role?: string | undefined
  readonly command?: string | undefined
}

/** The table as a workbook: every command by every role, allowed and refused, and beside it who
 *  sees the records and reads what in them. */
export function accessSheet(view: AccessView, wanted: Wanted, note: string): SheetOut {
  const kinds = view.kinds.filter(({ kind }) => wanted.kind === undefined || kind === wanted.kind)
  const roles = view.roles.filter(({ name }) => wanted.role === undefined || name === wanted.role)
  return {
    name: '办理权限',
    note,
    columns: [
      { key: 'group', label: '领域', width: 16 },
      { key: 'kind', label: '事项', width: 18 },
      { key: 'command', label: '办理', width: 18 },
      { key: 'party', label: '参与单位', width: 12 },
      { key: 'states', label: '环节', width: 28 },
      { key: 'role', label: '岗位', width: 12 },
      { key: 'may', label: '是否可以', width: 10 },
      { key: 'as', label: '须是', width: 60 },
    ],
    rows: kinds.flatMap((access) =>
      access.rows
        .filter((row) => wanted.command === undefined || row.command === wanted.command)
        .flatMap((row) => [
          ...roles.map(({ name, label }) => roleRow(access, row, { name, label })),
          ...(wanted.role === undefined ? otherRows(access, row) : []),
        ]),
    ),
    more: [sightSheet(kinds)],
  }
}

function shared(access: KindAccess & { readonly groupLabel?: string }, row: AccessRow): SheetRow {
  return {
    group: access.groupLabel,
    kind: access.label,
    command: row.label,
    party: row.party?.label,
    states: row.at === 'start' ? '新建' : row.states.map(({ label }) => label).join('、'),
  }
}

function roleRow(
  access: KindAccess,
  row: AccessRow,
  { name, label }: { readonly name: Role; readonly label: string },
): SheetRow {
  const ways = waysOf(access, row, name)
  const may = ways.length > 0 ? '可以' : '不可以'
  return { ...shared(access, row), role: label, may, as: meanings(access, ways) }
}

/** Whoever acts without a post: residents, and the system itself. */
function otherRows(access: KindAccess, row: AccessRow): readonly SheetRow[] {
  return access.relations
    .filter(({ name, who }) => who !== 'post' && row.by.includes(name))
    .map(({ label, means }) => ({ ...shared(access, row), role: label, may: '可以', as: means }))
}

function meanings(access: KindAccess, names: readonly string[]): string {
  return names
    .map((name) => access.relations.find((one) => one.name === name))
    .map((one) => (one === undefined ? '' : `${one.label}：${one.means}`))
    .join('；')
}

function sightSheet(kinds: readonly KindAccess[]): SheetOut {
  return {
    name: '查看范围',
    columns: [
      { key: 'kind', label: '事项', width: 18 },
      { key: 'what', label: '内容', width: 28 },
      { key: 'who', label: '谁', width: 80 },
    ],
    rows: kinds.flatMap((access) => {
      const words = (names: readonly string[]) =>
        names
          .flatMap((name) => access.relations.find((one) => one.name === name) ?? [])
          .map(groundWords)
          .join('、')
      return [
        { kind: access.label, what: '看到记录', who: words(access.sees) },
        ...(access.keptOut === undefined
          ? []
          : [{ kind: access.label, what: '一律看不到', who: `“${access.keptOut}”及其下属单位` }]),
        ...access.hidden.map(({ label, seenBy }) => ({
          kind: access.label,
          what: `只给部分人看：${label}`,
          who: words(seenBy),
        })),
        ...(access.reveals.length === 0
          ? []
          : [{ kind: access.label, what: '查看联系方式', who: words(access.reveals) }]),
        ...(access.handsOut.length === 0
          ? []
          : [{ kind: access.label, what: '发放链接', who: words(access.handsOut) }]),
      ]
    }),
  }
}
