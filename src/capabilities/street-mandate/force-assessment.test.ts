import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { post, town, unit } from '../../kernel/testing.ts'
import { forceAssessment } from './force-assessment.ts'
import { askers, of, seers, starters } from './testing/access-table.ts'
import { bureau, stationed } from './testing/forces.ts'
import { type Data, limitsOf } from './testing/told.ts'

const secretary = post('secretary', unit.street)
const otherSecretary = post('secretary', unit.otherStreet)
const judged = {
  period: '2026-07',
  response: 'good',
  handling: 'fair',
  cooperation: 'good',
  words: '夜间巡查需要加强',
}

function delegated() {
  const told = stationed([forceAssessment])
  told.delegates({ assesses: true })
  const assesses = (data: Data = {}, by = secretary, area: number = town.street) =>
    told.tries('force-assessment/assess', area, [
      by,
      '08-04 09:00',
      { force: told.force, ...judged, ...data },
    ])
  return { ...told, assesses }
}

test('the declaration is sound, and speaks of bodies only', () => {
  expect(problemsIn(forceAssessment)).toEqual([])
  expect(limitsOf(forceAssessment)).toEqual({ 'forceAssessment.reply': '5 working-day' })
  const types = Object.values(forceAssessment.fields).map(({ type }) => type)
  for (const type of ['contact', 'post', 'number']) expect(types).not.toContain(type)
})

test('R011 a street assesses a stationed body only while assessment is delegated to it', () => {
  const told = stationed([forceAssessment])
  const data = { force: told.force, ...judged }
  const start = 'force-assessment/assess'
  const assesses = (when: string) => told.tries(start, town.street, [secretary, when, data])
  expect(assesses('08-03 09:30')).toBe('assessmentIsDelegated')
  told.delegates({ commands: true })
  expect(assesses('08-03 10:30')).toBe('assessmentIsDelegated')
  const done = delegated()
  expect(done.assesses({}, otherSecretary, town.otherStreet)).toBe('assessmentIsDelegated')
  expect(done.assesses()).toBeUndefined()
})

test('a body is assessed once for a month and once for a year', () => {
  const { assesses, all, counted } = delegated()
  for (const period of ['2026-13', '七月', '2026-7']) {
    expect(assesses({ period })).toBe('periodIsAMonthOrYear')
  }
  expect(assesses()).toBeUndefined()
  expect(assesses()).toBe('claimTaken')
  expect(assesses({ period: '2026' })).toBeUndefined()
  expect(all('force-assessment').map(({ fields }) => fields['span'])).toEqual(['month', 'year'])
  expect(counted('force-assessment')).toEqual({ assessed: 2 })
})

test('the department replies, or it is filed in five working days', () => {
  const told = delegated()
  told.assesses()
  told.assesses({ period: '2026' })
  const [month, year] = told.all('force-assessment').map(({ id }) => id)
  told.does(month ?? '', 'reply', [bureau, '08-05 09:00', { reply: '已增派夜班' }])
  expect(told.state(month ?? '')).toBe('filed')
  expect(told.until('08-11 17:00')).toEqual(['AssessmentFiled'])
  expect(told.state(year ?? '')).toBe('filed')
})

test('who answers for the street assesses, the department replies, the district reads', () => {
  const told = delegated()
  told.assesses()
  const { world, all } = told
  const [record] = all('force-assessment')
  if (record === undefined) throw new Error('no assessment')
  const own = of(['street'], ['head', 'leader', 'secretary'])
  const above = (names: string[]) => of(names, ['head', 'leader', 'secretary'])
  expect(starters(forceAssessment, world, town.street)).toEqual({ assess: own })
  expect(askers(forceAssessment, world, record)).toEqual({ reply: of(['bureau']) })
  expect(seers(forceAssessment, world, record)).toEqual([
    ...above(['cityCommittee', 'cityGovernment', 'cityOrganisation']),
    ...of(['bureau']),
    ...above(['committee', 'government', 'organisation']),
    ...of(['street']),
  ])
})
