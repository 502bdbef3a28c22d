import type { Command, Kind, State } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'

const ours = ['host', 'office'] as const

const note = (label: string, records: string): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells: ['office'],
})

/** 会前调查研究 → 会上述职评议 → 会后整改落实: none begins before the one before it is done. */
export const states: Readonly<Record<string, State>> = {
  preparing: {
    label: '筹备部署',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'startResearch', clock: 'prepare' }],
    commands: {
      startResearch: {
        label: '部署，开始会前调研',
        by: ours,
        requires: ['questionsAreSet'],
        records: 'CycleResearchStarted',
        says: '部署述职评议考核，开始会前调研，述职报告开始起草',
        sets: ['notesOpenProblems'],
        facts: ['open'],
        effects: ['opensReports'],
        to: 'research',
      },
      addReporters: {
        label: '加述职的党组织',
        by: ours,
        input: { reporters: { ...fields.reporters, required: true } },
        requires: ['reportersAreBelow', 'areNew'],
        records: 'CycleReportersAdded',
        says: '增加述职的党组织',
        sets: ['asksReporters'],
      },
      drop: {
        label: '撤销',
        by: ours,
        input: { reason: { ...fields.reason, required: true } },
        records: 'CycleDropped',
        says: '撤销：{reason}',
        keeps: ['reason'],
        to: 'dropped',
        grave: true,
      },
      notePrepareLate: note('筹备超过时限', 'CyclePreparedLate'),
    },
  },
  research: {
    label: '会前调查研究',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'startMeeting', clock: 'research' }],
    commands: {
      startMeeting: {
        label: '转入会上述职评议',
        by: ours,
        requires: ['reportsAreReviewed'],
        records: 'CycleMeetingStarted',
        says: '会前调研结束，转入会上述职评议',
        to: 'meeting',
      },
      noteMeetingDay: note('到了述职评议会日期', 'CycleMeetingDayCame'),
    },
  },
  meeting: {
    label: '会上述职评议',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'startRectifying', clock: 'meeting' }],
    commands: {
      startRectifying: {
        label: '转入会后整改落实',
        by: ours,
        requires: ['reportsAreCommented', 'mustTopicsAreRemarked'],
        records: 'CycleRectifyingStarted',
        says: '述职评议结束，转入会后整改落实',
        to: 'rectifying',
      },
      noteMeetingLate: note('述职评议超过时限', 'CycleMeetingRanLate'),
    },
  },
  rectifying: {
    label: '会后整改落实',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'close', clock: 'rectify' }],
    commands: {
      close: {
        label: '办结归档',
        by: ours,
        requires: ['meetingsAreClosed', 'reportersAreRated', 'problemsAreClaimed'],
        records: 'CycleClosed',
        says: '本年度述职评议考核办结归档',
        to: 'closed',
      },
      noteRectifyLate: note('整改落实超过时限', 'CycleRectifyRanLate'),
    },
  },
  closed: { label: '已归档', is: 'end', step: 5 },
  dropped: { label: '已撤销', is: 'end', step: 5 },
}

export const clocks: NonNullable<Kind['clocks']> = {
  prepare: {
    label: '筹备',
    stages: [{ limit: { parameter: 'cycle.prepare' }, asks: 'notePrepareLate' }],
    runs: ['preparing'],
    basis: '本市参数，可在设置中修改',
  },
  research: {
    label: '述职评议会日期',
    stages: [{ limit: { until: 'meetingOn' }, asks: 'noteMeetingDay' }],
    runs: ['research'],
    basis,
  },
  meeting: {
    label: '述职评议',
    stages: [{ limit: { parameter: 'cycle.meeting' }, asks: 'noteMeetingLate' }],
    runs: ['meeting'],
    basis: '本市参数，可在设置中修改',
  },
  rectify: {
    label: '整改落实',
    stages: [{ limit: { parameter: 'cycle.rectify' }, asks: 'noteRectifyLate' }],
    runs: ['rectifying'],
    basis: '本市参数，可在设置中修改',
  },
}
