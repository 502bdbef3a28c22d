import { expect, test } from 'vitest'
import type { KindView } from '../api/types.ts'
import { relatedStarts } from './related-starts.ts'

const kinds = new Map<string, Pick<KindView, 'starts'>>([
  [
    'whistle',
    {
      starts: {
        blow: { label: '吹哨', input: { appeal: { type: 'record', label: '诉求', of: 'appeal' } } },
        plain: { label: '直接吹哨', input: { matter: { type: 'text', label: '事项' } } },
      },
    },
  ],
  [
    'order',
    {
      starts: {
        give: {
          label: '督办',
          input: { about: { type: 'record', label: '事由', of: ['appeal', 'whistle'] } },
        },
      },
    },
  ],
])
const starts = [
  { kind: 'whistle', command: 'blow', label: '吹哨' },
  { kind: 'whistle', command: 'plain', label: '直接吹哨' },
  { kind: 'order', command: 'give', label: '督办' },
]

test('what names a record of this kind can be begun here, with the reference and the place', () => {
  const record = { id: 'r1', kind: 'appeal', place: { path: '', area: 530_102 } }
  expect(relatedStarts(record, starts, kinds).map(({ to }) => to)).toEqual([
    '/new/whistle/blow?appeal=r1&area=530102',
    '/new/order/give?about=r1&area=530102',
  ])
  expect(relatedStarts({ ...record, kind: 'walk' }, starts, kinds)).toEqual([])
})
