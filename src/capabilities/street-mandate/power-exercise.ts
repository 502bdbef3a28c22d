import { textOf, listOf } from '../../kernel/field.ts'
import { defineKind, limitParameter } from '../../kernel/kind.ts'
import { actorUnit } from './reading.ts'
import { plainPowers } from './street-empowerment/powers.ts'
import { notesUseOf, usable } from './street-empowerment/using.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const basis = '给街道的职权，每次行使都留记录'

const fields = {
  title: { type: 'text', label: '标题', required: true, max: 60 },
  power: { type: 'choice', label: '行使的职权', required: true, options: plainPowers },
  matter: { type: 'long', label: '事项和要求', required: true, max: 1000 },
  asked: {
    type: 'units',
    of: ['department', 'street-office', 'community'],
    label: '参加单位',
    max: 20,
  },
  holder: { type: 'unit', label: '街道' },
  result: { type: 'long', label: '结果', required: true, max: 1000 },
  reply: { type: 'long', label: '办理情况', required: true, max: 1000 },
} as const

/**
 * One exercise of a power that has no flow of its own: what the street asked of whom, and what came
 * of it. Only a power granted to the street and taken on by it can be exercised.
 */
export const powerExercise = defineKind({
  name: 'power-exercise',
  label: '职权行使',
  group: 'street-mandate',
  systems: ['street-empowerment'],
  version: 1,
  about: '街道行使已承接的统筹协调、督办、一线处置等职权：对谁、什么事、结果怎样。',
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'power', n1: 'holder' },
  searched: ['title', 'matter'],
  relations: {
    street: { label: '属地街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    holder: { label: '行使街道', roles: staff, is: { seat: 'holder' } },
    asked: { label: '参加单位', roles: [...staff, 'worker'], is: { party: 'asked' } },
    above: {
      label: '市、区党委政府和督查单位',
      roles: ['leader', 'secretary', 'supervisor'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['holder', 'asked', 'above'],
  seats: {
    holder: { label: '行使街道', is: { field: 'holder' } },
    asked: { label: '参加单位', is: { self: 'party' } },
  },
  responsible: 'holder',
  starts: {
    exercise: {
      label: '行使职权',
      by: ['street'],
      input: {
        title: { ...fields.title, required: false },
        power: fields.power,
        matter: fields.matter,
        asked: fields.asked,
      },
      requires: ['powerIsHeld'],
      records: 'Exercised',
      says: '行使{power}：{matter}',
      keeps: ['title', 'power', 'matter'],
      sets: ['asksThem'],
      effects: ['notesUse'],
      to: 'underway',
      tells: ['asked'],
    },
  },
  states: {
    underway: {
      label: '办理中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'holder', command: 'conclude', clock: 'conclude' }],
      commands: {
        conclude: {
          label: '办结',
          by: ['holder'],
          input: { result: fields.result },
          records: 'ExerciseConcluded',
          says: '办结：{result}',
          keeps: ['result'],
          to: 'concluded',
          tells: ['asked'],
        },
        noteLate: {
          label: '超时',
          by: ['clock'],
          records: 'ExerciseRanLate',
          says: '超过办结时限',
          tells: ['holder'],
        },
      },
    },
    concluded: { label: '已办结', is: 'end', step: 2 },
  },
  parties: {
    asked: {
      label: '参加单位',
      start: 'asked',
      states: {
        asked: {
          label: '待回复',
          is: 'working',
          expects: [{ seat: 'asked', command: 'reply', clock: 'reply' }],
          commands: {
            reply: {
              label: '回复办理情况',
              by: ['self'],
              input: { reply: fields.reply },
              records: 'AskedReplied',
              says: '{unit}回复：{reply}',
              sets: ['keepsReply'],
              to: 'replied',
              tells: ['holder'],
            },
            noteReplyLate: {
              label: '回复超时',
              by: ['clock'],
              records: 'ReplyRanLate',
              says: '{party}超过回复时限',
              tells: ['asked', 'holder'],
            },
          },
        },
        replied: { label: '已回复', is: 'resting' },
      },
      clocks: {
        reply: {
          label: '回复',
          stages: [{ limit: { parameter: 'exercise.reply' }, asks: 'noteReplyLate' }],
          runs: ['asked'],
          basis,
        },
      },
    },
  },
  clocks: {
    conclude: {
      label: '办结',
      stages: [{ limit: { parameter: 'exercise.conclude' }, asks: 'noteLate' }],
      runs: ['underway'],
      basis,
    },
  },
  mainClock: 'conclude',
  countedBy: 'power',
  facts: {
    grant: {
      kind: 'street-empowerment',
      where: { holder: { own: 'asker' }, power: { input: 'power' } },
      states: usable,
      want: 'first',
    },
  },
  rules: {
    powerIsHeld: {
      says: '这项职权没有赋予本街道，或者还没有承接确认',
      instead: '请先确认承接，或向区里提出赋权',
      basis,
      input: true,
      facts: ['grant'],
      holds: ({ facts, input }) =>
        facts['grant']?.rows.length === 1 &&
        plainPowers.some(({ value }) => value === textOf(input, 'power')),
    },
  },
  setters: {
    asksThem: (context) => ({
      fields: { holder: actorUnit(context) ?? null },
      join: listOf(context.input, 'asked').flatMap((unit) =>
        typeof unit === 'number' ? [{ role: 'asked', unit }] : [],
      ),
    }),
    keepsReply: ({ input }) => ({ party: { reply: input['reply'] ?? null } }),
  },
  effects: { notesUse: notesUseOf('grant') },
  counters: {
    exercised: { label: '行使职权', on: { start: true } },
    concluded: { label: '办结', on: { enters: 'concluded' } },
    late: { label: '超时', on: { event: 'ExerciseRanLate' } },
  },
  parameters: {
    'exercise.conclude': limitParameter('职权行使办结时限', { qty: 20, unit: 'working-day' }),
    'exercise.reply': limitParameter('参加单位回复时限', { qty: 5, unit: 'working-day' }),
  },
})
