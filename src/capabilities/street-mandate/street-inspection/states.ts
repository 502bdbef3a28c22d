import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const reason = { reason: fields.reason } as const
const cancel: Command = {
  label: '取消检查',
  by: ['department'],
  input: reason,
  records: 'InspectionCancelled',
  says: '取消检查',
  keeps: ['reason'],
  to: 'cancelled',
  tells: ['street'],
}
const overrun = (label: string, records: string, tells: readonly string[]): Command => ({
  label,
  by: ['clock'],
  records,
  says: label,
  tells,
})

/** Approved: carried out. Not approved: the street declines it, receives it, or reports it. */
export const states: Readonly<Record<string, State>> = {
  announced: {
    label: '待检查',
    is: 'working',
    step: 2,
    expects: [{ seat: 'department', command: 'carryOut', clock: 'visit' }],
    commands: {
      carryOut: {
        label: '记录检查结果',
        by: ['department'],
        input: { result: fields.result },
        records: 'InspectionCarriedOut',
        says: '检查完成',
        keeps: ['result'],
        to: 'done',
        tells: ['street'],
      },
      cancel,
      visitOverrun: overrun('检查日期已过，没有记录结果', 'VisitOverdue', ['department']),
    },
  },
  unapproved: {
    label: '未经批准',
    is: 'working',
    step: 1,
    expects: [{ seat: 'street', command: 'decline', clock: 'choose' }],
    commands: {
      decline: {
        label: '不接受检查',
        by: ['street'],
        input: { reason: { ...fields.reason, required: false } },
        records: 'InspectionDeclined',
        says: '未经批准，不接受检查',
        keeps: ['reason'],
        to: 'declined',
        tells: ['department', 'answerer'],
      },
      receive: {
        label: '接受检查',
        by: ['street'],
        records: 'InspectionReceived',
        says: '接受检查',
        to: 'announced',
        tells: ['department'],
      },
      refer: {
        label: '请区里处理',
        by: ['street'],
        input: { account: { ...fields.account, required: true } },
        records: 'InspectionReferred',
        says: '请区里处理',
        keeps: ['account'],
        to: 'reported',
        tells: ['answerer'],
      },
      cancel,
      chooseOverrun: overrun('街道没有答复', 'ChoiceOverdue', ['street']),
    },
  },
  reported: {
    label: '待区里答复',
    is: 'working',
    step: 2,
    expects: [{ seat: 'answerer', command: 'answer', clock: 'answer' }],
    commands: {
      answer: {
        label: '答复街道',
        by: ['answerer'],
        input: { answer: fields.answer },
        records: 'ReportAnswered',
        says: '已答复街道',
        keeps: ['answer'],
        to: 'answered',
        tells: ['street', 'department'],
      },
      answerOverrun: overrun('答复超时', 'AnswerOverdue', ['street']),
    },
  },
  done: { label: '已检查', is: 'end', step: 3 },
  declined: { label: '街道未接受', is: 'end', step: 3 },
  answered: { label: '已答复', is: 'end', step: 3 },
  cancelled: { label: '已取消', is: 'end', step: 3 },
}
