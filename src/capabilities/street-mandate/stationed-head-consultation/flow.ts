import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const { about, ...said } = {
  body: fields.body,
  head: fields.head,
  about: fields.about,
  matter: fields.matter,
}

export const starts: Readonly<Record<string, Command>> = {
  consult: {
    label: '征求街道意见',
    by: ['superior'],
    input: { ...said, about },
    requires: ['isInAStreet'],
    records: 'OpinionAsked',
    says: '就{body}负责人征求街道党（工）委意见',
    keeps: ['body', 'head', 'about', 'matter'],
    sets: ['seatsDepartment'],
    to: 'asking',
    tells: ['street'],
  },
  advise: {
    label: '人事建议',
    by: ['effect'],
    input: {
      body: fields.body,
      head: fields.head,
      opinion: fields.opinion,
      department: { ...fields.department, required: true },
      street: { ...fields.street, required: true },
    },
    requires: ['departmentIsNamed'],
    records: 'PersonnelAdvised',
    says: '街道就{body}负责人提出人事建议',
    keeps: ['body', 'head', 'opinion', 'department', 'street'],
    sets: ['keepsAsAdvice'],
    to: 'opined',
    tells: ['department'],
  },
}

const opine: Command = {
  label: '反馈意见',
  by: ['street'],
  input: { conclusion: fields.conclusion, opinion: fields.opinion },
  records: 'OpinionGiven',
  says: '街道党（工）委反馈书面意见',
  keeps: ['conclusion', 'opinion'],
  to: 'opined',
  tells: ['department'],
}

const conclude: Command = {
  label: '报审',
  by: ['department'],
  input: {
    outcome: fields.outcome,
    adoption: fields.adoption,
    why: fields.why,
    toldOn: fields.toldOn,
    objection: fields.objection,
  },
  requires: ['opinionIsHeard', 'saysIfAdopted', 'personWasTold'],
  records: 'CaseReported',
  says: '报组织部门审核程序',
  keeps: ['outcome', 'adoption', 'why', 'toldOn', 'objection'],
  to: 'reviewing',
  tells: ['organisation'],
}

const stop: Command = {
  label: '终止',
  by: ['department'],
  input: { reason: fields.reason },
  records: 'CaseStopped',
  says: '终止，不再考核考察或任用',
  keeps: ['reason'],
  to: 'stopped',
  tells: ['street'],
  grave: true,
}

const noteLate: Command = {
  label: '办理超时',
  by: ['clock'],
  records: 'CaseRanLate',
  says: '听取意见以后超过时限没有报审',
  tells: ['department'],
}

/** 发起 → 征求街道意见 → 书面意见 → 结果与采纳情况 → 程序审核 → 反馈街道. */
export const states: Readonly<Record<string, State>> = {
  asking: {
    label: '征求街道意见',
    is: 'working',
    step: 1,
    expects: [{ seat: 'street', command: 'opine', clock: 'opinion' }],
    commands: {
      opine,
      conclude,
      stop,
      lapse: {
        label: '逾期未反馈',
        by: ['clock'],
        records: 'OpinionLapsed',
        says: '期限内街道没有反馈意见',
        sets: ['keepsLapse'],
        to: 'lapsed',
        tells: ['street', 'department'],
      },
    },
  },
  lapsed: {
    label: '逾期未反馈',
    is: 'working',
    step: 2,
    expects: [{ seat: 'department', command: 'conclude', clock: 'conclude' }],
    commands: { opine, conclude, stop, noteLate },
  },
  opined: {
    label: '街道已反馈',
    is: 'working',
    step: 2,
    expects: [{ seat: 'department', command: 'conclude', clock: 'conclude' }],
    commands: { conclude, stop, noteLate },
  },
  reviewing: {
    label: '程序审核',
    is: 'working',
    step: 3,
    expects: [{ seat: 'organisation', command: 'confirm', clock: 'review' }],
    commands: {
      confirm: {
        label: '程序合规',
        by: ['organisation'],
        records: 'ProcedureConfirmed',
        says: '审核程序合规，结果和采纳情况反馈街道',
        to: 'closed',
        tells: ['street', 'department'],
      },
      sendBack: {
        label: '退回补正',
        by: ['organisation'],
        input: { reason: fields.reason },
        records: 'CaseSentBack',
        says: '程序不合规，退回补正',
        keeps: ['reason'],
        to: 'opined',
        tells: ['department'],
      },
      noteReviewLate: {
        label: '审核超时',
        by: ['clock'],
        records: 'ReviewRanLate',
        says: '超过程序审核时限',
        tells: ['organisation'],
      },
    },
  },
  closed: { label: '已反馈街道', is: 'end', step: 4 },
  stopped: { label: '已终止', is: 'end', step: 4 },
}
