import type { Role } from '../actor.ts'
import { type Option, isGiven, textOf } from '../field.ts'
import type { Command, Move, Parameter, PartyKind, Relation, Rule, Seat, Setter } from '../kind.ts'
import type { Limit } from '../limit.ts'

type Given = {
  /** The party's role, and with it its seat and relation. */
  readonly role: string
  readonly label: string
  /** Who in the unit speaks for it. */
  readonly roles: readonly Role[]
  /** The relation of whoever asked for the opinions and says what became of them. */
  readonly asker: string
  readonly conclusions: readonly Option[]
  /** The parameter that holds the time for answering. */
  readonly parameter: string
  readonly limit: Limit
  readonly basis: string
  /** Where the record goes once everyone was heard. */
  readonly carries?: readonly Move[]
}

const outcomes: readonly Option[] = [
  { value: 'adopted', label: '采纳' },
  { value: 'partly', label: '部分采纳' },
  { value: 'notAdopted', label: '不采纳' },
]

/**
 * 征求意见: units that must be heard before a matter goes on. Each has its own time; a lapse is
 * recorded and does not silence a late opinion. What became of each opinion is said, and not
 * adopting one needs a reason. Rules it brings: `allHeard`, `allWeighed`, `saysWhyNot`, `opinionGiven`.
 */
export function consultation(given: Given) {
  const { role, label, roles, limit, parameter, basis } = given
  return {
    parties: { [role]: consulted(given) },
    relations: {
      [role]: { label, is: { party: role } },
      [`${role}Speaker`]: { label: `${label}的发言人`, roles, is: { party: role } },
    } satisfies Record<string, Relation>,
    seats: { [role]: { label, is: { self: 'party' } } } satisfies Record<string, Seat>,
    parameters: {
      [parameter]: { label: `${label}反馈意见时限`, type: 'limit', default: { ...limit }, basis },
    } satisfies Record<string, Parameter>,
    setters,
    rules: rulesOf(role, basis),
  }
}

function consulted(given: Given): PartyKind {
  const { role, label, parameter, basis } = given
  const answer = answering(given)
  return {
    label,
    start: 'asked',
    states: {
      asked: {
        label: '待反馈',
        is: 'working',
        expects: [{ seat: role, command: 'answer', clock: 'opinion' }],
        commands: {
          answer,
          lapse: {
            label: '逾期未反馈',
            by: ['clock'],
            records: 'OpinionLapsed',
            says: '期限内没有反馈意见',
            to: 'lapsed',
            carries: given.carries ?? [],
          },
        },
      },
      lapsed: { label: '逾期未反馈', is: 'resting', commands: { answer } },
      answered: { label: '已反馈', is: 'resting', commands: { weigh: weighing(given) } },
      weighed: { label: '已说明采纳情况', is: 'resting' },
    },
    clocks: {
      opinion: {
        label: '反馈意见',
        stages: [{ limit: { parameter }, asks: 'lapse' }],
        runs: ['asked'],
        basis,
      },
    },
  }
}

function answering(given: Given): Command {
  return {
    label: '反馈意见',
    by: [`${given.role}Speaker`],
    input: {
      conclusion: { type: 'choice', label: '意见', required: true, options: given.conclusions },
      opinion: { type: 'long', label: '具体意见', max: 2000 },
    },
    records: 'OpinionGiven',
    says: '{unit}反馈意见',
    sets: ['keepsOpinion'],
    to: 'answered',
    carries: given.carries ?? [],
  }
}

function weighing(given: Given): Command {
  return {
    label: '说明采纳情况',
    by: [given.asker],
    input: {
      outcome: { type: 'choice', label: '采纳情况', required: true, options: outcomes },
      why: { type: 'long', label: '理由', max: 1000, help: '不采纳时必须说明理由' },
    },
    requires: ['saysWhyNot'],
    records: 'OpinionWeighed',
    says: '说明意见采纳情况',
    sets: ['keepsOutcome'],
    to: 'weighed',
  }
}

const setters = {
  keepsOpinion: ({ input }) => ({
    party: { conclusion: input['conclusion'] ?? null, opinion: input['opinion'] ?? null },
  }),
  keepsOutcome: ({ input }) => ({
    party: { outcome: input['outcome'] ?? null, why: input['why'] ?? null },
  }),
} as const satisfies Record<string, Setter>

function rulesOf(role: string, basis: string) {
  return {
    allHeard: {
      says: '还有单位没有反馈意见，反馈期限也没有到',
      instead: '等意见齐了或期限到了再往下办',
      basis,
      holds: ({ record }) => {
        const asked = record.parties.filter((party) => party.role === role)
        return asked.length > 0 && asked.every((party) => party.state !== 'asked')
      },
    },
    allWeighed: {
      says: '还有意见没有说明采纳情况',
      instead: '请先对每条意见说明采纳、部分采纳或不采纳',
      basis,
      holds: ({ record }) =>
        record.parties
          .filter((party) => party.role === role)
          .every((party) => ['weighed', 'lapsed'].includes(party.state)),
    },
    saysWhyNot: {
      says: '不采纳意见必须书面说明理由',
      instead: '请写明理由',
      basis,
      input: true,
      holds: ({ input }) => textOf(input, 'outcome') !== 'notAdopted' || isGiven(input['why']),
    },
  } as const satisfies Record<string, Rule>
}
