import { describe, expect, it } from 'vitest'
import type { Field } from '../../../kernel/field.ts'
import { town, townWorld, unit, units } from '../../../kernel/testing.ts'
import { type Lookups, readCell } from './read-cell.ts'

const record = '0198c0de-0000-7000-8000-000000000001'
const post = '0198c0de-0000-7000-8000-000000000002'
const at: Lookups = {
  state: {
    city: town.city,
    name: '同心市',
    demo: false,
    version: '1',
    world: townWorld([]),
    lists: {
      categories: [
        { value: '01', label: '市容' },
        { value: '0101', label: '其他', parent: '01' },
        { value: '02', label: '交通' },
        { value: '0201', label: '其他', parent: '02' },
        { value: '0202', label: '停车', parent: '02' },
      ],
    },
  },
  today: '2026-08-03',
  records: new Map([['duty-item/3.1', record]]),
  posts: new Map([
    ['王某', [post]],
    ['李某', [post, record]],
    ['李某·东区城管局', [post]],
  ]),
}
const nameOf = (id: number) => units.find((one) => one.id === id)?.name ?? ''
const read = (field: Omit<Field, 'label'>, cell: string | number) => {
  const found = readCell({ label: '列', ...field }, cell, at)
  return 'says' in found ? `! ${found.says}` : found.value
}

describe('a place', () => {
  it('is named by code, by name, or by as much of its path as tells it apart', () => {
    const area = { type: 'area' } as const
    expect(read(area, town.street)).toBe(town.street)
    expect(read(area, '前街')).toBe(town.street)
    expect(read(area, '同心市/东区/前街')).toBe(town.street)
    expect(read(area, '东区 > 一社区')).toBe(town.community)
    expect(read(area, '西区/前街')).toBe('! 没有叫“西区/前街”的地方')
    expect(read(area, '999')).toBe('! 没有代码是 999 的地方')
    expect(read({ ...area, of: ['community'] }, '前街')).toBe('! 没有叫“前街”的地方')
  })
})

describe('a unit', () => {
  it('is named by name or number, among those that the column allows', () => {
    const named = nameOf(unit.bureau)
    expect(read({ type: 'unit' }, named)).toBe(unit.bureau)
    expect(read({ type: 'unit' }, `${unit.bureau} ${named}`)).toBe(unit.bureau)
    expect(read({ type: 'unit', of: ['street'] }, named)).toBe(`! “${named}”不是这里能填的单位`)
    expect(read({ type: 'unit' }, '没有局')).toBe('! 没有叫“没有局”的单位')
    const both = `${nameOf(unit.street)}、${nameOf(unit.otherStreet)}`
    expect(read({ type: 'units' }, both)).toEqual([unit.street, unit.otherStreet])
    expect(read({ type: 'units' }, '甲；乙')).toBe('! 没有叫“甲”的单位；没有叫“乙”的单位')
  })
})

describe('a choice', () => {
  const list = { type: 'choice', options: 'categories' } as const
  it('is named by label or code, and with its upper one where labels repeat', () => {
    expect(read(list, '停车')).toBe('0202')
    expect(read(list, '0101')).toBe('0101')
    expect(read(list, '交通/其他')).toBe('0201')
    expect(read(list, '其他')).toBe('! 有 2 个可选值叫“其他”，请写代码：0101(市容)、0201(交通)')
    expect(read(list, '外星')).toBe('! 可选值里没有“外星”')
    expect(read({ type: 'choices', options: 'categories' }, '停车，市容')).toEqual(['0202', '01'])
    expect(read({ type: 'choices' }, '灯、路灯')).toEqual(['灯', '路灯'])
  })
})

describe('other values', () => {
  it('are read as people write them', () => {
    expect(read({ type: 'number' }, '１,２００')).toBe(1200)
    expect(read({ type: 'number' }, '三件')).toBe('! “三件”不是数字')
    expect([read({ type: 'flag' }, '√'), read({ type: 'flag' }, '否')]).toEqual([true, false])
    expect(read({ type: 'flag' }, '也许')).toBe('! 要写“是”或“否”，不是“也许”')
    expect(read({ type: 'moment' }, '8月3日 17:00')).toBe('2026-08-03T17:00:00.000+08:00')
    expect(read({ type: 'limit' }, '5 个工作日')).toEqual({ qty: 5, unit: 'working-day' })
    expect(read({ type: 'limit' }, '24小时')).toEqual({ qty: 24, unit: 'hour' })
    expect(read({ type: 'limit' }, '尽快')).toContain('不是时限')
    expect(read({ type: 'contact' }, '王某 138-0000-0001')).toEqual({
      name: '王某',
      phone: '138-0000-0001',
    })
    expect(read({ type: 'contact' }, '13800000001')).toEqual({ phone: '13800000001' })
  })

  it('name records and posts that are there', () => {
    expect(read({ type: 'record', of: 'duty-item' }, '3.1 楼道照明')).toBe(record)
    expect(read({ type: 'record', of: 'duty-item' }, '9.9')).toContain('没有编号是“9.9”的记录')
    expect(read({ type: 'post' }, '王某')).toBe(post)
    expect(read({ type: 'post' }, '李某（东区城管局）')).toBe(post)
    expect(read({ type: 'post' }, '李某')).toContain('有 2 个岗位')
    expect(read({ type: 'post' }, '无名')).toContain('没有叫“无名”的在岗人员')
  })
})
