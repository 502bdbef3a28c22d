import type { Fields } from '../field.ts'
import type { Command, State } from '../kind.ts'

export const versionKind = 'list-version'

/** A list whose items change by version. */
export type VersionedList = {
  /** The item kind's own name, and the list its versions are of. */
  readonly kind: string
  readonly list: string
  /** Relations whose posts keep the list. */
  readonly keepers: readonly string[]
  /** What an item says. */
  readonly inputs: Fields
  /** Rules that what is said must keep. */
  readonly requires: readonly string[]
  /** The field that numbers an item within the list. */
  readonly key: string
  readonly basis: string
}

const changes = [
  { value: 'add', label: '新增' },
  { value: 'amend', label: '修改' },
  { value: 'end', label: '取消' },
]

/** Fields every item of a list with versions has, besides what it says. */
export const itemFields = {
  version: { type: 'record', of: versionKind, label: '清单版本' },
  change: { type: 'choice', label: '改动', options: changes },
  endReason: { type: 'code', label: '取消理由', max: 200 },
  begins: { type: 'day', label: '列入清单日期' },
  ended: { type: 'day', label: '移出清单日期' },
} as const satisfies Fields

/** How an item begins: entered once, drafted for a version, or drafted to change another. */
export function startsOf({
  kind,
  keepers,
  inputs,
  requires,
}: VersionedList): Readonly<Record<string, Command>> {
  const { version, change, endReason } = itemFields
  const keeps = Object.keys(inputs)
  return {
    list: {
      label: '首次录入',
      by: keepers,
      input: inputs,
      requires: ['changesByVersion', ...requires],
      records: 'Listed',
      says: '列入清单',
      keeps,
      sets: ['begins'],
      to: 'inForce',
      undo: 'end',
    },
    draft: {
      label: '拟列入',
      by: keepers,
      input: { version: { ...version, required: true }, ...inputs },
      requires: ['versionIsOpen', ...requires],
      records: 'Drafted',
      says: '拟列入清单',
      keeps: ['version', ...keeps],
      sets: ['isNew'],
      to: 'draft',
      undo: 'withdraw',
    },
    draftChange: {
      label: '拟改动',
      by: ['effect'],
      input: {
        version,
        change,
        endReason,
        replaces: { type: 'record', of: kind, label: '改动的事项' },
        ...inputs,
      },
      requires,
      records: 'ChangeDrafted',
      says: '拟改动清单事项',
      keeps: ['version', 'change', 'endReason', 'replaces', ...keeps],
      to: 'draft',
    },
  }
}

/** Drafted, in force, ended; and what may be proposed of what is in force. */
export function statesOf(given: VersionedList): Readonly<Record<string, State>> {
  const { keepers, inputs, requires } = given
  const drop = { label: '版本已放弃', by: ['effect'], records: 'DraftDropped' } as const
  return {
    draft: {
      label: '拟列入',
      is: 'resting',
      step: 1,
      commands: {
        redraft: {
          label: '修改草案',
          by: keepers,
          input: inputs,
          requires: ['ownVersionIsOpen', ...requires],
          records: 'Redrafted',
          says: '修改草案',
          keeps: Object.keys(inputs),
        },
        withdraw: {
          label: '撤下草案',
          by: keepers,
          requires: ['ownVersionIsOpen'],
          records: 'DraftWithdrawn',
          says: '撤下草案',
          to: 'dropped',
        },
        publish: {
          label: '随版本公布',
          by: ['effect'],
          records: 'Published',
          says: '随清单版本公布',
          sets: ['begins'],
          moves: [{ to: 'carriedOut', when: 'isAnEnd' }],
          to: 'inForce',
        },
        drop: { ...drop, says: '清单版本已放弃', to: 'dropped' },
      },
    },
    inForce: { label: '生效中', is: 'resting', step: 2, commands: inForceCommands(given) },
    ended: {
      label: '已失效',
      is: 'end',
      step: 3,
      commands: { giveWay: { ...givingWay, says: '已由新版本替代' } },
    },
    carriedOut: { label: '取消已执行', is: 'end', step: 3 },
    dropped: { label: '未列入', is: 'end', step: 3 },
  }
}

const givingWay = {
  label: '由新版本替代',
  by: ['effect'],
  input: { successor: { type: 'record', label: '接替的事项' } },
  records: 'GaveWay',
  effects: ['publishesSuccessor'],
} as const satisfies Omit<Command, 'says'>

function inForceCommands({
  keepers,
  inputs,
  requires,
}: VersionedList): Readonly<Record<string, Command>> {
  const { version, endReason } = itemFields
  const isIn = { version: { ...version, required: true } } as const
  const loose = Object.entries(inputs).map(([name, field]) => [name, { ...field, required: false }])
  return {
    proposeChange: {
      label: '拟修改',
      by: keepers,
      input: { ...isIn, ...Object.fromEntries(loose) },
      requires: ['versionIsOpen'],
      records: 'ChangeProposed',
      says: '拟修改，列入下一版本',
      effects: ['draftsChange'],
    },
    proposeEnd: {
      label: '拟取消',
      by: keepers,
      input: { ...isIn, endReason: { ...endReason, required: true } },
      requires: ['versionIsOpen'],
      records: 'EndProposed',
      says: '拟取消，列入下一版本：{endReason}',
      effects: ['draftsEnd'],
    },
    amend: {
      label: '勘误',
      by: keepers,
      input: inputs,
      requires,
      records: 'Amended',
      says: '勘误',
      keeps: Object.keys(inputs),
    },
    end: {
      label: '终止',
      by: keepers,
      input: { endReason: { ...endReason, required: true } },
      requires: ['changesByVersion'],
      records: 'Ended',
      says: '终止：{endReason}',
      keeps: ['endReason'],
      sets: ['ends'],
      to: 'ended',
      grave: true,
    },
    giveWay: { ...givingWay, says: '由新版本替代', sets: ['ends'], to: 'ended' },
    repeal: {
      label: '随版本废止',
      by: ['effect'],
      records: 'Repealed',
      says: '清单版本已废止',
      sets: ['ends'],
      to: 'ended',
    },
  }
}
