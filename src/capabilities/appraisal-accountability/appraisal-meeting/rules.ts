import { standsOver } from '../../../kernel/area-tree.ts'
import { isGiven, numberOf } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import { answersToAsker, committeeFor, unitOf } from '../reviewing.ts'
import { basis } from './fields.ts'
import { newUnits, problemLines, unlisted } from './parts.ts'

const attendance = '上级派员列席下级述职评议会并点评'

/** The rules a meeting's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  answersToAsker: answersToAsker('units'),
  liesAhead: {
    says: '会议时间要在今后，结束要晚于开始',
    basis: '会议通知要先于会议',
    input: true,
    holds: ({ input, at }) => {
      const start = numberOf(input, 'startAt') ?? 0
      return start > at && (numberOf(input, 'endAt') ?? start + 1) > start
    },
  },
  /** Reports are made to one committee, and its own meeting hears them. */
  isOwnCycle: {
    says: '这次述职评议考核不是本级党委组织的',
    instead: '请选择本级党委的述职评议考核',
    basis: '述职评议考核由上级党委组织',
    input: true,
    facts: ['plannedCycle'],
    holds: ({ input, facts, actor, world: { directory } }) => {
      if (!isGiven(input['cycle'])) return true
      const [cycle] = facts['plannedCycle']?.rows ?? []
      return cycle !== undefined && cycle.fields['host'] === committeeFor(directory, actor)?.id
    },
  },
  areNew: {
    says: '选的单位都已经在述职名单里',
    basis,
    input: true,
    holds: ({ record, input }) => newUnits(record, input).length > 0,
  },
  hasReports: {
    says: '这次述职评议考核还没有审核过的述职报告，或已经都在名单里',
    instead: '请先审核述职报告，或直接添加述职单位',
    basis,
    facts: ['reports'],
    holds: ({ record, facts }) => unlisted(record, facts['reports']?.rows ?? []).length > 0,
  },
  someoneReports: {
    says: '还没有述职单位',
    instead: '请先添加述职单位',
    basis,
    holds: ({ record }) => reporters(record).length > 0,
  },
  dayHasCome: {
    says: '还没有到会议这一天',
    instead: '提前召开请先改期',
    basis,
    holds: ({ record, at }) => dayOf(numberOf(record.fields, 'startAt') ?? at) <= dayOf(at),
  },
  /** R033: the meeting belongs to the second stage of its year. */
  cycleMeets: {
    id: 'R033',
    says: '所属的述职评议考核还没有转入会上述职评议，不能开会',
    instead: '请先审完述职报告，把述职评议考核转入会上述职评议',
    basis: '会前调查研究、会上述职评议、会后整改落实依次进行',
    facts: ['meetingCycle'],
    holds: ({ record, facts }) =>
      !isGiven(record.fields['cycle']) || (facts['meetingCycle']?.count ?? 0) > 0,
  },
  hasNoReport: {
    says: '这份述职报告已按不述职办结，不能重新列入',
    instead: '请在下一年度述职',
    basis,
    holds: ({ party }) => !isGiven(party?.fields['report']),
  },
  isHolding: {
    says: '会议没有在召开，不能述职、点评',
    instead: '请先开会',
    basis,
    holds: ({ record }) => record.state === 'holding',
  },
  isNotOver: {
    says: '会议已经结束，名单和出席情况不再改',
    basis,
    holds: ({ record }) => ['planning', 'notified', 'holding'].includes(record.state),
  },
  isOnsite: {
    says: '书面述职的不上台，请直接点评',
    basis,
    holds: ({ party }) => party?.fields['form'] !== 'written',
  },
  /** R037: one report, one comment, then the next. */
  previousIsCommented: {
    id: 'R037',
    says: '上一个述职还没有点评，不能开始下一个',
    instead: '请先点评，再请下一位述职',
    basis,
    holds: ({ record }) =>
      reporters(record).every((one) => !['reporting', 'reported'].includes(one.state)),
  },
  isItsTurn: {
    id: 'R037',
    says: '还没有述职，不能点评；书面述职的也要等台上的点评完',
    basis,
    holds: ({ record, party }) =>
      party?.state === 'reported' ||
      (party?.fields['form'] === 'written' &&
        reporters(record).every((one) => !['reporting', 'reported'].includes(one.state))),
  },
  everyReportIsCommented: {
    id: 'R037',
    says: '还有述职没有点评，会议不能结束',
    instead: '请逐一点评；不再述职的先从名单中撤下',
    basis,
    holds: ({ record }) => reporters(record).every((one) => one.state === 'commented'),
  },
  namesProblems: {
    id: 'R038',
    says: '点评至少指出一个问题，一行一个，每个 4 到 200 字，最多 10 个',
    instead: '只讲成绩的不算点评',
    basis: '调研找问题、述职摆问题、点评指问题',
    input: true,
    holds: ({ words }) => {
      const lines = problemLines(words)
      const isWhole = (line: string) => [...line].length >= 4 && [...line].length <= 200
      return lines.length >= 1 && lines.length <= 10 && lines.every(isWhole)
    },
  },
  standsAbove: {
    id: 'R048',
    says: '只有上级党委、组织部门可以派员列席',
    basis: attendance,
    holds: (context) => isAbove(context),
  },
  isNotListed: {
    says: '本单位已经在列席名单里',
    basis: attendance,
    holds: ({ record, actor }) =>
      !record.parties.some((one) => one.role === 'observer' && one.unit === unitOf(actor)),
  },
}

function isAbove({ record, actor, world }: Context): boolean {
  const [own, below] = [unitOf(actor), numberOf(record.fields, 'host')]
  return own !== undefined && below !== undefined && standsOver(world.directory, own, below)
}

function reporters(record: RecordState): readonly Party[] {
  return record.parties.filter((one) => one.role === 'reporter' && one.state !== 'struckOff')
}
