import { isGiven, listOf, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import type { Party } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import { ownUnit, typeOf, whereUnitLies } from '../partners.ts'

export const basis = '组织共建、活动共联；参加自愿，按组织计数'

export const rules = {
  hasBegun: {
    says: '活动还没开始',
    basis,
    holds: ({ record, at }) => at >= (numberOf(record.fields, 'startAt') ?? 0),
  },
  endsAfterStart: {
    says: '结束时间要在开始时间之后',
    basis,
    input: true,
    holds: ({ input }) =>
      !isGiven(input['endAt']) ||
      (numberOf(input, 'endAt') ?? 0) > (numberOf(input, 'startAt') ?? 0),
  },
  othersAreAsked: {
    says: '已经在活动里的单位不用再邀请',
    basis,
    input: true,
    holds: (context) => {
      const known = [ownUnit(context), ...context.record.parties.map(({ unit }) => unit)]
      return listOf(context.input, 'hosts').every(
        (unit) => typeof unit === 'number' && !known.includes(unit),
      )
    },
  },
  isPlanned: {
    says: '活动已经办过',
    basis,
    holds: ({ record }) => record.state === 'planned',
  },
  isNotIn: {
    says: '本单位已经在活动里',
    basis,
    holds: (context) => context.record.parties.every(({ unit }) => unit !== ownUnit(context)),
  },
} as const satisfies Record<string, Rule>

export const setters = {
  leads: (context) => {
    const unit = ownUnit(context) ?? 0
    return {
      fields: { lead: unit, day: dayOf(numberOf(context.input, 'startAt') ?? 0) },
      join: [{ role: 'initiator', unit }],
      ...whereUnitLies(context, unit),
    }
  },
  invites: ({ input }) => ({
    join: listOf(input, 'hosts').flatMap((unit) =>
      typeof unit === 'number' ? [{ role: 'host', unit }] : [],
    ),
  }),
  signsUp: (context) => ({ join: [{ role: 'guest', unit: ownUnit(context) ?? 0 }] }),
  keepsAttendance: ({ input, record, party }) => ({
    party: { attendance: input['attendance'] ?? null },
    fields: {
      attendance:
        (numberOf(record.fields, 'attendance') ?? 0) +
        (numberOf(input, 'attendance') ?? 0) -
        (numberOf(party?.fields ?? {}, 'attendance') ?? 0),
    },
  }),
  addsOrganisation: ({ input, record }) => ({
    fields: {
      attendance:
        (numberOf(record.fields, 'attendance') ?? 0) + (numberOf(input, 'attendance') ?? 0),
      organisations:
        (numberOf(record.fields, 'organisations') ?? 0) + (input['hosted'] === true ? 1 : 0),
    },
  }),
  countsHosts: (context) => ({ fields: hostsIn(context) }),
} as const satisfies Record<string, Setter>

/** Each host once, whatever it did there (R129). */
function hostsIn(context: Context): Values {
  const hosts = context.record.parties.filter(isHosting)
  const communities = hosts.filter(({ unit }) => typeOf(context, unit) === 'community')
  const organisations = numberOf(context.record.fields, 'organisations') ?? 0
  return {
    communities: communities.length,
    units: hosts.length - communities.length + organisations,
  }
}

export function isHosting({ role, state }: Party): boolean {
  return role !== 'guest' && state === 'taking'
}

export const effects = {
  notesOrganisation: (context) => [
    {
      open: 'activity-organisation',
      command: 'note',
      input: {
        activity: context.record.id,
        organisation: textOf(context.input, 'organisation') ?? null,
        host: ownUnit(context) ?? null,
        hosted: context.input['hosted'] === true,
        attendance: context.input['attendance'] ?? null,
      },
    },
  ],
} as const satisfies Record<string, EffectMaker>
