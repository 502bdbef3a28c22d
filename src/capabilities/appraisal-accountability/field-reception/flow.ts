import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const appeal = { appeal: { ...fields.appeal, required: true } } as const

const noteDemand: Command = {
  label: '提出诉求',
  by: ['effect'],
  input: appeal,
  records: 'ReceptionDemandRaised',
  says: '提出一件诉求，转入接诉即办',
  sets: ['countsDemand'],
}

const noteSolved: Command = {
  label: '诉求办结',
  by: ['effect'],
  input: appeal,
  requires: ['isClosedWithAnswer'],
  records: 'ReceptionDemandSolved',
  says: '一件诉求已答复办结',
  sets: ['countsSolved'],
  tells: ['host'],
}

/** 预告 → 接待 → 小结; what was raised there goes on as appeals and is heard of when it is closed. */
export const states: Readonly<Record<string, State>> = {
  announced: {
    label: '已预告',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'begin', clock: 'day' }],
    commands: {
      begin: {
        label: '开始接待',
        by: ['host'],
        records: 'ReceptionBegun',
        says: '开始接待',
        to: 'receiving',
      },
      move: {
        label: '改期',
        by: ['host'],
        input: { onDay: fields.onDay, hours: fields.hours, spot: fields.spot },
        requires: ['isAhead'],
        records: 'ReceptionMoved',
        says: '改为 {onDay} {hours}，{spot}',
        keeps: ['onDay', 'hours', 'spot'],
      },
      cancel: {
        label: '取消',
        by: ['host'],
        input: { reason: { ...fields.reason, required: true } },
        records: 'ReceptionCancelled',
        says: '取消：{reason}',
        keeps: ['reason'],
        to: 'cancelled',
        grave: true,
      },
      noteUnheld: {
        label: '接待日已过',
        by: ['clock'],
        records: 'ReceptionRanLate',
        says: '预告的日子已过，还没有接待',
        tells: ['host'],
      },
    },
  },
  receiving: {
    label: '接待中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'host', command: 'conclude', clock: 'conclude' }],
    commands: {
      attend: {
        label: '登记来访',
        by: ['host'],
        input: { people: { ...fields.people, required: true } },
        records: 'ReceptionAttended',
        says: '来访 {people} 人次',
        sets: ['countsAttendances'],
      },
      conclude: {
        label: '结束接待，写小结',
        by: ['host'],
        input: { summary: { ...fields.summary, required: true } },
        records: 'ReceptionConcluded',
        says: '小结：{summary}',
        keeps: ['summary'],
        to: 'concluded',
      },
      noteDemand,
      noteSolved,
      noteUnconcluded: {
        label: '小结超时',
        by: ['clock'],
        records: 'ReceptionSummaryRanLate',
        says: '接待后没有按时写小结',
        tells: ['host'],
      },
    },
  },
  concluded: { label: '已结束', is: 'resting', step: 3, commands: { noteDemand, noteSolved } },
  cancelled: { label: '已取消', is: 'end', step: 3 },
}
