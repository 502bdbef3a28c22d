import { expect, test } from 'vitest'
import type { FieldView } from '../api/record-view.ts'
import { factGroups } from './fact-groups.ts'

test('who, where and when come first, people’s words are whole, nothing is lost', () => {
  const fields = [
    field('detail', 'long', '一段话'),
    field('sort', 'choice', '类型'),
    field('day', 'day', '8月3日'),
    field('lead', 'unit', '城管局'),
    field('place', 'area', '东区'),
    field('spot', 'text', '东门'),
    field('basis', 'code', '很'.repeat(61)),
    field('photos', 'files', '2 个文件'),
    field('reporter', 'contact', '王**'),
  ]
  const { first, words, rest, files } = factGroups(fields)
  expect(first.map(({ name }) => name)).toEqual(['lead', 'reporter', 'place', 'day'])
  expect(words.map(({ name }) => name)).toEqual(['detail', 'basis'])
  expect(rest.map(({ name }) => name)).toEqual(['sort', 'spot'])
  expect(files.map(({ name }) => name)).toEqual(['photos'])
})

function field(name: string, type: string, text: string): FieldView {
  return { name, type, label: name, value: text, text }
}
