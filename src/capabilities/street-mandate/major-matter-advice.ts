import { standsOver } from '../../kernel/area-tree.ts'
import { isGiven, numberOf, textOf } from '../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../kernel/kind.ts'
import { actorUnit } from './reading.ts'
import { grantOf, notesUseOf } from './street-empowerment/using.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const basis = '赋予街道党组织重大事项建议权；答复时限是本市参数'
const outcomes = [
  { value: 'adopted', label: '采纳' },
  { value: 'partly', label: '部分采纳' },
  { value: 'notAdopted', label: '不采纳' },
]

const fields = {
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
} as const

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

/**
 * 重大事项建议: a street advises whoever decides above it. The advice is answered, with a reason
 * where it is not adopted, before anybody may close it; unanswered in time it counts against the
 * addressee. What was adopted is followed until it is done.
 */
export const majorMatterAdvice = defineKind({
  name: 'major-matter-advice',
  label: '重大事项建议',
  group: 'street-mandate',
  systems: ['major-matter-advice'],
  version: 1,
  about: '街道就重大事项向区、市提出建议，对方答复采纳或不采纳并说明理由，采纳的跟踪落实。',
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'outcome', n1: 'addressee', n2: 'street', t1: 'lateAt' },
  searched: ['title', 'matter'],
  relations: {
    advising: { label: '属地街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    street: { label: '建议街道', roles: staff, is: { seat: 'street' } },
    addressee: { label: '建议对象', roles: staff, is: { seat: 'addressee' } },
    above: {
      label: '市、区领导和督查单位',
      roles: ['leader', 'secretary', 'supervisor'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['street', 'addressee', 'above'],
  seats: {
    street: { label: '建议街道', is: { field: 'street' } },
    addressee: { label: '建议对象', is: { field: 'addressee' } },
  },
  responsible: 'addressee',
  starts: {
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
  },
  states: {
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
  },
  clocks: {
    answer: {
      label: '答复',
      stages: [{ limit: { parameter: 'advice.answer' }, asks: 'noteLate' }],
      runs: ['sent', 'studying'],
      basis,
    },
    follow: {
      label: '落实',
      stages: [{ limit: { parameter: 'advice.follow' }, asks: 'noteFollowLate' }],
      runs: ['following'],
      basis,
    },
    confirm: {
      label: '确认',
      stages: [{ limit: { parameter: 'advice.confirm' }, asks: 'fileAway' }],
      runs: ['answered'],
      basis,
    },
  },
  mainClock: 'answer',
  countedBy: 'outcome',
  facts: { grant: grantOf('advice') },
  rules: {
    goesUp: {
      says: '建议要提给街道以上的党委、政府或部门',
      basis,
      input: true,
      holds: (context) => {
        const to = numberOf(context.input, 'addressee')
        const from = actorUnit(context)
        return (
          to !== undefined &&
          from !== undefined &&
          standsOver(context.world.directory, to, from) &&
          ['committee', 'government', 'department'].includes(
            context.world.directory.units.get(to)?.type ?? '',
          )
        )
      },
    },
    isAnswered: {
      id: 'R113',
      says: '建议还没有答复，不能办结',
      instead: '超过时限没有答复的，可以请督查单位督办',
      basis,
      holds: ({ record }) => isGiven(record.fields['outcome']),
    },
    saysWhyNot: {
      id: 'R113',
      says: '不采纳要说明理由',
      instead: '请写明理由',
      basis,
      input: true,
      holds: ({ input }) => textOf(input, 'outcome') !== 'notAdopted' || isGiven(input['why']),
    },
    isTakenUp: {
      says: '建议没有被采纳',
      basis,
      holds: ({ record }) => textOf(record.fields, 'outcome') !== 'notAdopted',
    },
  },
  setters: {
    seatsStreet: (context) => ({ fields: { street: actorUnit(context) ?? null } }),
    keepsLate: ({ at }) => ({ fields: { lateAt: at } }),
  },
  effects: { notesUse: notesUseOf('grant') },
  counters: {
    advised: { label: '收到建议', on: { start: true } },
    answered: { label: '答复', on: { event: 'AdviceAnswered' } },
    late: { label: '逾期未答复', on: { event: 'AnswerRanLate' } },
    carriedOut: { label: '落实完成', on: { event: 'AdviceCarriedOut' } },
  },
  parameters: {
    'advice.answer': limitParameter('重大事项建议答复时限', { qty: 20, unit: 'working-day' }),
    'advice.follow': limitParameter('采纳建议的落实时限', { qty: 120, unit: 'day' }),
    'advice.confirm': limitParameter('街道确认时限', { qty: 10, unit: 'working-day' }),
  },
})
