import type { Command, State } from '../../../kernel/kind.ts'
import { always } from './commands.ts'
import { because, fields, given } from './fields.ts'

const calling = ['departmentsCanBeCalled', 'peersAreOtherStreets']

/** 吹哨: by the street itself, or out of an appeal that it handles and cannot solve alone. */
export const starts: Readonly<Record<string, Command>> = {
  whistle: {
    label: '吹哨',
    by: ['whistler'],
    input: given,
    requires: calling,
    records: 'Whistled',
    says: '吹{occasion}，报到 {lead} {called}',
    keeps: ['title', 'matter', 'occasion', 'lead', 'basis', 'spot'],
    sets: ['blows', 'goesByOccasion', 'callsThem'],
    to: 'responding',
    tells: ['lead'],
  },
  whistleForAppeal: {
    label: '就诉求吹哨',
    by: ['effect'],
    input: {
      ...given,
      appeal: { ...fields.appeal, required: true },
      street: { ...fields.street, required: true },
      complained: fields.complained,
    },
    requires: ['aStreetWhistles', ...calling],
    records: 'WhistledForAppeal',
    says: '就居民诉求吹{occasion}，报到 {lead} {called}',
    keeps: [
      'title',
      'matter',
      'occasion',
      'lead',
      'basis',
      'spot',
      'appeal',
      'street',
      'complained',
    ],
    sets: ['goesByOccasion', 'callsThem'],
    to: 'responding',
    tells: ['lead', 'street'],
  },
}

const leaderless = { seat: 'street', command: 'nameLead', when: 'leadIsMissing' } as const
const planless = {
  seat: 'lead',
  command: 'setPlan',
  clock: 'handling',
  when: 'lacksItsPlan',
} as const

/** 响应 → 协同处置 → 验收 → 销哨: only the street accepts, sends back and closes. */
export const states: Readonly<Record<string, State>> = {
  responding: {
    label: '响应中',
    is: 'working',
    step: 1,
    expects: [leaderless, planless],
    commands: always,
  },
  handling: {
    label: '协同处置',
    is: 'working',
    step: 2,
    expects: [
      leaderless,
      planless,
      { seat: 'lead', command: 'submit', clock: 'handling', when: 'calledHaveFinished' },
    ],
    commands: {
      submit: {
        label: '提请验收',
        by: ['lead'],
        input: { result: { ...fields.result, label: '总体办理情况', required: true } },
        requires: ['calledHaveFinished'],
        records: 'ResultSubmitted',
        says: '提请验收：{result}',
        keeps: ['result'],
        to: 'accepting',
        tells: ['street'],
      },
      ...always,
    },
  },
  accepting: {
    label: '待街道验收',
    is: 'working',
    step: 3,
    expects: [{ seat: 'street', command: 'accept', clock: 'accept' }],
    commands: {
      accept: {
        label: '验收销哨',
        by: ['street'],
        records: 'WhistleClosed',
        says: '验收通过，销哨',
        to: 'closed',
        effects: ['opensEvaluations', 'tellsAppeal'],
        tells: ['lead'],
      },
      sendBack: {
        label: '退回再办',
        by: ['street'],
        input: because,
        records: 'ResultSentBack',
        says: '验收未通过，退回：{reason}',
        keeps: ['reason'],
        sets: ['countsSendingBack'],
        to: 'handling',
        tells: ['lead'],
      },
      noteAcceptLate: {
        label: '验收超时',
        by: ['clock'],
        records: 'AcceptanceRanLate',
        says: '超过验收时限',
        tells: ['street', 'supervisor'],
      },
      noteLate: {
        label: '办理时限已到',
        by: ['clock'],
        records: 'LimitPassedInAcceptance',
        says: '办理时限已到，已在验收',
      },
    },
  },
  closed: { label: '已销哨', is: 'end', step: 4 },
  cancelled: { label: '已撤哨', is: 'end', step: 4 },
}
