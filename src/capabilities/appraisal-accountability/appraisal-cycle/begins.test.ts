import { expect, test } from 'vitest'
import { unit } from '../../../kernel/testing.ts'
import { type There, yearOf } from '../appraisal-template/testing.ts'

const problem = (state: string, year: number, data = {}): There => ({
  title: '停车',
  state,
  data: { unit: unit.street, host: unit.committee, firstYear: year, ...data },
})

function stillOpen(problems: readonly There[], year = 2026) {
  const told = yearOf({ there: { 'appraisal-problem': problems } })
  told.template()
  told.question('停车难', { year })
  const id = told.cycle({ year })
  told.reports(id)
  return told.fields(id)['stillOpen']
}

test('R042 a year begins with what was pointed out until then and is still open, and with nobody else’s', () => {
  const states = ['raised', 'rectifying', 'submitted', 'closed', 'settled', 'withdrawn']
  expect(
    stillOpen([
      ...states.map((state) => problem(state, 2025)),
      problem('raised', 2024),
      problem('raised', 2025, { host: unit.cityCommittee }),
    ]),
  ).toBe(4)
})

test('R042 a year that begins in the next one does not begin with what is new there', () => {
  expect(
    stillOpen(
      [problem('raised', 2024), problem('rectifying', 2025), problem('raised', 2026)],
      2025,
    ),
  ).toBe(2)
})

test('R042 however many problems others have, none of one’s own is left out', () => {
  const others = Array.from({ length: 500 }, () =>
    problem('raised', 2026, { host: unit.cityCommittee }),
  )
  expect(stillOpen([problem('raised', 2025), ...others])).toBe(1)
})
