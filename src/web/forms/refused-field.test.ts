import { expect, test } from 'vitest'
import type { Fields } from '../../kernel/field.ts'
import { ApiError } from '../api/api-error.ts'
import { refusedFields } from './refused-field.ts'

const fields: Fields = {
  from: { type: 'day', label: '生效日期' },
  to: { type: 'day', label: '失效日期' },
  lead: { type: 'unit', label: '牵头' },
  leadUnit: { type: 'unit', label: '牵头单位' },
}

function refused(says: string, more: object = {}, status = 409): ApiError {
  return new ApiError(status, { code: 'rule', says, ...more })
}

test('a refusal stands at the field its words speak of first', () => {
  const says = '失效日期要在生效日期之后'
  expect(refusedFields(fields, refused(says))).toEqual({ to: says })
  expect(refusedFields(fields, refused('请写明牵头单位'))).toEqual({ leadUnit: '请写明牵头单位' })
})

test('what the server names itself comes first, and what speaks of no field stands at none', () => {
  expect(refusedFields(fields, refused('失效日期不对', { field: 'from' }))).toEqual({
    from: '失效日期不对',
  })
  expect(refusedFields(fields, refused('已经办结'))).toEqual({})
  expect(refusedFields(fields, refused('失效日期', {}, 503))).toEqual({})
})
