import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['committee', 'trustedOffice'] as const

const redraw: Command = {
  label: '重新取数',
  by: ours,
  input: { reason: fields.reason },
  records: 'SheetRedrawn',
  says: '重新取数：{reason}',
  keeps: ['reason'],
  sets: ['drawsValues'],
  facts: ['redrawn'],
  tells: ['unit'],
}
const note = (label: string, records: string): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells: ['office'],
})

/** 取数 → 出单 → 三个渠道列入 → 办结. */
export const states: Readonly<Record<string, State>> = {
  drawn: {
    label: '已取数',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'issue', clock: 'issue' }],
    commands: {
      issue: {
        label: '出单',
        by: ours,
        input: { rank: fields.rank, tied: fields.tied, ranked: fields.ranked },
        requires: ['rankIsInside'],
        records: 'SheetIssued',
        says: '出单，告知单位',
        keeps: ['rank', 'tied', 'ranked'],
        effects: ['proposesInterview'],
        to: 'issued',
        tells: ['unit', 'inspection'],
      },
      redraw,
      noteIssueLate: note('没有按时出单', 'SheetIssueRanLate'),
    },
  },
  issued: {
    label: '已出单',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'close', clock: 'close' }],
    commands: {
      enterPerformance: {
        label: '列入实绩考核',
        by: ours,
        input: { performance: { ...fields.performance, required: true } },
        records: 'SheetEnteredPerformance',
        says: '列入实绩考核：{performance}',
        keeps: ['performance'],
        sets: ['readsPerformance'],
      },
      enterAppraisal: {
        label: '列入述职评议考核',
        by: ours,
        input: { appraisal: { ...fields.appraisal, required: true } },
        records: 'SheetEnteredAppraisal',
        says: '列入述职评议考核：{appraisal}',
        keeps: ['appraisal'],
        sets: ['readsAppraisal'],
      },
      enterInspection: {
        label: '列入巡视巡察',
        by: ['trustedOffice', 'inspection'],
        input: { inspection: { ...fields.inspection, required: true } },
        records: 'SheetEnteredInspection',
        says: '列入巡视巡察，编号 {inspection}',
        keeps: ['inspection'],
        sets: ['readsInspection'],
      },
      remark: {
        label: '对结果有意见',
        by: ['own'],
        input: { remark: fields.remark },
        records: 'SheetRemarked',
        says: '单位意见：{remark}',
        keeps: ['remark'],
        sets: ['asksAnswer'],
        tells: ['office'],
      },
      reply: {
        label: '答复意见',
        by: ours,
        input: { answer: fields.answer },
        requires: ['hasRemark'],
        records: 'SheetReplied',
        says: '答复：{answer}',
        keeps: ['answer'],
        tells: ['unit'],
      },
      redraw,
      close: {
        label: '办结',
        by: ours,
        requires: ['channelsReadTheSame', 'remarkIsAnswered'],
        records: 'SheetClosed',
        says: '三个渠道用同一张结果单，办结',
        to: 'closed',
      },
      noteCloseLate: note('没有按时办结', 'SheetCloseRanLate'),
    },
  },
  closed: { label: '已办结', is: 'end', step: 3 },
}
