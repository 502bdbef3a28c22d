import type { Command, PartyKind } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'

const reply: Command = {
  label: '填报',
  by: ['self'],
  input: { words: fields.words },
  records: 'DispatchReplied',
  says: '{party} 填报：{words}',
  sets: ['takesFigures', 'keepsWords'],
  facts: ['figure1', 'figure2', 'figure3'],
  to: 'replied',
  tells: ['office'],
}

const acknowledge: Command = {
  label: '查收通报',
  by: ['self'],
  requires: ['isPublished'],
  records: 'DispatchBulletinRead',
  says: '{party} 查收通报',
  to: 'read',
  carries: [{ to: 'closed', when: 'everybodyRead' }],
}

const unread = [{ seat: 'self', command: 'acknowledge', when: 'isPublished' }] as const

/** Each subordinate signs, sees its figures, adds words, and reads what is published. */
export const parties: Readonly<Record<string, PartyKind>> = {
  subordinate: {
    label: '下级党组织',
    start: 'asked',
    states: {
      asked: {
        label: '待签收',
        is: 'working',
        expects: [{ seat: 'self', command: 'sign', clock: 'reply' }],
        commands: {
          sign: {
            label: '签收取数',
            by: ['self'],
            records: 'DispatchSigned',
            says: '{party} 签收，系统已取数',
            sets: ['takesFigures'],
            facts: ['figure1', 'figure2', 'figure3'],
            to: 'filling',
          },
          lapse: {
            label: '逾期未报',
            by: ['clock'],
            records: 'DispatchLapsed',
            says: '{party} 逾期未报',
            to: 'lapsed',
            tells: ['self', 'office'],
          },
        },
      },
      filling: {
        label: '待填报',
        is: 'working',
        expects: [{ seat: 'self', command: 'reply', clock: 'reply' }],
        commands: {
          reply,
          lapse: {
            label: '逾期未报',
            by: ['clock'],
            records: 'DispatchLapsed',
            says: '{party} 逾期未报',
            to: 'lapsed',
            tells: ['self', 'office'],
          },
        },
      },
      lapsed: {
        label: '逾期未报',
        is: 'resting',
        expects: unread,
        commands: { reply: { ...reply, requires: ['isCollecting'] }, acknowledge },
      },
      replied: { label: '已填报', is: 'resting', expects: unread, commands: { acknowledge } },
      read: { label: '已查收', is: 'resting' },
    },
    clocks: {
      reply: {
        label: '填报',
        stages: [{ limit: { until: 'dueOn' }, asks: 'lapse' }],
        runs: ['asked', 'filling'],
        basis,
      },
    },
  },
}
