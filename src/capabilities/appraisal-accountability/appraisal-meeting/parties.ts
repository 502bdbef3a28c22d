import type { Command, PartyKind } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['host', 'office'] as const
const own = ['self', 'host', 'office'] as const

const note = (label: string, records: string): Command => ({
  label,
  by: ['clock'],
  records,
  says: `{party} ${label}`,
  tells: ['office'],
})

/** One comment follows each report; a written report is commented on without its being read out. */
const comment: Command = {
  label: '点评',
  by: ours,
  input: { comment: fields.comment, problems: fields.problems },
  requires: ['isHolding', 'isItsTurn', 'namesProblems'],
  records: 'ReportCommented',
  says: '点评 {party}：{comment}',
  sets: ['keepsComment'],
  effects: ['opensProblems', 'commentsReport'],
  to: 'commented',
}

const reporter: PartyKind = {
  label: '述职单位',
  start: 'listed',
  states: {
    listed: {
      label: '待述职',
      is: 'resting',
      commands: {
        begin: {
          label: '开始述职',
          by: ours,
          requires: ['isHolding', 'isOnsite', 'previousIsCommented'],
          records: 'ReportBegun',
          says: '{party} 开始述职',
          to: 'reporting',
        },
        comment,
        makeWritten: {
          label: '改为书面述职',
          by: ours,
          requires: ['isNotOver', 'isOnsite'],
          records: 'ReportMadeWritten',
          says: '{party} 书面述职',
          sets: ['isWritten'],
          undo: 'makeOnsite',
        },
        makeOnsite: {
          label: '改为现场述职',
          by: ours,
          requires: ['isNotOver'],
          records: 'ReportMadeOnsite',
          says: '{party} 现场述职',
          sets: ['isOnsiteAgain'],
        },
        setOrder: {
          label: '调整顺序',
          by: ours,
          input: { order: { ...fields.order, required: true } },
          requires: ['isNotOver'],
          records: 'ReportOrderSet',
          says: '{party} 述职顺序改为第 {order}',
          sets: ['keepsOrder'],
        },
        strikeOff: {
          label: '撤下',
          by: ours,
          input: { reason: { ...fields.reason, required: true } },
          requires: ['isNotOver'],
          records: 'ReporterStruckOff',
          says: '{party} 不在本次述职：{reason}',
          effects: ['excusesReport'],
          to: 'struckOff',
          undo: 'relist',
        },
      },
    },
    reporting: {
      label: '正在述职',
      is: 'working',
      expects: [{ seat: 'office', command: 'end', clock: 'speech' }],
      commands: {
        end: {
          label: '述职结束',
          by: ours,
          records: 'ReportEnded',
          says: '{party} 述职结束',
          effects: ['presentsReport'],
          to: 'reported',
        },
        noteTimeUp: note('述职时间到', 'ReportTimeUp'),
      },
    },
    reported: {
      label: '待点评',
      is: 'working',
      expects: [{ seat: 'office', command: 'comment', clock: 'comment' }],
      commands: { comment, noteUncommented: note('还没有点评', 'ReportStayedUncommented') },
    },
    commented: { label: '已点评', is: 'resting' },
    struckOff: {
      label: '不述职',
      is: 'resting',
      commands: {
        relist: {
          label: '重新列入',
          by: ours,
          requires: ['isNotOver', 'hasNoReport'],
          records: 'ReporterRelisted',
          says: '{party} 重新列入述职',
          to: 'listed',
        },
      },
    },
  },
  clocks: {
    speech: {
      label: '述职时间',
      stages: [{ limit: { parameter: 'appraisal.speech' }, asks: 'noteTimeUp' }],
      runs: ['reporting'],
      basis: '本市参数，可在设置中修改',
    },
    comment: {
      label: '点评',
      stages: [{ limit: { parameter: 'appraisal.comment' }, asks: 'noteUncommented' }],
      runs: ['reported'],
      basis: '本市参数，可在设置中修改',
    },
  },
}

/** Somebody from above sits in, and says afterwards what they saw: nobody below says it for them. */
const observer: PartyKind = {
  label: '上级列席',
  start: 'planned',
  states: {
    planned: {
      label: '拟列席',
      is: 'resting',
      commands: {
        attend: {
          label: '已列席',
          by: ['self'],
          requires: ['isHolding'],
          records: 'ObserverAttended',
          says: '{party} 列席',
          to: 'attended',
        },
        excuse: {
          label: '不能列席',
          by: own,
          input: { excuse: { ...fields.excuse, required: true } },
          requires: ['isNotOver'],
          records: 'ObserverExcused',
          says: '{party} 没有列席：{excuse}',
          sets: ['keepsOpinion'],
          to: 'excused',
        },
      },
    },
    attended: {
      label: '已列席',
      is: 'resting',
      commands: {
        remark: {
          label: '列席意见',
          by: ['self'],
          input: { opinion: fields.opinion },
          records: 'ObserverRemarked',
          says: '{party} 点评：{opinion}',
          sets: ['keepsOpinion'],
        },
      },
    },
    excused: { label: '未列席', is: 'resting' },
  },
}

export const parties: Readonly<Record<string, PartyKind>> = { reporter, observer }
