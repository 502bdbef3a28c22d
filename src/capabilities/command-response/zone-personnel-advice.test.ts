import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { governedWorld, post, town, unit } from '../../kernel/testing.ts'
import { stationedHeadConsultation } from '../street-mandate/stationed-head-consultation/kind.ts'
import { of, seers, starters } from '../street-mandate/testing/access-table.ts'
import { tell } from '../street-mandate/testing/told.ts'
import { formed, secretary } from './war-zone-command/testing.ts'
import { zonePersonnelAdvice } from './zone-personnel-advice.ts'

const start = 'zone-personnel-advice/advise'
const advice = {
  body: '城管前街中队',
  head: '某甲',
  department: unit.bureau,
  opinion: '建议予以表扬',
}
const told = () => formed([zonePersonnelAdvice, stationedHeadConsultation])

test('the declaration is sound, and who opened one is told', () => {
  expect(problemsIn(zonePersonnelAdvice)).toEqual([])
  expect(zonePersonnelAdvice.tellsReaders).toBe(true)
  const off = tell([zonePersonnelAdvice], governedWorld([zonePersonnelAdvice], { practices: [] }))
  expect(off.tries(start, town.street, [secretary, '08-04 09:00', advice])).toBe('practiceIsOn')
})

test('R018 the commander advises on personnel, which opens a consultation with the department', () => {
  const { tries, all } = told()
  const head = post('head', unit.street)
  expect(tries(start, town.street, [head, '08-04 09:00', advice])).toBe('onlyTheCommander')
  expect(tries(start, town.street, [secretary, '08-04 09:00', advice])).toBeUndefined()
  expect(all('stationed-head-consultation')).toMatchObject([
    {
      state: 'opined',
      title: '城管前街中队',
      fields: { about: 'advice', department: unit.bureau, street: unit.street },
    },
  ])
  const wrong = { ...advice, department: unit.committee }
  expect(tries(start, town.street, [secretary, '08-04 09:00', wrong])).toBe('departmentIsNamed')
})

test('nobody but the street’s own confidants sees the advice', () => {
  const { begin, world, record } = told()
  const own = of(['street'], ['head', 'leader', 'secretary'])
  expect(starters(zonePersonnelAdvice, world, town.street)).toEqual({ advise: own })
  const id = begin(start, town.street, [secretary, '08-04 09:00', advice])
  expect(seers(zonePersonnelAdvice, world, record(id))).toEqual(own)
})
