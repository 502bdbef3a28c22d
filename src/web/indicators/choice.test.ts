import { describe, expect, it } from 'vitest'
import { choiceIn, dayAfter, dayBefore } from './choice.ts'

const today = '2026-08-03'

describe('the period of a page', () => {
  it('is the figure’s own that runs, unless the address asks for another', () => {
    expect(choiceIn({}, 'quarter', today)).toEqual({
      period: 'quarter',
      from: '2026-07-01',
      to: today,
    })
    const asked = choiceIn({ period: 'month', to: '2026-02-10' }, 'quarter', today)
    expect(asked).toEqual({ period: 'month', from: '2026-02-01', to: '2026-02-10' })
  })

  it('is never one to come', () => {
    expect(choiceIn({ to: '2027-01-01' }, 'year', today).to).toBe(today)
    expect(choiceIn({ to: 'soon' }, 'year', today).to).toBe(today)
  })

  it('has one before it, and one after it until the one that runs', () => {
    const running = choiceIn({}, 'quarter', today)
    expect(dayBefore(running)).toBe('2026-06-30')
    expect(dayAfter(running, today)).toBeUndefined()
    const earlier = choiceIn({ to: '2026-03-31' }, 'quarter', today)
    expect(dayAfter(earlier, today)).toBe('2026-06-30')
    expect(dayAfter(choiceIn({ to: '2026-06-30' }, 'quarter', today), today)).toBe(today)
  })
})
