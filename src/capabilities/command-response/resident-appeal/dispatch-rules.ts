import { isEnded } from '../../../kernel/directory.ts'
import { flagOf, isGiven, numberOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { basis, freeDesk, isComplained, item, lead, unitNamed } from './reading.ts'

/** Who may be given an appeal, and when it may be given back. */
export const dispatchRules: Readonly<Record<string, Rule>> = {
  unitCanTakeIt: {
    says: '这个单位不在诉求所在地，或已撤销，不能承办',
    basis: basis.duty,
    input: true,
    holds: (context) => {
      const unit = unitNamed(context, 'lead')
      const { place } = context.record
      return (
        unit !== undefined &&
        !isEnded(context.world.directory, unit) &&
        [place.city, place.district, place.street, place.community].includes(unit.area)
      )
    },
  },
  withdrawnItemStaysAbove: {
    says: '该事项已由上级部门收回，不能派给街道',
    instead: '请派给清单写明的收回部门',
    basis: basis.duty,
    input: true,
    facts: ['item'],
    holds: (context) => {
      const type = unitNamed(context, 'lead')?.type
      const streetSide = type === 'street' || type === 'street-office' || type === 'community'
      return !(streetSide && item(context)?.fields['type'] === 'withdrawn')
    },
  },
  leadIsNamed: {
    says: '配合事项要由清单写明的牵头部门主办，街道只配合',
    instead: '请派给牵头部门，由它请街道协办',
    basis: basis.duty,
    input: true,
    facts: ['item'],
    holds: (context) => {
      const found = item(context)
      const unit = unitNamed(context, 'lead')
      return !(found?.fields['type'] === 'cooperate' && unit?.type === 'street')
    },
  },
  communityOnlyAssists: {
    says: '社区只协助，不能作为主办单位',
    instead: '请派给街道，由街道请社区协助',
    basis: '社区工作事项准入制度',
    input: true,
    holds: (context) => unitNamed(context, 'lead')?.type !== 'community',
  },
  itemIsInForce: {
    says: '引用的清单事项不存在或已失效',
    basis: basis.duty,
    input: true,
    facts: ['item'],
    holds: (context) => !isGiven(context.input['dutyItem']) || item(context)?.state === 'inForce',
  },
  aDeskIsFree: {
    says: '被反映的是受理单位自己或它的上级，没有别的单位可以受理',
    instead: '请向信访或纪检监察机关反映',
    basis: basis.person,
    input: true,
    holds: (context) =>
      context.input['complained'] === undefined || freeDesk(context) !== undefined,
  },
  leadIsNotComplainedOf: {
    says: '诉求正由这个单位或它的下属单位主办，只有在待派单时才能更正为反映它',
    instead: '请先撤回派单；已经签收的，改派给别的单位后再更正',
    basis: basis.person,
    input: true,
    holds: (context) => {
      const { record, input } = context
      const now = lead(context)
      return (
        record.state === 'intake' ||
        input['complained'] === undefined ||
        now === undefined ||
        !isComplained(context, now)
      )
    },
  },
  citesAnItem: {
    says: '退单必须引用履职清单的事项',
    basis: '退单须有清单依据',
    input: true,
    facts: ['item'],
    holds: (context) => item(context)?.state === 'inForce',
  },
  returnIsOpen: {
    says: '已过退单时限，视为接受办理',
    instead: '可请协办部门，或申请延期、挂账',
    basis: '超过退单时限视为接受',
    holds: ({ record }) =>
      record.clocks['returnWindow']?.stages.some((stage) => !stage.fired) === true,
  },
  isNotRuled: {
    says: '已经裁定由本单位承办，不能再退',
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
    basis: basis.swift,
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
}
