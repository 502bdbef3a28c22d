import { mayRead } from './access.ts'
import type { Actor } from './actor.ts'
import type { Field } from './field.ts'
import type { Command, Kind, Rule, Setter } from './kind.ts'
import type { RecordState } from './record.ts'

/** The relation of whoever brought a record with a contact, and holds its link. */
export const owner = 'ownData'

/**
 * What a person may do with what is kept of them: put their contact right, take it back, and have it
 * all erased once nothing is being done about it any more. Every kind with a contact that a link's
 * holder may read has these, in whatever state.
 */
export function ownDataCommands(kind: Kind): Readonly<Record<string, Command>> {
  const known = made.get(kind)
  if (known !== undefined) return known
  const commands = commandsFor(kind)
  made.set(kind, commands)
  return commands
}

const made = new WeakMap<Kind, Readonly<Record<string, Command>>>()

/** The field that holds the person's contact, if the kind has one that is theirs. */
export function ownContact(kind: Kind): readonly [string, Field] | undefined {
  const links = Object.entries(kind.relations).flatMap(([name, { is }]) =>
    'anyone' in is && is.anyone === 'link' ? [name] : [],
  )
  return Object.entries(kind.fields).find(
    ([, field]) => field.type === 'contact' && links.length > 0 && mayRead(field, new Set(links)),
  )
}

/** True of the holder of a record's own link. */
export function isOwner(kind: Kind, record: RecordState, actor: Actor): boolean {
  return actor.by === 'link' && actor.record === record.id && ownContact(kind) !== undefined
}

function commandsFor(kind: Kind): Readonly<Record<string, Command>> {
  const own = ownContact(kind)
  if (own === undefined) return {}
  const [name, field] = own
  return {
    correctContact: {
      label: '更正联系方式',
      plain: '更正我的联系方式',
      by: [owner],
      input: { [name]: { ...field, required: true } },
      requires: ['notErased'],
      records: 'ContactCorrected',
      says: '诉求人更正了联系方式',
      keeps: [name],
    },
    withdrawContact: {
      label: '收回联系方式',
      plain: '收回我的联系方式，以后不留名',
      by: [owner],
      requires: ['hasContact'],
      records: 'ContactWithdrawn',
      says: '诉求人收回了联系方式',
      sets: ['forgetsContact'],
      grave: true,
    },
    eraseMine: {
      label: '删除个人信息',
      plain: '删除我的信息',
      by: [owner],
      requires: ['isOver', 'notErased'],
      records: 'OwnDataErased',
      says: '应诉求人要求删除了他的个人信息',
      sets: ['forgetsContact', 'remembersErasing'],
      grave: true,
    },
  }
}

/** When all was erased: a mark of the engine's among the fields, which no kind declares or shows. */
export const erasedMark = 'ownDataErasedAt'

export const ownDataRules: Readonly<Record<string, Rule>> = {
  hasContact: {
    says: '没有留下联系方式',
    basis: '个人信息由本人决定',
    holds: ({ record }) => contactFields(record).length > 0,
  },
  isOver: {
    says: '这件事还在办，现在还不能删除',
    instead: '可以先撤回诉求，或等办结以后再删除；联系方式现在就可以收回',
    basis: '办理期间保存必要信息，办结后本人可以要求删除',
    holds: ({ record }) => record.closedAt !== undefined,
  },
  notErased: {
    says: '您的信息已经删除',
    basis: '个人信息由本人决定',
    holds: ({ record }) => record.fields[erasedMark] === undefined,
  },
}

export const ownDataSetters: Readonly<Record<string, Setter>> = {
  forgetsContact: ({ record }) => ({
    fields: Object.fromEntries(contactFields(record).map((name) => [name, null])),
  }),
  remembersErasing: ({ at }) => ({ fields: { [erasedMark]: at } }),
}

function contactFields(record: RecordState): readonly string[] {
  return Object.entries(record.fields).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'contact' in value ? [name] : [],
  )
}
