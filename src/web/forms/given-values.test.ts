import { expect, test } from 'vitest'
import { valuesIn } from './given-values.ts'

test('an address fills in the fields it names, and nothing else', () => {
  const fields = {
    category: { type: 'choice', label: '类别' },
    leader: { type: 'unit', label: '书记' },
    files: { type: 'files', label: '照片' },
  } as const
  const address = { area: '530102', category: '0103', leader: '12', files: 'x', other: 'y' }
  expect(valuesIn(address, fields)).toEqual({ area: 530_102, category: '0103', leader: 12 })
  expect(valuesIn({ leader: 'somebody', category: '' }, fields)).toEqual({})
})
