import { areaHolds } from '../../../kernel/area-tree.ts'
import { listOf, numberOf, textOf, type Value, type Values } from '../../../kernel/field.ts'
import type { Context, EffectMaker, OpenEffect, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { ownUnit, typeOf, whereUnitLies, yearAt } from '../partners.ts'
import { basis, directions } from './sides.ts'

const territories = ['street', 'community']

export const rules = {
  isIndustryAndTerritory: {
    says: '结对的一方是行业部门，另一方是它范围内的街道或社区',
    instead: '请选择对应的行业部门或属地',
    basis,
    input: true,
    holds: (context) => {
      const { industry, territory } = sidesOf(context)
      const { units } = context.world.directory
      const over = units.get(industry ?? 0)?.area
      const under = units.get(territory ?? 0)?.area
      return over !== undefined && under !== undefined
        ? areaHolds(context.world.directory, over, under)
        : false
    },
  },
  looksAhead: {
    says: '完成期限不能早于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') >= dayOf(at),
  },
} as const satisfies Record<string, Rule>

/** Which of the asker and the unit it names is the industry, and which the territory. */
function sidesOf(context: Context) {
  const pair = [ownUnit(context), numberOf(context.input, 'other')]
  return {
    industry: pair.find((unit) => typeOf(context, unit) === 'department'),
    territory: pair.find((unit) => territories.includes(typeOf(context, unit))),
  }
}

const every = directions.map(({ value }) => value)

export const setters = {
  seatsBoth: (context) => {
    const { industry, territory } = sidesOf(context)
    return {
      fields: {
        industry: industry ?? null,
        territory: territory ?? null,
        awaiting: numberOf(context.input, 'other') ?? null,
      },
      ...whereUnitLies(context, territory),
    }
  },
  beginsYear: ({ at }) => ({ fields: { signedOn: dayOf(at), ...freshYear(yearAt(at)) } }),
  /** The new year begins on the day after the one at whose end the clock asks. */
  turnsYear: ({ record }) => ({
    fields: freshYear((numberOf(record.fields, 'year') ?? 0) + 1),
  }),
  /** R054: what is missing is named; what was recorded this year no longer is. */
  keepsDirection: ({ record, input }) => ({
    fields: found(record.fields, input, [textOf(input, 'direction') ?? '']),
  }),
  keepsConsultation: ({ record, input }) => ({
    fields: {
      consultedOn: input['heldOn'] ?? null,
      overdue: false,
      ...found(
        record.fields,
        input,
        listOf(input, 'sides').map((side) =>
          typeof side === 'string' ? `consultation-${side}` : '',
        ),
      ),
    },
  }),
  keepsOverdue: () => ({ fields: { overdue: true } }),
} as const satisfies Record<string, Setter>

function freshYear(year: number): Values {
  return { year, yearEnd: `${year}-12-31`, missing: every, verdict: 'oneWay' }
}

function found(fields: Values, input: Values, now: readonly Value[]): Values {
  if (numberOf(fields, 'year') !== numberOf(input, 'year')) return {}
  const missing = listOf(fields, 'missing').filter((one) => !now.includes(one))
  return { missing, verdict: missing.length === 0 ? 'twoWay' : 'oneWay' }
}

export const effects = {
  opensDuty: (context) => [
    opening(context, {
      open: 'two-way-duty',
      command: 'owe',
      input: { dueOn: context.input['dueOn'] ?? null },
      words: { title: context.words['duty'] ?? '', detail: context.words['detail'] ?? '' },
    }),
  ],
  opensConsultation: (context) => [
    opening(context, {
      open: 'two-way-consultation',
      command: 'call',
      input: { startAt: context.input['startAt'] ?? null },
      words: {
        title: context.words['topic'] ?? '',
        spot: context.words['spot'] ?? '',
        agenda: context.words['agenda'] ?? '',
      },
    }),
  ],
  opensAppraisal: (context) => {
    const { dutyScore = null, talkScore = null, helpScore = null } = context.input
    return [
      opening(context, {
        open: 'two-way-appraisal',
        command: 'judge',
        input: { dutyScore, talkScore, helpScore, year: yearAt(context.at) },
        words: {
          title: `${yearAt(context.at)}年度双向考核`,
          words: context.words['words'] ?? '',
        },
      }),
    ]
  },
} as const satisfies Record<string, EffectMaker>

/** The side that asks gives; the other takes. */
function opening(context: Context, what: OpenEffect): OpenEffect {
  const { fields: own, id } = context.record
  const giver = ownUnit(context) ?? null
  const isIndustry = giver === own['industry']
  const taker = (isIndustry ? own['territory'] : own['industry']) ?? null
  const side = isIndustry ? 'industry' : 'territory'
  const given = Object.entries(what.words ?? {}).filter(([, text]) => text !== '')
  return {
    ...what,
    input: { ...what.input, pair: id, giver, taker, side },
    words: Object.fromEntries(given),
  }
}
