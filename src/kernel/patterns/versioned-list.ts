import { type Fields, isGiven, textOf, type Values } from '../field.ts'
import type { Claim, Command, EffectMaker, Fact, Rule, Setter, State } from '../kind.ts'
import { dayOf } from '../time.ts'

type Given = {
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

export const versionKind = 'list-version'

/** Versions in these states still take changes. */
export const openVersions = ['draft', 'consulting', 'deciding'] as const

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

/**
 * 清单: items that are entered once, and from then on change by version. A version's drafts come into
 * force, and what they replace ends, when the version is published; a correction of wording stays a
 * correction. The kind adds a field `replaces` (a record of itself) and a slot for `version`.
 */
export function versionedItem(given: Given) {
  return {
    starts: startsOf(given),
    states: statesOf(given),
    facts: factsOf(given),
    rules: rulesOf(given.basis),
    setters,
    effects: effectsOf(given),
    claims: {
      number: { label: '编号', fields: [given.key], while: 'always', states: ['inForce'] },
      change: { label: '同一事项的改动', fields: ['replaces'], while: 'always', states: ['draft'] },
    } satisfies Record<string, Claim>,
  }
}

function startsOf({ kind, keepers, inputs, requires }: Given): Readonly<Record<string, Command>> {
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

function statesOf(given: Given): Readonly<Record<string, State>> {
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

function inForceCommands({ keepers, inputs, requires }: Given): Readonly<Record<string, Command>> {
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

function factsOf({ list }: Given): Readonly<Record<string, Fact>> {
  return {
    version: { kind: versionKind, where: { id: { input: 'version' } }, want: 'first' },
    ownVersion: { kind: versionKind, where: { id: { field: 'version' } }, want: 'first' },
    published: {
      kind: versionKind,
      where: { list: { value: list }, scope: { own: 'city' } },
      states: ['published'],
      want: 'exists',
    },
  }
}

function rulesOf(basis: string) {
  const isOpen = (state: string | undefined) => openVersions.some((one) => one === state)
  const open = {
    says: '这个清单版本不是起草中的版本，不能再改',
    instead: '请先起草新的清单版本',
    basis,
  }
  return {
    changesByVersion: {
      says: '清单已按版本公布，增加和取消事项要通过新的版本',
      instead: '请起草新版本，把改动列入其中；只改错字可以勘误',
      basis,
      facts: ['published'],
      holds: ({ facts }) => (facts['published']?.count ?? 0) === 0,
    },
    versionIsOpen: {
      ...open,
      facts: ['version'],
      input: true,
      holds: ({ facts }) => isOpen(facts['version']?.rows[0]?.state),
    },
    ownVersionIsOpen: {
      ...open,
      facts: ['ownVersion'],
      holds: ({ facts }) => isOpen(facts['ownVersion']?.rows[0]?.state),
    },
    isAnEnd: {
      says: '不是取消事项',
      basis,
      holds: ({ record }) => textOf(record.fields, 'change') === 'end',
    },
  } as const satisfies Record<string, Rule>
}

const setters = {
  isNew: () => ({ fields: { change: 'add' } }),
  begins: ({ at }) => ({ fields: { begins: dayOf(at) } }),
  ends: ({ at }) => ({ fields: { ended: dayOf(at) } }),
} as const satisfies Record<string, Setter>

function effectsOf({ kind, inputs }: Given): Readonly<Record<string, EffectMaker>> {
  const own = (fields: Values): Values =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => name in inputs && isGiven(value)),
    )
  const drafts =
    (change: string): EffectMaker =>
    ({ record, input }) => {
      const { version = null, endReason = null } = input
      const said = { ...own(record.fields), ...own(input) }
      const about = { version, change, endReason, replaces: record.id }
      return [{ open: kind, command: 'draftChange', input: { ...said, ...about } }]
    }
  return {
    draftsChange: drafts('amend'),
    draftsEnd: drafts('end'),
    publishesSuccessor: ({ input }) => {
      const ask = textOf(input, 'successor')
      return ask === undefined ? [] : [{ ask, kind, command: 'publish', input: {} }]
    },
  }
}
