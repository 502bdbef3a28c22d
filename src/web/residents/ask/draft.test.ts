import { expect, test } from 'vitest'
import { type Draft, draftIn, emptyDraft, hasWords, requestOf } from './draft.ts'

const day = 86_400_000
const written: Draft = {
  ...emptyDraft('ask-1'),
  savedAt: 100 * day,
  detail: ' 路灯坏了三天 ',
  spot: '12 号门口 ',
  area: { code: 530102001, path: '五华区 华山街道' },
  unit: { id: 10_000, name: '华山街道办事处' },
  photos: [{ id: 'f1', name: '路灯.jpg', size: 9, thumb: '' }],
  name: ' 王女士 ',
  phone: '１３８ 1234-5678',
  keepSecret: true,
  numbersKept: ['13812345678'],
  tried: '{}',
}

test('a draft comes back from the device as it was', () => {
  const stored: unknown = JSON.parse(JSON.stringify(written))
  expect(draftIn(stored, 101 * day)).toEqual(written)
})

test('a draft older than thirty days is gone', () => {
  expect(draftIn(written, 130 * day)).toBeDefined()
  expect(draftIn(written, 130 * day + 1)).toBeUndefined()
})

test.each([undefined, null, 'text', 7, [], {}, { ask: 'a' }, { ask: 'a', savedAt: 'soon' }])(
  'what is no draft is none: %j',
  (value) => {
    expect(draftIn(value, 0)).toBeUndefined()
  },
)

test('a damaged draft keeps what can be read', () => {
  const read = draftIn(
    { ask: 'a', savedAt: 1, detail: 5, photos: 'no', area: { code: 1 }, unit: 3 },
    2,
  )
  expect(read).toEqual({
    ...emptyDraft('a'),
    savedAt: 1,
    detail: '5',
    area: undefined,
    unit: undefined,
  })
})

test('every try to send a draft carries the same ask id', () => {
  expect(requestOf(written)['ask']).toBe('ask-1')
  expect(requestOf({ ...written, detail: '改过了' })['ask']).toBe('ask-1')
})

test('what was written is sent without the spaces around it, the number in plain digits', () => {
  expect(requestOf(written)).toEqual({
    ask: 'ask-1',
    area: 530102001,
    data: {
      detail: '路灯坏了三天',
      spot: '12 号门口',
      complained: 10_000,
      photos: ['f1'],
      reporter: { name: '王女士', phone: '13812345678' },
      keepSecret: true,
    },
  })
})

test('what was not given is not named', () => {
  const bare = { ...emptyDraft('ask-2'), detail: '路灯坏了', area: { code: 1, path: '' } }
  expect(requestOf(bare)).toEqual({ ask: 'ask-2', area: 1, data: { detail: '路灯坏了' } })
})

test('an empty draft is not worth keeping, any answer is', () => {
  const empty = emptyDraft('a')
  expect(hasWords(empty)).toBe(false)
  expect(hasWords({ ...empty, detail: '  ' })).toBe(false)
  expect(hasWords({ ...empty, phone: '1' })).toBe(true)
  expect(hasWords({ ...empty, area: { code: 1, path: 'x' } })).toBe(true)
  expect(hasWords({ ...empty, photos: written.photos })).toBe(true)
})
