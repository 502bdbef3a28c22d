import { expect, test } from 'vitest'
import type { WebArea } from '../../../../web/api/directory.ts'
import { placesInText } from './places-in-text.ts'

const areas: readonly WebArea[] = [
  { code: 5301, name: '昆明市', level: 'city', type: '地级市', parent: undefined },
  { code: 530102, name: '五华区', level: 'district', type: '市辖区', parent: 5301 },
  { code: 530111, name: '官渡区', level: 'district', type: '市辖区', parent: 5301 },
  { code: 530102001, name: '华山街道', level: 'street', type: '街道', parent: 530102 },
  { code: 530102001001, name: '翠湖社区', level: 'community', type: '社区', parent: 530102001 },
  {
    code: 530102001002,
    name: '翠湖西路社区居民委员会',
    level: 'community',
    type: '社区',
    parent: 530102001,
  },
  { code: 530111001, name: '金马街道', level: 'street', type: '街道', parent: 530111 },
  {
    code: 530111001001,
    name: '金马社区居委会',
    level: 'community',
    type: '社区',
    parent: 530111001,
  },
]

test('what a caller says finds the place, the narrowest of a branch', () => {
  expect(codes('华山街道翠湖社区门口有人摆摊')).toEqual([530102001001])
})

test("a community that bears its street's name is offered, since the street holds it", () => {
  expect(codes('金马街道那边停水')).toEqual([530111001001, 530111001])
})

test('a shorter name inside a longer one that was said is not offered', () => {
  expect(codes('翠湖西路有人乱停车')).toEqual([530102001002])
})

test('a text that names no place finds none', () => {
  expect(codes('昆明市的路灯不亮')).toEqual([])
})

function codes(text: string): readonly number[] {
  return placesInText(text, areas).map(({ code }) => code)
}
