import { addDays, dayOf } from '../../../kernel/time.ts'
import { numberOf, flagOf, isGiven, textOf } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { isUnderUnit } from '../../../kernel/directory.ts'

const duty = '街道履行职责事项清单'
const swift = '接诉即办工作机制'
const person = '诉求人的权利:知情、评价、身份受保护'

const unitNamed = (context: Context, input: string) => {
  const id = numberOf(context.input, input)
  return id === undefined ? undefined : context.world.directory.units.get(id)
}
const lead = (context: Context) => numberOf(context.record.fields, 'lead')
const ownUnit = (context: Context) =>
  context.actor.by === 'post' ? context.actor.post.unit : undefined
const item = (context: Context) => context.facts['item']?.rows[0]

/** The rules an appeal's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  unitCanTakeIt: {
    says: '这个单位不在诉求所在地,或已撤销,不能承办',
    basis: duty,
    input: true,
    holds: (context) => {
      const unit = unitNamed(context, 'lead')
      const { place } = context.record
      return (
        unit !== undefined &&
        unit.to === undefined &&
        [place.city, place.district, place.street, place.community].includes(unit.area)
      )
    },
  },
  withdrawnItemStaysAbove: {
    says: '该事项已由上级部门收回,不能派给街道',
    instead: '请派给清单写明的收回部门',
    basis: duty,
    input: true,
    facts: ['item'],
    holds: (context) => {
      const type = unitNamed(context, 'lead')?.type
      const streetSide = type === 'street' || type === 'street-office' || type === 'community'
      return !(streetSide && item(context)?.fields['type'] === 'withdrawn')
    },
  },
  leadIsNamed: {
    says: '配合事项要由清单写明的牵头部门主办,街道只配合',
    instead: '请派给牵头部门,由它请街道协办',
    basis: duty,
    input: true,
    facts: ['item'],
    holds: (context) => {
      const found = item(context)
      const unit = unitNamed(context, 'lead')
      return !(found?.fields['type'] === 'cooperate' && unit?.type === 'street')
    },
  },
  communityOnlyAssists: {
    says: '社区只协助,不能作为主办单位',
    instead: '请派给街道,由街道请社区协助',
    basis: '社区工作事项准入制度',
    input: true,
    holds: (context) => unitNamed(context, 'lead')?.type !== 'community',
  },
  itemIsInForce: {
    says: '引用的清单事项不存在或已失效',
    basis: duty,
    input: true,
    facts: ['item'],
    holds: (context) => !isGiven(context.input['dutyItem']) || item(context)?.state === 'inForce',
  },
  citesAnItem: {
    says: '退单必须引用履职清单的事项',
    basis: '退单须有清单依据',
    input: true,
    facts: ['item'],
    holds: (context) => item(context)?.state === 'inForce',
  },
  returnIsOpen: {
    says: '已过退单时限,视为接受办理',
    instead: '可请协办部门,或申请延期、挂账',
    basis: '超过退单时限视为接受',
    holds: ({ record }) =>
      record.clocks['returnWindow']?.stages.some((stage) => !stage.fired) === true,
  },
  isNotRuled: {
    says: '已经裁定由本单位承办,不能再退',
    basis: '裁定一次生效',
    holds: ({ record }) => !flagOf(record.fields, 'ruled'),
  },
  hasBeenReturnedTwice: {
    says: '退单未满两次',
    basis: '两次退单后会商裁定',
    holds: ({ record }) => (numberOf(record.fields, 'returns') ?? 0) > 2,
  },
  primaryIsOpen: {
    says: '要并入的诉求不存在或已经办结',
    basis: swift,
    input: true,
    facts: ['primary'],
    holds: ({ facts, record, input }) => {
      const found = facts['primary']?.rows[0]
      return (
        found !== undefined &&
        input['primary'] !== record.id &&
        [
          'intake',
          'dispatched',
          'returned',
          'ruling',
          'handling',
          'checking',
          'suspended',
        ].includes(found.state)
      )
    },
  },
  leftContact: {
    says: '诉求人没有留联系方式',
    basis: person,
    holds: ({ record }) => isGiven(record.fields['reporter']),
  },
  firstHandling: {
    says: '重办的诉求不再退单',
    basis: '重办由原主办单位负责',
    holds: ({ record }) =>
      (numberOf(record.fields, 'reopenings') ?? 0) === 0 && !flagOf(record.fields, 'ruled'),
  },
  hasSpokenFirst: {
    says: '还没有联系过诉求人,不能答复',
    instead: '请先联系;两次联系不上的,记下后可以答复',
    basis: '先联系、再办理、后答复',
    holds: ({ record }) =>
      !isGiven(record.fields['reporter']) ||
      isGiven(record.fields['contactedAt']) ||
      (numberOf(record.fields, 'attempts') ?? 0) >= 2,
  },
  partiesAreDone: {
    says: '还有协办单位没有办完',
    instead: '请催办,或说明理由后请其退出',
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
    basis: swift,
    input: true,
    holds: ({ input, record }) =>
      record.parties.some((party) => party.unit === input['unit'] && party.role === 'co'),
  },
  oneExtension: {
    says: '每件诉求只能申请一次延期',
    basis: '延期一次,不超过原时限',
    holds: ({ record }) => !isGiven(record.fields['extension']),
  },
  isNotLate: {
    says: '已经超时,不能再申请延期',
    instead: '可请上级督办协调',
    basis: '延期须在到期前申请',
    holds: ({ record }) => record.clocks['limit']?.stages.some((stage) => !stage.fired) === true,
  },
  isNoLongerThanFirst: {
    says: '延期不能超过原来的办理时限',
    basis: '延期一次,不超过原时限',
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
  outsideTheLine: {
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
    says: '不是第二次未解决',
    basis: '二次未解决提级办理',
    holds: ({ record }) =>
      textOf(record.fields, 'solved') === 'unsolved' &&
      (numberOf(record.fields, 'reopenings') ?? 0) > 1,
  },
  isUnsolved: {
    says: '评价不是未解决',
    basis: '未解决的重办',
    holds: ({ record }) => textOf(record.fields, 'solved') === 'unsolved',
  },
  saysWhy: {
    says: '请说明还有什么没有解决',
    basis: '重办要写明原因',
    input: true,
    holds: ({ input, words }) =>
      input['solved'] !== 'unsolved' || (words['reason'] ?? '').trim().length >= 2,
  },
  isHigherUp: {
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
    says: '诉求人要求保密,承办单位不能查看身份',
    instead: '需要联系时请由受理单位转达',
    basis: person,
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

function rank(context: Context, area: number): number {
  const level = context.world.directory.areas.get(area)?.level
  return ['city', 'district', 'street', 'community'].indexOf(level ?? 'community')
}

function dayAfter(at: number, days: number): string {
  return addDays(dayOf(at), days)
}
