import { expect, test } from 'vitest'
import { allProblems, pageOfField, photoProblem, problemsOn } from './checks.ts'
import { emptyDraft } from './draft.ts'

const empty = emptyDraft('ask')
const megabyte = 1024 * 1024

test('an empty appeal lacks its text and its place, and nothing about the person', () => {
  expect(Object.keys(allProblems(empty))).toEqual(['detail', 'area'])
})

test('a text has four to two thousand characters, counted as people count', () => {
  const on = (detail: string) => problemsOn('ask/what', { ...empty, detail })
  expect(on('路灯坏')).toHaveProperty('detail')
  expect(on('路灯坏了')).toEqual({})
  expect(on('𠮷'.repeat(2000))).toEqual({})
  expect(on('灯'.repeat(2001))['detail']).toContain('2001')
})

test('a spot is short', () => {
  const area = { code: 1, path: '五华区' }
  expect(problemsOn('ask/where', { ...empty, area, spot: '门'.repeat(120) })).toEqual({})
  expect(problemsOn('ask/where', { ...empty, area, spot: '门'.repeat(121) })).toHaveProperty('spot')
})

test('nobody has to leave a contact', () => {
  expect(problemsOn('ask/contact', empty)).toEqual({})
})

test('a name without a number cannot be called', () => {
  expect(problemsOn('ask/contact', { ...empty, name: '王女士' })).toHaveProperty('phone')
})

test('a number is checked before it is sent', () => {
  expect(problemsOn('ask/contact', { ...empty, phone: '1381234567' })).toHaveProperty('phone')
  expect(problemsOn('ask/contact', { ...empty, phone: '13812345678' })).toEqual({})
})

test('a field found wrong by the server leads to the page it is on', () => {
  expect(pageOfField('detail')).toBe('ask/what')
  expect(pageOfField('photos')).toBe('ask/what')
  expect(pageOfField('area')).toBe('ask/where')
  expect(pageOfField('complained')).toBe('ask/where')
  expect(pageOfField('reporter.phone')).toBe('ask/contact')
  expect(pageOfField('keepSecret')).toBe('ask/contact')
})

test('six photos of up to ten megabytes go along', () => {
  const photo = { type: 'image/jpeg', size: 10 * megabyte }
  expect(photoProblem(photo, 5)).toBeUndefined()
  expect(photoProblem(photo, 6)).toContain('6 张')
  expect(photoProblem({ ...photo, size: 10 * megabyte + 1 }, 0)).toContain('10 MB')
  expect(photoProblem({ ...photo, size: 0 }, 0)).toBeDefined()
  expect(photoProblem({ type: 'video/mp4', size: 9 }, 0)).toContain('不是照片')
})

test('a photo whose type the phone does not tell is left to the server to judge', () => {
  expect(photoProblem({ type: '', size: 9 }, 0)).toBeUndefined()
})
