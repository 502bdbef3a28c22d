import { textOf } from '../../../kernel/field.ts'
import type { Fact, FactRow } from '../../../kernel/fact.ts'
import type { Context, EffectMaker, Rule } from '../../../kernel/kind.ts'
import { basis } from './fields.ts'
import { lists } from './lists.ts'

const draftsOf = (kind: string) => `drafts:${kind}`
const standingOf = (kind: string) => `standing:${kind}`
export const allDrafts = lists.map(({ kind }) => draftsOf(kind))
export const allStanding = lists.map(({ kind }) => standingOf(kind))

/** A version's own items of every list, and the version that stands now. */
export const facts: Readonly<Record<string, Fact>> = {
  current: {
    kind: 'list-version',
    where: { list: { field: 'list' }, scope: { field: 'scope' } },
    states: ['published'],
    want: 'list',
  },
  ...Object.fromEntries(
    lists.flatMap(({ kind }): readonly (readonly [string, Fact])[] => [
      [draftsOf(kind), itemsIn(kind, 'draft')],
      [standingOf(kind), itemsIn(kind, 'inForce')],
    ]),
  ),
}

function itemsIn(kind: string, state: string): Fact {
  return { kind, where: { version: { own: 'id' } }, states: [state], want: 'list' }
}

export const rules: Readonly<Record<string, Rule>> = {
  keepsThatList: {
    says: '这份清单不由本单位管理',
    instead: '职责清单由编制部门管理，其他清单见清单目录',
    basis,
    input: true,
    holds: ({ input, actor, world }) => {
      const list = lists.find(({ value }) => value === textOf(input, 'list'))
      const unit = actor.by === 'post' ? world.directory.units.get(actor.post.unit) : undefined
      return list !== undefined && unit?.functions.includes(list.keptBy) === true
    },
  },
  hasDrafts: {
    says: '版本里还没有拟列入、拟修改或拟取消的事项',
    instead: '请先列入事项，或导入表格',
    basis,
    facts: allDrafts,
    holds: (context) => itemsOf(context, draftsOf).length > 0,
  },
}

/** Publishing works through the items: what is replaced gives way first, since two items never have
 *  one number. */
export const effects: Readonly<Record<string, EffectMaker>> = {
  putsInForce: (context) =>
    itemsOf(context, draftsOf).map(({ kind, row }) => {
      const replaced = textOf(row.fields, 'replaces')
      return replaced === undefined
        ? { ask: row.id, kind, command: 'publish', input: {} }
        : { ask: replaced, kind, command: 'giveWay', input: { successor: row.id } }
    }),
  supersedesTheLast: ({ facts: found, record }) =>
    (found['current']?.rows ?? [])
      .filter(({ id }) => id !== record.id)
      .map(({ id }) => ({ ask: id, kind: 'list-version', command: 'supersede', input: {} })),
  endsItems: (context) =>
    itemsOf(context, standingOf).map(({ kind, row }) => ({
      ask: row.id,
      kind,
      command: 'repeal',
      input: {},
    })),
  dropsDrafts: (context) =>
    itemsOf(context, draftsOf).map(({ kind, row }) => ({
      ask: row.id,
      kind,
      command: 'drop',
      input: {},
    })),
}

function itemsOf(
  { facts: found, record }: Context,
  nameOf: (kind: string) => string,
): readonly { readonly kind: string; readonly row: FactRow }[] {
  const list = lists.find(({ value }) => value === textOf(record.fields, 'list'))
  return list === undefined
    ? []
    : (found[nameOf(list.kind)]?.rows ?? []).map((row) => ({ kind: list.kind, row }))
}
