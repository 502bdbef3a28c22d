import { areaHolds } from '../../../kernel/area-tree.ts'
import { flagOf, isGiven, numberOf, type Values } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { liesAhead, sharing, unitOf } from '../market-parts.ts'

const basis = '建立资源、需求、项目三个清单：项目至少连着一条需求和一项资源'
const confirmed = '项目由社区和单位双方确认、双方评价'

export const needOf = ({ facts }: Context) => facts['need']?.rows[0]
export const resourceOf = ({ facts }: Context) => facts['resource']?.rows[0]

const sides = ['community', 'unit'] as const

/** The side of a project a unit is on. */
export function sideOf({ actor, record }: Context): (typeof sides)[number] | undefined {
  const own = unitOf(actor)
  return sides.find((side) => own !== undefined && numberOf(record.fields, side) === own)
}

const isTold = (own: Values, side: string) => isGiven(own[`${side}Rating`])

export const rules = {
  linksANeed: {
    id: 'R053',
    says: '项目要连着一条还在等待对接的需求',
    instead: '请从需求清单里选一条',
    basis,
    input: true,
    facts: ['need'],
    holds: (context) => ['open', 'ageing'].includes(needOf(context)?.state ?? ''),
  },
  linksAResource: {
    id: 'R053',
    says: '项目要连着一项开放中的资源',
    instead: '请从资源清单里选一项',
    basis,
    input: true,
    facts: ['resource'],
    holds: (context) => resourceOf(context)?.state === 'open',
  },
  isOneOfTheTwo: {
    says: '项目由需求的社区、社区所在街道或资源的单位提出',
    basis,
    input: true,
    facts: ['need', 'resource'],
    holds: (context) => {
      const own = unitOf(context.actor)
      const need = needOf(context)?.fields ?? {}
      const resource = resourceOf(context)?.fields ?? {}
      return (
        own !== undefined && [need['community'], need['street'], resource['unit']].includes(own)
      )
    },
  },
  reachesTheCommunity: {
    says: '这项资源不向这个社区开放',
    instead: '可以请单位扩大开放范围',
    basis,
    input: true,
    facts: ['need', 'resource'],
    holds: (context) => {
      const { directory } = context.world
      const scope = numberOf(resourceOf(context)?.fields ?? {}, 'scope')
      const community = numberOf(needOf(context)?.fields ?? {}, 'community')
      const area = community === undefined ? undefined : directory.units.get(community)?.area
      return scope !== undefined && area !== undefined && areaHolds(directory, scope, area)
    },
  },
  joinsTwo: {
    says: '需求和资源是同一家的，不用立共建项目',
    basis,
    input: true,
    facts: ['need', 'resource'],
    holds: (context) =>
      needOf(context)?.fields['community'] !== resourceOf(context)?.fields['unit'],
  },
  finishesAhead: liesAhead('finishOn', '完成期限不能在今天以前', ({ at }) => dayOf(at)),
  ownConfirmationIsOpen: {
    says: '本方已经确认过',
    basis: confirmed,
    holds: (context) => {
      const side = sideOf(context)
      return side !== undefined && !flagOf(context.record.fields, `${side}Ok`)
    },
  },
  communityIsToConfirm: {
    says: '社区已经确认',
    basis: confirmed,
    holds: ({ record }) => !flagOf(record.fields, 'communityOk'),
  },
  unitIsToConfirm: {
    says: '单位已经确认',
    basis: confirmed,
    holds: ({ record }) => !flagOf(record.fields, 'unitOk'),
  },
  bothConfirmed: {
    says: '还有一方没有确认',
    basis: confirmed,
    holds: ({ record }) => sides.every((side) => flagOf(record.fields, `${side}Ok`)),
  },
  ownJudgementIsOpen: {
    says: '本方已经评价过',
    basis: confirmed,
    holds: (context) => {
      const side = sideOf(context)
      return side !== undefined && !isTold(context.record.fields, side)
    },
  },
  communityIsToJudge: {
    says: '社区已经评价',
    basis: confirmed,
    holds: ({ record }) => !isTold(record.fields, 'community'),
  },
  unitIsToJudge: {
    says: '单位已经评价',
    basis: confirmed,
    holds: ({ record }) => !isTold(record.fields, 'unit'),
  },
  bothJudged: {
    says: '还有一方没有评价',
    basis: confirmed,
    holds: ({ record }) => sides.every((side) => isTold(record.fields, side)),
  },
  satisfiedAreAmongAsked: {
    says: '满意的居民不会多于参评的居民',
    basis: sharing,
    input: true,
    holds: ({ input }) => (numberOf(input, 'satisfied') ?? 0) <= (numberOf(input, 'asked') ?? 0),
  },
  hasNoAgreement: {
    says: '已经起草过协议',
    basis: sharing,
    holds: ({ record }) => !flagOf(record.fields, 'agreement'),
  },
} as const satisfies Record<string, Rule>
