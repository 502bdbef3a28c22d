import type { State } from '../../../kernel/kind.ts'
import { extensionCommands } from '../extension.ts'
import { anonymous, hearsOne } from '../hearing-residents.ts'
import { noted } from '../reviewed.ts'
import { because, due, fields } from './fields.ts'

const proposed: State = {
  label: '待筛选',
  plain: '已提出，正在筛选',
  is: 'working',
  step: 1,
  expects: [{ seat: 'unit', command: 'adopt', clock: 'screen' }],
  commands: {
    adopt: {
      label: '立项并公示',
      by: ['unit'],
      input: due,
      requires: ['endsLater'],
      records: 'DeedAdopted',
      says: '立项公示，{dueOn} 前完成',
      keeps: ['dueOn'],
      to: 'notice',
    },
    decline: {
      label: '不立项',
      by: ['unit'],
      input: because,
      records: 'DeedDeclined',
      says: '不立项：{reason}',
      keeps: ['reason'],
      to: 'declined',
    },
    noteScreenLate: noted('筛选超时', 'DeedScreeningRanLate', 'unit'),
  },
}

const notice: State = {
  label: '立项公示',
  plain: '已立项，正在公示',
  is: 'resting',
  step: 2,
  commands: {
    remark: {
      label: '对立项提意见',
      plain: '我对这件事有意见、建议',
      by: ['visitor'],
      input: {
        remark: { type: 'text', label: '意见、建议（不用写姓名）', required: true, max: 300 },
      },
      records: 'DeedRemarked',
      says: '公示意见：{remark}',
      tells: ['unit'],
    },
    drop: {
      label: '公示后不办',
      by: ['unit'],
      input: because,
      records: 'DeedDropped',
      says: '公示后不办：{reason}',
      keeps: ['reason'],
      to: 'declined',
      grave: true,
    },
    beginWork: {
      label: '公示期满，实施',
      by: ['clock'],
      records: 'DeedBegun',
      says: '公示期满，开始实施',
      to: 'underway',
      tells: ['unit'],
    },
  },
}

const underway: State = {
  label: '实施中',
  plain: '正在办',
  is: 'working',
  step: 3,
  expects: [
    { seat: 'unit', command: 'finish', clock: 'finish' },
    { seat: 'office', command: 'grantExtension', when: 'oneIsAsked' },
  ],
  commands: {
    finish: {
      label: '报办成',
      by: ['unit'],
      input: { result: { ...fields.result, required: true, min: 4 } },
      records: 'DeedFinished',
      says: '办成：{result}',
      keeps: ['result'],
      sets: ['remembersReporter', 'isInTime'],
      to: 'finished',
      tells: ['office'],
    },
    stop: {
      label: '终止',
      by: ['superior', 'office'],
      input: because,
      records: 'DeedStopped',
      says: '终止：{reason}',
      keeps: ['reason'],
      to: 'stopped',
      tells: ['unit'],
      grave: true,
    },
    noteLate: { ...noted('超过完成期限', 'DeedRanLate', 'unit', 'office'), sets: ['isLate'] },
    ...extensionCommands({
      asked: 'DeedExtensionAsked',
      granted: 'DeedExtended',
      refused: 'DeedExtensionRefused',
    }),
  },
}

const finished: State = {
  label: '待验收',
  plain: '已办完，等待验收',
  is: 'working',
  step: 4,
  expects: [{ seat: 'office', command: 'accept', clock: 'accept' }],
  commands: {
    accept: {
      label: '验收通过',
      by: ['superior', 'office'],
      input: { opinion: { ...fields.opinion, required: true } },
      requires: ['judgedByAnother'],
      records: 'DeedAccepted',
      says: '验收：{opinion}',
      keeps: ['opinion'],
      sets: ['notesAcceptance'],
      to: 'hearing',
      tells: ['unit'],
    },
    returnWork: {
      label: '验收不通过',
      by: ['superior', 'office'],
      input: { ...because, ...due },
      requires: ['judgedByAnother', 'endsLater'],
      records: 'DeedNotAccepted',
      says: '验收不通过：{reason}',
      keeps: ['reason', 'dueOn'],
      to: 'underway',
      tells: ['unit'],
    },
    noteAcceptLate: noted('验收超时', 'DeedAcceptanceRanLate', 'office'),
  },
}

const evaluate = hearsOne({
  plain: '我来评价',
  input: {
    benefit: anonymous('这件事对您有用吗', [
      ['yes', '有用'],
      ['some', '有一点用'],
      ['no', '没有用'],
    ]),
  },
  records: 'DeedEvaluated',
})

/** 提出 → 筛选 → 立项公示 → 实施 → 验收 → 居民评价; done only after the last two (R124). */
export const states: Readonly<Record<string, State>> = {
  proposed,
  notice,
  underway,
  finished,
  hearing: {
    label: '居民评价',
    plain: '已验收，请居民评价',
    is: 'resting',
    step: 5,
    commands: {
      evaluate,
      endHearing: {
        label: '评价期满',
        by: ['clock'],
        records: 'DeedHearingEnded',
        says: '居民评价期满',
        moves: [{ to: 'done', when: 'acceptedAndHeard' }],
        to: 'unheard',
        tells: ['unit', 'office'],
      },
    },
  },
  unheard: {
    label: '评价不足',
    plain: '参加评价的居民还不够，会再听一轮',
    is: 'working',
    step: 5,
    expects: [{ seat: 'unit', command: 'hearAgain', clock: 'hearAgain' }],
    commands: {
      hearAgain: {
        label: '再请居民评价',
        by: ['unit', 'superior', 'office'],
        records: 'DeedHeardAgain',
        says: '再请居民评价一轮',
        to: 'hearing',
      },
      noteHearLate: noted('没有再请居民评价', 'DeedHearingRanLate', 'unit', 'office'),
    },
  },
  done: { label: '已办成', plain: '已办成，验收和居民评价都有了', is: 'end', step: 6 },
  declined: { label: '未立项', plain: '这次没有立项，理由见下', is: 'end', step: 6 },
  stopped: { label: '已终止', plain: '已终止，理由见下', is: 'end', step: 6 },
}
