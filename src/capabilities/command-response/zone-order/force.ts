import type { Fields } from '../../../kernel/field.ts'
import type { Command, PartyKind } from '../../../kernel/kind.ts'
import { basis } from '../war-zone-command/zone.ts'

/** What is known of an order to the forces of a zone. */
export const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  matter: { type: 'long', label: '任务', required: true, max: 1000 },
  forces: { type: 'units', of: 'department', label: '调度力量', required: true, max: 30 },
  zone: { type: 'record', of: 'war-zone-command', label: '战区' },
  mode: {
    type: 'choice',
    label: '状态',
    options: [
      { value: 'daily', label: '平时' },
      { value: 'emergency', label: '战时' },
    ],
  },
  holder: { type: 'unit', label: '战区街道' },
  result: { type: 'long', label: '处置情况', required: true, max: 1000 },
} as const satisfies Fields

const noteArriveLate: Command = {
  label: '到位超时',
  by: ['clock'],
  records: 'ForceArrivedLate',
  says: '{party}超过到位时限',
  tells: ['force', 'holder'],
}

/** Each department's part of an order: 下令 → 到位 → 处置. */
export const force: PartyKind = {
  label: '被调度力量',
  start: 'ordered',
  states: {
    ordered: {
      label: '待到位',
      is: 'working',
      expects: [{ seat: 'force', command: 'arrive', clock: 'arrive' }],
      commands: {
        arrive: {
          label: '到位',
          by: ['force'],
          records: 'ForceArrived',
          says: '{unit}力量到位',
          to: 'arrived',
          tells: ['holder'],
        },
        noteArriveLate,
      },
    },
    arrived: {
      label: '处置中',
      is: 'working',
      expects: [{ seat: 'force', command: 'handle', clock: 'handle' }],
      commands: {
        handle: {
          label: '处置完成',
          by: ['force'],
          input: { result: fields.result },
          records: 'ForceHandled',
          says: '{unit}处置完成：{result}',
          sets: ['keepsResult'],
          to: 'handled',
          tells: ['holder'],
        },
        noteHandleLate: {
          label: '处置超时',
          by: ['clock'],
          records: 'ForceHandledLate',
          says: '{party}超过处置时限',
          tells: ['force', 'holder'],
        },
      },
    },
    handled: { label: '处置完成', is: 'resting' },
  },
  clocks: {
    arrive: {
      label: '到位',
      stages: [
        {
          limit: {
            field: 'mode',
            parameters: { daily: 'zone.arrive.daily', emergency: 'zone.arrive.emergency' },
          },
          asks: 'noteArriveLate',
        },
      ],
      runs: ['ordered'],
      basis,
    },
    handle: {
      label: '处置',
      stages: [{ limit: { parameter: 'zone.handle' }, asks: 'noteHandleLate' }],
      runs: ['arrived'],
      basis,
    },
  },
}
