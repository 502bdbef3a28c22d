import { isUnderUnit } from '../../../kernel/directory.ts'
import { flagOf, isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { basis, dayAfter, lead, unitNamed } from './reading.ts'

/** What must hold while it is handled, and before an answer goes out. */
export const handlingRules: Readonly<Record<string, Rule>> = {
  awaitsContact: {
    says: '诉求人没有留联系方式，或这次办理已经联系过',
    basis: basis.person,
    holds: ({ record: { fields } }) => {
      const contacted = numberOf(fields, 'contactedAt')
      const answered = numberOf(fields, 'answeredAt')
      const isSpokenTo = contacted !== undefined && (answered === undefined || contacted > answered)
      return isGiven(fields['reporter']) && !isSpokenTo
    },
  },
  firstHandling: {
    says: '重办的诉求不再退单',
    basis: '重办由原主办单位负责',
    holds: ({ record }) =>
      (numberOf(record.fields, 'reopenings') ?? 0) === 0 && !flagOf(record.fields, 'ruled'),
  },
  hasSpokenFirst: {
    says: '还没有联系过诉求人，不能答复',
    instead: '请先联系；两次联系不上的，记下后可以答复',
    basis: '先联系、再办理、后答复',
    holds: hasSpoken,
  },
  isFilledIn: {
    says: '答复里还有没填写的模板空格',
    instead: '请把花括号里的内容换成实际情况',
    basis: basis.swift,
    input: true,
    holds: ({ words }) => !/\{[^{}]*\}/u.test(words['publicAnswer'] ?? ''),
  },
  waitsForAWord: {
    says: '已经联系过诉求人',
    basis: '先联系、再办理、后答复',
    holds: (context) => !hasSpoken(context),
  },
  partiesAreDone: {
    says: '还有协办单位没有办完',
    instead: '请催办，或说明理由后请其退出',
    basis: '首接负责、协同办理',
    holds: ({ record }) =>
      record.parties.every((party) => ['done', 'declined'].includes(party.state)),
  },
  isOwnOffice: {
    says: '只能转给本单位的内设科室',
    basis: '内部转办',
    input: true,
    holds: (context) => {
      const unit = unitNamed(context, 'office')
      const main = lead(context)
      return (
        unit !== undefined &&
        main !== undefined &&
        unit.id !== main &&
        unit.type !== 'community' &&
        isUnderUnit(context.world.directory, unit.id, main)
      )
    },
  },
  isOwnCommunity: {
    says: '只能请本街道的社区协助',
    basis: '社区协助、街道负责',
    input: true,
    holds: (context) => {
      const unit = unitNamed(context, 'community')
      const main = lead(context)
      return (
        unit?.type === 'community' &&
        main !== undefined &&
        isUnderUnit(context.world.directory, unit.id, main)
      )
    },
  },
  isAnotherUnit: {
    says: '不能请本单位协办自己',
    basis: '首接负责、协同办理',
    input: true,
    holds: (context) => numberOf(context.input, 'department') !== lead(context),
  },
  isNoPartyYet: {
    says: '这个单位已经在办',
    basis: '一个单位在一件诉求里只承担一次',
    input: true,
    holds: ({ input, record }) => {
      const asked = [input['office'], input['community'], input['department']]
      return !record.parties.some((party) => asked.includes(party.unit))
    },
  },
  isParty: {
    says: '这个单位没有参加办理',
    basis: basis.swift,
    input: true,
    holds: ({ input, record }) => record.parties.some((party) => party.unit === input['unit']),
  },
  oneExtension: {
    says: '每件诉求只能申请一次延期',
    basis: '延期一次，不超过原时限',
    holds: ({ record }) => !isGiven(record.fields['extension']),
  },
  isNotLate: {
    says: '已经超时，不能再申请延期',
    instead: '可请上级督办协调',
    basis: '延期须在到期前申请',
    holds: ({ record }) => record.clocks['limit']?.stages.some((stage) => !stage.fired) === true,
  },
  isNoLongerThanFirst: {
    says: '延期不能超过原来的办理时限',
    basis: '延期一次，不超过原时限',
    input: true,
    holds: ({ record, input }) => {
      const first = record.clocks['limit']?.stages[0]?.limit
      const asked = input['extensionLimit']
      if (first === undefined || typeof asked !== 'object' || asked === null) return false
      return 'qty' in asked && asked.qty > 0 && asked.qty <= first.qty && asked.unit === first.unit
    },
  },
  extensionIsAsked: {
    says: '没有待批的延期申请',
    basis: '延期须申请',
    holds: ({ record }) => textOf(record.fields, 'extension') === 'asked',
  },
  noSuspensionAsked: {
    says: '已有待批的挂账申请',
    basis: '挂账须有方案、批准和复查日期',
    holds: ({ record }) => textOf(record.fields, 'suspension') !== 'asked',
  },
  suspensionIsAsked: {
    says: '没有待批的挂账申请',
    basis: '挂账须有方案、批准和复查日期',
    holds: ({ record }) => textOf(record.fields, 'suspension') === 'asked',
  },
  reviewLiesAhead: {
    says: '复查日期要在今天之后、一年以内',
    basis: '挂账须有方案、批准和复查日期',
    input: true,
    holds: ({ input, at }) => {
      const day = textOf(input, 'reviewOn')
      return day !== undefined && day > dayAfter(at, 0) && day <= dayAfter(at, 366)
    },
  },
  headChecks: {
    says: '本单位的答复不需要负责人审核',
    basis: '本单位答复审核设置',
    holds: (context) => {
      const main = lead(context)
      return main !== undefined && context.world.directory.units.get(main)?.headChecks === true
    },
  },
  notOwnDraft: {
    says: '自己起草的答复要由别的负责人审核',
    basis: '拟稿与审核分开',
    holds: ({ record, actor }) =>
      actor.by === 'post' && actor.post.id !== record.fields['draftedBy'],
  },
}

function hasSpoken({ record }: Context): boolean {
  return (
    !isGiven(record.fields['reporter']) ||
    isGiven(record.fields['contactedAt']) ||
    (numberOf(record.fields, 'attempts') ?? 0) >= 2
  )
}
