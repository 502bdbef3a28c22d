import { narrowest } from '../../../kernel/directory.ts'
import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { areaAbove, isOwnArea, unitsIn } from '../meeting-parts.ts'
import { basis } from './fields.ts'
import { currentMembers, someDuty } from './members.ts'

/** The rules a body's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  isOwnArea,
  sortFitsLevel: {
    says: '这一层级不设这类议事机构',
    instead: '区委书记现场例会由市委设立，专题研究由市、区党委和街道党工委开展',
    basis: '各类议事机构的设立层级',
    input: true,
    holds: ({ input, record, world }) => {
      const level = world.directory.areas.get(narrowest(record.place))?.level
      const sort = textOf(input, 'sort')
      if (sort === 'forum') return level === 'city'
      return sort !== 'study' || level !== 'community'
    },
  },
  areNotMembersYet: {
    says: '成员单位不能重复',
    basis,
    input: true,
    holds: ({ input, record }) => {
      const units = unitsIn(input['units'])
      const now = currentMembers(record).map(({ unit }) => unit)
      return new Set([...now, ...units]).size === now.length + units.length
    },
  },
  someMemberHasDuty: {
    id: 'R022',
    says: '还没有写明职责的成员单位，议事机构不能运行',
    instead: '请先吸收成员单位并写明职责',
    basis,
    holds: ({ record }) => someDuty(currentMembers(record)),
  },
  someDutyStays: {
    id: 'R022',
    says: '这是最后一个写明职责的成员单位，不能退出',
    instead: '请先为其他成员单位写明职责',
    basis,
    holds: ({ record, party }) =>
      record.state === 'draft' ||
      someDuty(currentMembers(record).filter(({ unit }) => unit !== party?.unit)),
  },
  levelTakesUpperChair: {
    id: 'R025',
    says: '市级、区级议事机构的负责人不由上级党员干部兼任',
    basis: '只有街道和社区的联席会议可以请上一级的干部来牵头',
    holds: ({ record }) => ['street', 'community'].includes(textOf(record.fields, 'level') ?? ''),
  },
  chairIsFromAbove: {
    id: 'R025',
    says: '兼任的负责人要来自上一级单位',
    basis: '只有街道和社区的联席会议可以请上一级的干部来牵头',
    input: true,
    holds: ({ record, input, world }) => {
      const unit = world.directory.units.get(numberOf(input, 'chairUnit') ?? 0)
      return unit?.area === areaAbove(world.directory, narrowest(record.place))
    },
  },
  daysRunForward: {
    says: '任职止不能早于任职起',
    basis,
    input: true,
    holds: ({ input }) =>
      !isGiven(input['chairUntil']) ||
      (textOf(input, 'chairUntil') ?? '') >= (textOf(input, 'chairSince') ?? ''),
  },
  endsAfterItBegins: {
    says: '会议时间要在今后，结束要晚于开始',
    basis: '会议通知要先于会议',
    input: true,
    holds: ({ input, at }) => {
      const start = numberOf(input, 'startAt') ?? 0
      return start > at && (numberOf(input, 'endAt') ?? start + 1) > start
    },
  },
  isOverdue: {
    says: '没有逾期',
    basis: '召开周期（本市参数）',
    holds: ({ record }) => textOf(record.fields, 'pace') === 'overdue',
  },
  isJointOfCity: isJointOf('city'),
  isJointOfDistrict: isJointOf('district'),
  isJointOfStreet: isJointOf('street'),
  isJointOfCommunity: isJointOf('community'),
}

function isJointOf(level: string): Rule {
  return {
    says: '不是这一级的党建联席会议',
    basis,
    holds: ({ record }) => isJoint(record) && textOf(record.fields, 'level') === level,
  }
}

export function isJoint({ fields }: RecordState): boolean {
  return textOf(fields, 'sort') === 'joint'
}
