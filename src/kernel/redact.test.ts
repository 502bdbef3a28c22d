import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutPersonal, withoutPersons } from './redact.ts'

const wang = { name: '王小明', phone: '15400012345' }

test.each([
  ['我是王小明，请回电', '我是***，请回电'],
  ['我是王 小 明，请回电', '我是*****，请回电'],
  ['电话154 0001 2345', '电话*************'],
  ['电话\uff11\uff15\uff14\uff10\uff10\uff10\uff11\uff12\uff13\uff14\uff15', '电话***********'],
  ['+86-15400012345', '+86-***********'],
  ['王大明说的', '王大明说的'],
])('%s is told as %s', (text, told) => {
  expect(withoutPersons(text, [wang])).toBe(told)
})

test('rare characters are taken out whole, with or without the dot between names', () => {
  const persons = [
    { name: '\u{20BB7}\u{2B029}', phone: '' },
    { name: '买买提·吐尔逊', phone: '' },
  ]
  expect(withoutPersons('\u{20BB7}\u{2B029}和买买提吐尔逊', persons)).toBe('**和******')
})

test('a name of one character is left, or half of all words would go', () => {
  expect(withoutPersons('王先生', [{ name: '王', phone: '12' }])).toBe('王先生')
})

test('numbers of others go too where a resident wrote them', () => {
  expect(withoutPersonal('邻居13912345678', [wang])).toBe('邻居139****5678')
})

test('what stands around a name stays, whatever the name is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
      expect(withoutPersons('前后', [{ name: `字${name}号`, phone: '' }])).toBe('前后')
    }),
  )
})
