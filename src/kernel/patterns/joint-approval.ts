import type { Role } from '../actor.ts'
import { type Level, type Place, unitFor } from '../directory.ts'
import type { Command, Parameter, PartyKind, Relation, Rule, Seat, Setter } from '../kind.ts'
import type { Limit } from '../limit.ts'
import type { World } from '../world.ts'

type Given = {
  /** The party's role, and with it its seat and relation: 'approver' unless a kind has two sorts. */
  readonly role?: string
  readonly label: string
  readonly roles: readonly Role[]
  readonly parameter: string
  readonly limit: Limit
  readonly basis: string
  /** States to which the last agreement and the first refusal carry the record. */
  readonly agreed: string
  readonly refused: string
}

/**
 * 报批: approvers who must each agree. One signature alone leaves the matter under review; the
 * first refusal, with its reason, ends it. Rules it brings: `allAgreed`, `oneRefused`.
 */
export function jointApproval(given: Given) {
  const { role = 'approver', label, roles, limit, parameter, basis } = given
  return {
    parties: { [role]: approving({ ...given, role }) },
    relations: {
      [role]: { label, is: { party: role } },
      [`${role}Signer`]: { label: `${label}的负责人`, roles, is: { party: role } },
    } satisfies Record<string, Relation>,
    seats: { [role]: { label, is: { self: 'party' } } } satisfies Record<string, Seat>,
    parameters: {
      [parameter]: { label: `${label}审核时限`, type: 'limit', default: { ...limit }, basis },
    } satisfies Record<string, Parameter>,
    setters,
    rules: rulesOf(role, basis),
  }
}

function approving(given: Given & { role: string }): PartyKind {
  const { role, label, parameter, basis } = given
  return {
    label,
    start: 'pending',
    states: {
      pending: {
        label: '待审核',
        is: 'working',
        expects: [{ seat: role, command: 'agree', clock: 'approval' }],
        commands: {
          ...signing(given),
          overrun: {
            label: '审核超时',
            by: ['clock'],
            records: 'ApprovalOverdue',
            says: '审核超过时限',
          },
        },
      },
      agreed: { label: '已同意', is: 'resting' },
      refused: { label: '不同意', is: 'resting' },
    },
    clocks: {
      approval: {
        label: '审核',
        stages: [{ limit: { parameter }, asks: 'overrun' }],
        runs: ['pending'],
        basis,
      },
    },
  }
}

function signing(given: Given & { role: string }): Readonly<Record<string, Command>> {
  const carries = [
    { to: given.refused, when: 'oneRefused' },
    { to: given.agreed, when: 'allAgreed' },
  ]
  const shared = { by: [`${given.role}Signer`], sets: ['keepsNote'], carries }
  return {
    agree: {
      ...shared,
      label: '同意',
      input: { note: { type: 'text', label: '审核意见', max: 500 } },
      records: 'Agreed',
      says: '{unit}审核同意',
      to: 'agreed',
    },
    disagree: {
      ...shared,
      label: '不同意',
      input: { note: { type: 'text', label: '理由', required: true, max: 500 } },
      records: 'Disagreed',
      says: '{unit}审核不同意',
      to: 'refused',
      grave: true,
    },
  }
}

/** The Party committee and the government of each level: both must agree. */
export function committeesAndGovernments(
  world: World,
  place: Place,
  levels: readonly Level[],
): readonly number[] {
  return levels.flatMap((level) =>
    ['lead', 'govern'].flatMap(
      (name) => unitFor(world.directory, { function: name, level }, place)?.id ?? [],
    ),
  )
}

const setters = {
  keepsNote: ({ input }) => ({ party: { note: input['note'] ?? null } }),
} as const satisfies Record<string, Setter>

function rulesOf(role: string, basis: string) {
  const sides = (record: { readonly parties: readonly { role: string; state: string }[] }) =>
    record.parties.filter((party) => party.role === role)
  return {
    allAgreed: {
      says: '还有审核单位没有同意',
      instead: '等各审核单位都同意后再办',
      basis,
      holds: ({ record }) =>
        sides(record).length > 0 && sides(record).every((party) => party.state === 'agreed'),
    },
    oneRefused: {
      says: '没有单位不同意',
      basis,
      holds: ({ record }) => sides(record).some((party) => party.state === 'refused'),
    },
  } as const satisfies Record<string, Rule>
}
