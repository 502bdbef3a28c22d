import { expect, test } from 'vitest'
import { blanksIn, withTemplate } from './answer-template.ts'

test('a template names what is still to be said', () => {
  expect(blanksIn('您好，经核实{核实情况}，已{处理结果}。')).toEqual(['核实情况', '处理结果'])
  expect(blanksIn('您好，已办结。')).toEqual([])
})

test('a template comes after what was written by hand', () => {
  expect(withTemplate('', '您好。', '华山街道办事处')).toBe('您好。')
  expect(withTemplate('已到现场。\n', '您好。', '华山街道办事处')).toBe('已到现场。\n您好。')
})

test('a template names the unit that answers', () => {
  const template = '经{办理单位}现场查看，{现场情况}。'
  expect(withTemplate('', template, '华山街道办事处')).toBe(
    '经华山街道办事处现场查看，{现场情况}。',
  )
})
