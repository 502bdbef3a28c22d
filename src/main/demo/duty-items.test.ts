import { describe, expect, it } from 'vitest'
import { categoryLeaves } from './categories.ts'
import { departments } from './departments.ts'
import { DUTY_BLOCKS, dutyItems, OFFICE_KEYS } from './duty-items.ts'

const departmentKeys = new Set(departments.map((department) => department.key))

describe('the duty list of the demo city', () => {
  it('has more than 120 items, each with its own number and name', () => {
    expect(dutyItems.length).toBeGreaterThanOrEqual(120)
    expect(new Set(dutyItems.map((item) => item.number)).size).toBe(dutyItems.length)
    expect(new Set(dutyItems.map((item) => item.name)).size).toBe(dutyItems.length)
  })

  it('numbers the items of each of the six blocks without a gap', () => {
    for (const [index, block] of DUTY_BLOCKS.entries()) {
      const numbers = dutyItems.filter((item) => item.block === block).map((item) => item.number)
      expect(numbers.length, block).toBeGreaterThanOrEqual(10)
      expect(numbers).toEqual(numbers.map((_, place) => `${index + 1}.${place + 1}`))
    }
  })

  it('has a street lead every basic item and never helped by itself', () => {
    const basic = dutyItems.filter((item) => item.type === 'basic')
    expect(basic.filter((item) => item.lead !== 'street')).toEqual([])
    expect(basic.filter((item) => item.cooperating.includes('street'))).toEqual([])
  })

  it('has a department lead and the street help with every item of cooperation', () => {
    const items = dutyItems.filter((item) => item.type === 'cooperate')
    expect(items.filter((item) => !departmentKeys.has(item.lead))).toEqual([])
    expect(items.filter((item) => !item.cooperating.includes('street'))).toEqual([])
  })

  it('names the department that took a withdrawn item back and leaves the street out of it', () => {
    const items = dutyItems.filter((item) => item.type === 'withdrawn')
    expect(items.filter((item) => !departmentKeys.has(item.lead))).toEqual([])
    expect(items.filter((item) => item.cooperating.includes('street'))).toEqual([])
  })

  it('names only departments there are, and never the lead as its own helper', () => {
    const helpers = dutyItems.flatMap((item) => item.cooperating)
    const unknown = helpers.filter((key) => key !== 'street' && !departmentKeys.has(key))
    expect(unknown).toEqual([])
    expect(dutyItems.filter((item) => item.cooperating.includes(item.lead))).toEqual([])
  })

  it('gives every item a published basis', () => {
    expect(dutyItems.filter((item) => !/^《[^《》]+》$/.test(item.basis))).toEqual([])
  })

  it('answers every category of appeals, and knows no other', () => {
    const answered = new Set(dutyItems.flatMap((item) => item.categories))
    const codes = categoryLeaves.map((leaf) => leaf.code)
    expect(codes.filter((code) => !answered.has(code))).toEqual([])
    expect([...answered].filter((code) => !codes.includes(code))).toEqual([])
  })

  it('is known by words of its own where items share a category', () => {
    expect(dutyItems.filter((item) => item.keywords.length < 2)).toEqual([])
    for (const { code, name } of categoryLeaves) {
      const sharing = dutyItems.filter((item) => item.categories.includes(code))
      const keys = sharing.map((item) => item.keywords.join(' '))
      expect(new Set(keys).size, name).toBe(sharing.length)
    }
  })

  it('leaves no office of a street without a duty', () => {
    const carried = new Set(dutyItems.map((item) => item.office))
    expect(OFFICE_KEYS.filter((office) => !carried.has(office))).toEqual([])
  })
})
