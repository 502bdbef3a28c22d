import { flagOf, isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { dueAt } from '../../../kernel/limit.ts'
import { dayOf } from '../../../kernel/time.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { callingRules } from './calling-rules.ts'
import { partyRules } from './party-rules.ts'
import { basis, expectedParties, ownUnit, unitsIn } from './reading.ts'

/** The rules a whistle's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  ...callingRules,
  ...partyRules,
  calledHaveFinished: {
    id: 'R016',
    says: '还有被吹哨的单位没有报到或没有办结，不能提请验收',
    instead: '请催办；认为不应参加的，由裁定单位裁定',
    basis: basis.whistle,
    holds: ({ record }) => {
      const expected = expectedParties(record)
      return expected.length > 0 && expected.every(({ state }) => state === 'done')
    },
  },
  nobodyHasArrived: {
    says: '已经有单位报到，不能撤哨',
    instead: '请在办结后验收销哨',
    basis: basis.acceptance,
    holds: ({ record }) => !record.parties.some(({ state }) => ['arrived', 'done'].includes(state)),
  },
  takesPart: {
    says: '本单位没有参加，或已经裁定不再参加',
    basis: basis.whistle,
    holds: (context) => {
      const own = ownUnit(context)
      return (
        own === numberOf(context.record.fields, 'street') ||
        expectedParties(context.record).some(({ unit }) => unit === own)
      )
    },
  },
  leadIsMissing: {
    says: '已经有牵头部门',
    basis: basis.whistle,
    holds: ({ record }) => record.fields['lead'] === undefined,
  },
  leadTakesPart: {
    says: '牵头部门要从仍参加的报到部门里确定',
    basis: basis.whistle,
    input: true,
    holds: ({ record, input }) =>
      expectedParties(record).some(
        ({ role, unit }) => role === 'department' && unit === numberOf(input, 'lead'),
      ),
  },
  lacksItsPlan: {
    says: '不是重点工作哨，或已经定了方案',
    basis: basis.plan,
    holds: ({ record }) =>
      textOf(record.fields, 'occasion') === 'keyWork' && !isGiven(record.fields['planDueOn']),
  },
  onlyTheStreetMovesTheDate: {
    says: '方案完成日期已经定下，只有吹哨街道可以调整',
    basis: basis.plan,
    input: true,
    holds: (context) =>
      !isGiven(context.input['planDueOn']) ||
      !isGiven(context.record.fields['planDueOn']) ||
      ownUnit(context) === numberOf(context.record.fields, 'street'),
  },
  planKeepsTheLimit: {
    says: '方案完成日期要在今天以后、办理时限以内',
    basis: basis.plan,
    input: true,
    holds: ({ input, record, world, at }) => {
      const day = textOf(input, 'planDueOn')
      if (day === undefined) return true
      const name = `whistle.handle.${textOf(record.fields, 'occasion') ?? ''}`
      const limit = asLimit(parameterAt(world, name, record.openedAt)?.value)
      const last = limit && dayOf(dueAt(world.calendar, record.openedAt, limit).due)
      return day >= dayOf(at) && (last === undefined || day <= last)
    },
  },
  supervisesTheLate: {
    id: 'R019',
    says: '这个单位没有超时，也没有被退回，不能督办',
    instead: '可以先催办',
    basis: '街道统筹协调权、督办权：超时或办理不力的可以督办',
    input: true,
    holds: ({ input, record }) => {
      const unit = numberOf(input, 'unit') ?? 0
      const isSentBackLead =
        unit === numberOf(record.fields, 'lead') && (numberOf(record.fields, 'sentBack') ?? 0) > 0
      const takesPart = expectedParties(record).some(
        (party) => party.role === 'department' && party.unit === unit,
      )
      return takesPart && (isSentBackLead || unitsIn(record.fields, 'lateUnits').includes(unit))
    },
  },
  helpHasCome: {
    says: '已在协同处置',
    basis: basis.whistle,
    holds: ({ record }) => record.state === 'responding',
  },
  isInHandling: {
    says: '只有协同处置时可以请其再办',
    instead: '提请验收后不满意的，先退回',
    basis: basis.acceptance,
    holds: ({ record }) => record.state === 'handling',
  },
  isNotRuledYet: {
    says: '争议已经裁定，不能再提',
    basis: basis.ruling,
    holds: ({ party }) => !flagOf(party?.fields ?? {}, 'ruled'),
  },
}
