import { isGiven, textOf, type Values } from '../field.ts'
import type { Fact } from '../fact.ts'
import type { Claim, EffectMaker, Rule, Setter } from '../kind.ts'
import { dayOf } from '../time.ts'
import { startsOf, statesOf, type VersionedList, versionKind } from './versioned-item.ts'

export { itemFields } from './versioned-item.ts'

/** Versions in these states still take changes. */
const openVersions = ['draft', 'consulting', 'deciding'] as const

/**
 * 清单: items that are entered once, and from then on change by version. A version's drafts come into
 * force, and what they replace ends, when the version is published; a correction of wording stays a
 * correction. The kind adds a field `replaces` (a record of itself) and a slot for `version`.
 */
export function versionedItem(given: VersionedList) {
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

function factsOf({ list }: VersionedList): Readonly<Record<string, Fact>> {
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

function effectsOf({ kind, inputs }: VersionedList): Readonly<Record<string, EffectMaker>> {
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
