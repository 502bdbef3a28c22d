import { expect, test } from 'vitest'
import { governedWorld, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { secretary } from '../testing/owned.ts'
import { secretaryProject } from './kind.ts'

const project: Data = {
  unit: unit.street,
  year: 2026,
  title: '老旧小区自管',
  sort: 'key',
  problem: '没有物业的小区没人管',
  dueOn: '2026-11-30',
  milestone: '选出业主代表',
  milestoneOn: '2026-08-20',
}

test('R043 where the practice is off nobody is asked for a project', () => {
  expect(proposes([])).toBe('practiceIsOn')
  expect(proposes(['monthly-dispatch'])).toBe('practiceIsOn')
})

test('a project is taken on under either practice, the 领航行动 or the 三个一', () => {
  expect(proposes(['secretary-project'])).toBeUndefined()
  expect(proposes(['three-ones'])).toBeUndefined()
})

/** What comes of proposing one where a city practises so. */
function proposes(names: readonly string[]) {
  const practices = names.map((name) => ({ name, from: 0, parameters: {} }))
  const told = tell([secretaryProject], governedWorld([secretaryProject], { practices }))
  return told.tries('secretary-project/propose', town.street, [secretary, '08-03 09:00', project])
}
