import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { yearAt } from '../partners.ts'
import { basis, giverAndTaker, sides } from '../two-way-pair/sides.ts'

const fields = {
  ...giverAndTaker.fields,
  title: { type: 'text', label: '会商主题', required: true, max: 200 },
  startAt: { type: 'moment', label: '会商时间', required: true },
  day: { type: 'day', label: '会商日期' },
  spot: { type: 'text', label: '地点', max: 100 },
  agenda: { type: 'long', label: '提出一方议题', required: true, max: 1000 },
  answer: { type: 'long', label: '另一方议题', max: 1000 },
  answered: { type: 'flag', label: '双方都有议题' },
  outcome: { type: 'long', label: '会商结果', max: 2000 },
  followOn: { type: 'day', label: '跟踪到', help: '有需要继续跟踪的事项时填写' },
  followed: { type: 'long', label: '跟踪结果', max: 1000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { pair, giver, taker, side, title, startAt, spot, agenda } = fields
const opening = { pair, giver, taker, side, title, startAt, spot, agenda }
const both = ['giver', 'taker']

/** 双向会商: either side calls it, either side puts matters on it, and what was agreed is followed. */
export const twoWayConsultation = defineKind({
  name: 'two-way-consultation',
  label: '双向会商',
  group: 'cobuild-integration',
  systems: ['two-way-consultation'],
  version: 1,
  about: '结对双方定期会商：谁都可以约，谁都可以提议题，议定的事跟踪到有结果。',
  fields,
  title: 'title',
  slots: { k1: 'pair', k2: 'side', n1: 'giver', n2: 'taker', t1: 'day' },
  searched: ['title'],
  relations: giverAndTaker.relations,
  see: ['giver', 'taker', 'above'],
  seats: giverAndTaker.seats,
  responsible: 'giver',
  starts: {
    call: {
      label: '约定会商',
      by: ['effect'],
      input: opening,
      records: 'ConsultationCalled',
      says: '约定会商',
      keeps: Object.keys(opening),
      sets: ['keepsDay'],
      to: 'called',
      tells: ['taker'],
    },
  },
  states: {
    called: {
      label: '待会商',
      is: 'working',
      step: 1,
      expects: [{ seat: 'giver', command: 'hold', clock: 'hold' }],
      commands: {
        addAgenda: {
          label: '提出议题',
          by: ['taker'],
          input: { answer: { ...fields.answer, required: true } },
          records: 'ConsultationAgendaAdded',
          says: '{unit} 提出议题',
          keeps: ['answer'],
          sets: ['keepsAnswered'],
          tells: ['giver'],
        },
        hold: {
          label: '记会商结果',
          by: both,
          input: {
            outcome: { ...fields.outcome, required: true },
            followOn: fields.followOn,
          },
          requires: ['hasBegun', 'followsAhead'],
          records: 'ConsultationHeld',
          says: '已会商：{outcome}',
          keeps: ['outcome', 'followOn'],
          effects: ['notesHeld'],
          moves: [{ to: 'following', when: 'isFollowed' }],
          to: 'closed',
          tells: both,
        },
        cancel: {
          label: '取消会商',
          by: both,
          input: { reason: { ...fields.reason, required: true } },
          records: 'ConsultationCancelled',
          says: '取消会商：{reason}',
          keeps: ['reason'],
          to: 'cancelled',
          tells: both,
        },
        noteUnheld: {
          label: '没有会商结果',
          by: ['clock'],
          records: 'ConsultationUnheld',
          says: '会商日期已过，没有记结果',
          tells: both,
        },
      },
    },
    following: {
      label: '跟踪中',
      is: 'working',
      step: 2,
      expects: [{ seat: 'taker', command: 'finish', clock: 'follow' }],
      commands: {
        finish: {
          label: '记跟踪结果',
          by: both,
          input: { followed: { ...fields.followed, required: true } },
          records: 'ConsultationFollowed',
          says: '跟踪结果：{followed}',
          keeps: ['followed'],
          to: 'closed',
          tells: both,
        },
        noteFollowLate: {
          label: '跟踪超时',
          by: ['clock'],
          records: 'ConsultationFollowRanLate',
          says: '到期没有跟踪结果',
          tells: both,
        },
      },
    },
    closed: { label: '已办结', is: 'end', step: 3 },
    cancelled: { label: '已取消', is: 'end', step: 3 },
  },
  clocks: {
    hold: {
      label: '会商',
      stages: [{ limit: { until: 'day' }, asks: 'noteUnheld' }],
      runs: ['called'],
      basis,
    },
    follow: {
      label: '跟踪',
      stages: [{ limit: { until: 'followOn' }, asks: 'noteFollowLate' }],
      runs: ['following'],
      basis,
    },
  },
  mainClock: 'hold',
  appointment: { from: 'startAt', where: 'spot', parties: [] },
  rules: {
    hasBegun: {
      says: '会商时间还没到',
      instead: '会商以后再记结果',
      basis,
      holds: ({ record, at }) => at >= (numberOf(record.fields, 'startAt') ?? 0),
    },
    followsAhead: {
      says: '跟踪期限不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) =>
        !isGiven(input['followOn']) || (textOf(input, 'followOn') ?? '') >= dayOf(at),
    },
    isFollowed: {
      says: '没有要跟踪的事项',
      basis,
      holds: ({ record }) => isGiven(record.fields['followOn']),
    },
  },
  setters: {
    keepsDay: ({ input }) => ({ fields: { day: dayOf(numberOf(input, 'startAt') ?? 0) } }),
    keepsAnswered: () => ({ fields: { answered: true } }),
  },
  effects: { notesHeld: (context) => [heldNote(context)] },
  counters: { held: { label: '会商', on: { event: 'ConsultationHeld' } } },
})

/** A consultation counts for the side that called it, and for the other once it put matters on it. */
function heldNote({ record, at }: Context) {
  const caller = textOf(record.fields, 'side')
  const given = sides
    .map(({ value }) => value)
    .filter((value) => value === caller || record.fields['answered'] === true)
  return {
    ask: textOf(record.fields, 'pair') ?? '',
    kind: 'two-way-pair',
    command: 'noteConsultation',
    input: { heldOn: dayOf(at), sides: given, year: yearAt(at) },
  }
}
