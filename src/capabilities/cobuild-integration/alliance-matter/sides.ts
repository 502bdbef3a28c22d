import type { PartyKind } from '../../../kernel/kind.ts'
import { basis } from './fields.ts'

export const side: PartyKind = {
  label: '参加方',
  start: 'handling',
  states: {
    handling: {
      label: '办理中',
      is: 'working',
      expects: [{ seat: 'self', command: 'report', clock: 'due' }],
      commands: {
        report: {
          label: '报本方办理情况',
          by: ['side'],
          input: { words: { type: 'long', label: '办理情况', required: true, max: 1000 } },
          records: 'SideReported',
          says: '{party}：{words}',
          sets: ['keepsWords'],
          effects: ['tellsPart'],
          to: 'done',
          carries: [{ to: 'reported', when: 'ownSidesDone' }],
          tells: ['raiser'],
        },
        noteSideLate: {
          label: '办理超时',
          by: ['clock'],
          records: 'SideRanLate',
          says: '{party} 超过办理期限',
          tells: ['self', 'raiser'],
        },
      },
    },
    done: { label: '本方已办', is: 'resting' },
  },
  clocks: {
    due: {
      label: '办理期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteSideLate' }],
      runs: ['handling'],
      basis,
    },
  },
}

/** Whoever leaves the alliance does no more of it, and the others do not wait for them. */
export const left: PartyKind = {
  label: '退出联盟的一方',
  start: 'left',
  states: { left: { label: '已退出', is: 'resting' } },
}
