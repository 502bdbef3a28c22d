import { isUnderUnit } from '../../../kernel/directory.ts'
import { flagOf, isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { basis, lead, ownUnit, rank, unitNamed } from './reading.ts'

/** Who may judge, and what a judgement does. */
export const judgingRules: Readonly<Record<string, Rule>> = {
  cameAnswered: {
    says: '来源没有答复',
    basis: basis.swift,
    holds: ({ record }) => isGiven(record.fields['publicAnswer']),
  },
  answerHasItsTime: {
    says: '导入的答复要有答复时间，且不早于来件时间',
    basis: basis.swift,
    input: true,
    holds: ({ input }) => {
      const occurred = numberOf(input, 'occurredAt') ?? 0
      return (
        isGiven(input['publicAnswer']) === isGiven(input['answeredAt']) &&
        (numberOf(input, 'answeredAt') ?? occurred) >= occurred
      )
    },
  },
  outsideTheLine: {
    id: 'R117',
    says: '承办单位及其上级不能自己回访',
    basis: '回访由承办系统之外的单位进行',
    holds: (context) => {
      const unit = ownUnit(context)
      const main = lead(context)
      const { directory } = context.world
      return (
        unit !== undefined &&
        main !== undefined &&
        !isUnderUnit(directory, unit, main) &&
        !isUnderUnit(directory, main, unit)
      )
    },
  },
  isUnsolvedAgain: {
    id: 'R117',
    says: '不是第二次未解决',
    basis: '二次未解决提级办理',
    holds: ({ record }) =>
      textOf(record.fields, 'solved') === 'unsolved' &&
      (numberOf(record.fields, 'reopenings') ?? 0) > 1,
  },
  isUnsolved: {
    id: 'R117',
    says: '评价不是未解决',
    basis: '未解决的重办',
    holds: ({ record }) => textOf(record.fields, 'solved') === 'unsolved',
  },
  saysWhy: {
    id: 'R117',
    says: '请说明还有什么没有解决',
    basis: '重办要写明原因',
    input: true,
    holds: ({ input, words }) =>
      input['solved'] !== 'unsolved' || (words['reason'] ?? '').trim().length >= 2,
  },
  isHigherUp: {
    id: 'R117',
    says: '提级办理要交给比原主办单位高一级的单位',
    basis: '二次未解决提级办理',
    input: true,
    holds: (context) => {
      const now = unitNamed(context, 'lead')
      const main = lead(context)
      const before = main === undefined ? undefined : context.world.directory.units.get(main)
      return (
        now !== undefined &&
        before !== undefined &&
        rank(context, now.area) < Math.max(rank(context, before.area), 1)
      )
    },
  },
  firstRaise: {
    says: '不是第一次提级',
    basis: '二次未解决提级办理',
    holds: ({ record }) => (numberOf(record.fields, 'raisedLevel') ?? 0) === 0,
  },
  laterRaise: {
    says: '不是再次提级',
    basis: '二次未解决提级办理',
    holds: ({ record }) => (numberOf(record.fields, 'raisedLevel') ?? 0) > 0,
  },
  handlerMayKnow: {
    says: '诉求人要求保密，承办单位不能查看身份',
    instead: '需要联系时请由受理单位转达',
    basis: basis.person,
    holds: (context) => {
      const unit = ownUnit(context)
      return (
        !flagOf(context.record.fields, 'keepSecret') ||
        unit !== lead(context) ||
        unit === numberOf(context.record.fields, 'desk')
      )
    },
  },
}
