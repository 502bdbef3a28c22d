import { standsOver } from '../../../kernel/area-tree.ts'
import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actorUnit } from '../reading.ts'
import { grantOf, notesUseOf } from '../street-empowerment/using.ts'
import { fields, starts, states } from './flow.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const basis = '街道可就重大事项提建议；答复时限由本市设定'
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
  starts,
  states,
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
