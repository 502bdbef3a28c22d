import type { Fields } from '../../../kernel/field.ts'
import type { Command, State } from '../../../kernel/kind.ts'

const outcomes = [
  { value: 'adopted', label: '采纳' },
  { value: 'partly', label: '部分采纳' },
  { value: 'notAdopted', label: '不采纳' },
]

export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  matter: { type: 'long', label: '建议', required: true, max: 2000 },
  addressee: {
    type: 'unit',
    of: ['committee', 'government', 'department'],
    label: '建议对象',
    required: true,
  },
  street: { type: 'unit', label: '建议街道' },
  outcome: { type: 'choice', label: '答复', required: true, options: outcomes },
  why: { type: 'long', label: '理由和安排', max: 1000, help: '不采纳时必须说明理由' },
  lateAt: { type: 'moment', label: '超时未答复' },
  progress: { type: 'long', label: '落实情况', required: true, max: 1000 },
} as const satisfies Fields

const close: Command = {
  label: '办结',
  by: ['street'],
  requires: ['isAnswered'],
  records: 'AdviceClosed',
  says: '{unit}确认办结',
  to: 'closed',
  tells: ['addressee'],
}

const answer: Command = {
  label: '答复',
  by: ['addressee'],
  input: { outcome: fields.outcome, why: fields.why },
  requires: ['saysWhyNot'],
  records: 'AdviceAnswered',
  says: '{outcome}：{why}',
  keeps: ['outcome', 'why'],
  moves: [{ to: 'following', when: 'isTakenUp' }],
  to: 'answered',
  tells: ['street'],
}

const noteLate: Command = {
  label: '答复超时',
  by: ['clock'],
  records: 'AnswerRanLate',
  says: '{addressee}超过时限没有答复',
  sets: ['keepsLate'],
  tells: ['addressee', 'street'],
}

export const starts: Readonly<Record<string, Command>> = {
  advise: {
    label: '提出建议',
    by: ['advising'],
    input: { title: fields.title, matter: fields.matter, addressee: fields.addressee },
    requires: ['goesUp'],
    records: 'Advised',
    says: '{unit}建议：{matter}',
    keeps: ['title', 'matter', 'addressee'],
    sets: ['seatsStreet'],
    facts: ['grant'],
    effects: ['notesUse'],
    to: 'sent',
    tells: ['addressee'],
  },
}

/** Answered before it is closed; what was adopted is carried out first. */
export const states: Readonly<Record<string, State>> = {
  sent: {
    label: '待受理',
    is: 'working',
    step: 1,
    expects: [{ seat: 'addressee', command: 'receive', clock: 'answer' }],
    commands: {
      receive: {
        label: '受理',
        by: ['addressee'],
        records: 'AdviceReceived',
        says: '{unit}受理，开始研究',
        to: 'studying',
        tells: ['street'],
      },
      answer,
      close,
      noteLate,
    },
  },
  studying: {
    label: '研究中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'addressee', command: 'answer', clock: 'answer' }],
    commands: { answer, close, noteLate },
  },
  following: {
    label: '落实跟踪',
    is: 'working',
    step: 3,
    expects: [{ seat: 'addressee', command: 'finish', clock: 'follow' }],
    commands: {
      report: {
        label: '记落实进展',
        by: ['addressee'],
        input: { progress: fields.progress },
        records: 'AdviceProgressed',
        says: '{progress}',
        keeps: ['progress'],
        tells: ['street'],
      },
      finish: {
        label: '落实完成',
        by: ['addressee'],
        input: { progress: fields.progress },
        records: 'AdviceCarriedOut',
        says: '落实完成：{progress}',
        keeps: ['progress'],
        to: 'answered',
        tells: ['street'],
      },
      noteFollowLate: {
        label: '落实超时',
        by: ['clock'],
        records: 'FollowingRanLate',
        says: '采纳的建议超过落实时限',
        tells: ['addressee', 'street'],
      },
    },
  },
  answered: {
    label: '已反馈',
    is: 'working',
    step: 4,
    expects: [{ seat: 'street', command: 'close', clock: 'confirm' }],
    commands: {
      close,
      fileAway: {
        label: '期满归档',
        by: ['clock'],
        records: 'AdviceFiled',
        says: '反馈期满，归档',
        to: 'closed',
      },
    },
  },
  closed: { label: '已办结', is: 'end', step: 5 },
}
