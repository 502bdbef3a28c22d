import { placeOf } from '../../../kernel/directory.ts'
import { isGiven, listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { awaitsControl, basis, deskAbove, isWithinReach } from './reading.ts'

/** The rules a finding's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  gridIsHere: {
    says: '这个网格不在问题所在的社区',
    basis: '每个网格只属于一个社区',
    input: true,
    holds: ({ input, record, world }) => {
      const grid = numberOf(input, 'grid')
      const { community } = record.place
      return (
        grid === undefined ||
        (grid !== community && placeOf(world.directory, grid)?.community === community)
      )
    },
  },
  pointIsOnTheMap: {
    says: '地图位置应是“经度,纬度”，或示意图上的“示意图:左,上”（百分比）',
    basis: basis.person,
    input: true,
    holds: ({ input }) =>
      !isGiven(input['point']) ||
      /^(\d{2,3}\.\d{1,6},\d{1,2}\.\d{1,6}|示意图:\d{1,3},\d{1,3})$/.test(
        textOf(input, 'point') ?? '',
      ),
  },
  handlerIsWithinReach: {
    says: '这个单位不在本级或本级以下，或已撤销，不能交给它处置',
    instead: '本级处置不了的，请写明理由上交一级',
    basis: basis.lowest,
    input: true,
    holds: (context) => isWithinReach(context, numberOf(context.input, 'handler')),
  },
  thereIsALevelAbove: {
    says: '上面没有可以接手的单位',
    basis: basis.lowest,
    holds: (context) => deskAbove(context) !== undefined,
  },
  calledAreWithinReach: {
    says: '协同单位要在本级或本级以下，不能重复，也不能是处置单位自己',
    instead: '需要上级部门参加的，请退回后上交一级，或由街道吹哨',
    basis: basis.lowest,
    input: true,
    holds: (context) => {
      const called = listOf(context.input, 'units')
      const taken = [
        numberOf(context.record.fields, 'handler'),
        ...context.record.parties.map(({ unit }) => unit),
      ]
      return (
        new Set(called).size === called.length &&
        called.every(
          (unit) =>
            typeof unit === 'number' && !taken.includes(unit) && isWithinReach(context, unit),
        )
      )
    },
  },
  isParty: {
    says: '这个单位没有参加协同处置',
    basis: basis.loop,
    input: true,
    holds: ({ record, input }) =>
      record.parties.some(({ unit }) => unit === numberOf(input, 'unit')),
  },
  partiesAreDone: {
    id: 'R020',
    says: '还有协同单位没有办完',
    instead: '请等各单位办完，或由交办单位写明理由请其退出',
    basis: basis.loop,
    holds: ({ record }) =>
      record.parties.every(({ state }) => ['done', 'declined'].includes(state)),
  },
  awaitsControl: {
    says: '这件事没有现场控制的时限，或已经控制',
    basis: '同类问题分阶段定时限',
    holds: ({ record }) => awaitsControl(record.fields),
  },
  isTheFinder: {
    says: '结果只由上报人本人确认',
    instead: '上报人逾期没有回应的，期满自动结束反馈',
    basis: basis.loop,
    holds: ({ actor, record }) =>
      actor.by === 'post' && actor.post.id === textOf(record.fields, 'foundBy'),
  },
  awaitsFinder: {
    says: '上报人已经回应，或已经期满',
    basis: basis.loop,
    holds: ({ record }) => textOf(record.fields, 'heard') === undefined,
  },
  feedbackFirst: {
    id: 'R020',
    says: '结果还没有反馈给上报人，不能归档',
    instead: '请等上报人确认，或等反馈期满',
    basis: basis.loop,
    holds: ({ record }) => textOf(record.fields, 'heard') !== undefined,
  },
  openerDoesNotClose: {
    says: '上报和结案不能是同一角色',
    instead: '请由社区书记、负责人或街道结案',
    basis: basis.apart,
    holds: (context) => roleOf(context) !== textOf(context.record.fields, 'finderRole'),
  },
}

function roleOf({ actor }: Context): string | undefined {
  return actor.by === 'post' ? actor.post.role : undefined
}
