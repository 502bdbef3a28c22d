import { expect, test } from 'vitest'
import type { AskedFigure } from '../../../kernel/figure-fact.ts'
import { limitText } from '../../../kernel/limit.ts'
import { rehearse } from '../../../kernel/rehearsal.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { tale, type Told, whoMay } from '../testing.ts'
import { streetAppraisal } from './kind.ts'

const appraiser = post('clerk', unit.organisation)
const street = post('leader', unit.street)
const place = { city: 1, district: 11, street: 111 }
const about = {
  name: '背街保洁',
  indicator: 'i1',
  dutyItem: 'd1',
  weight: 10,
  street: unit.street,
  area: 111,
  from: '2026-01-01',
  to: '2026-06-30',
}
const judged = { grade: 'good', comment: '办理及时' }
const begins = {
  kind: 'street-appraisal',
  command: 'open',
  actor: { by: 'effect', of: 'i1' },
  at: at('08-03 09:00'),
  place,
} as const

function opened(told: Told): string {
  const asked = told.city.ask({ ...begins, data: about })
  if (!asked.ok) throw new Error(asked.refused)
  return asked.record.id
}

test('the declaration is sound, with its limits', () => {
  expect(problemsIn(streetAppraisal)).toEqual([])
  const limits = Object.values(streetAppraisal.parameters).map(({ default: value }) =>
    asLimit(value),
  )
  const words = limits.map((one) => one && limitText(one))
  expect(words).toEqual(['15 个工作日', '5 个工作日', '10 个工作日'])
})

test('where an indicator names a figure, the platform’s own value is entered', () => {
  const asked: AskedFigure[] = []
  let ids = 0
  const city = rehearse({
    kinds: new Map([[streetAppraisal.name, streetAppraisal]]),
    world: governedWorld([streetAppraisal]),
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    figures: (figure) => {
      asked.push(figure)
      return { value: 2 / 3, numerator: 2, denominator: 3, hidden: false }
    },
  })
  const told = city.ask({ ...begins, data: { ...about, figure: 'N13#arrival' } })
  expect(told).toMatchObject({
    record: { fields: { computed: 0.6667, numerator: 2, denominator: 3 } },
  })
  expect(asked).toEqual([
    { id: 'N13', part: 'arrival', area: 111, from: '2026-01-01', to: '2026-06-30' },
  ])
})

test('a street is told, may object, and is answered', () => {
  const told = tale([streetAppraisal])
  const id = opened(told)
  told.step(id, 'judge', [appraiser, '08-04 09:00', judged])
  told.step(id, 'object', [street, '08-05 09:00', { objection: '两件已按期办结' }])
  const answer = { grade: 'good', answer: '已核实更正' }
  told.step(id, 'answer', [appraiser, '08-06 09:00', answer])
  expect(told.state(id)).toBe('settled')
})

test('without an objection the result stands after five working days', () => {
  const told = tale([streetAppraisal])
  const id = opened(told)
  told.step(id, 'judge', [appraiser, '08-04 09:00', judged])
  told.city.until(at('08-11 16:59'))
  expect(told.state(id)).toBe('fedBack')
  told.city.until(at('08-11 17:00'))
  expect(told.state(id)).toBe('settled')
})

test('who is late with a judgement or an answer is reminded', () => {
  const told = tale([streetAppraisal])
  const id = opened(told)
  const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
  expect(types('08-24 16:59')).toEqual([])
  expect(types('08-24 17:00')).toEqual(['JudgementOverdue'])
  told.step(id, 'judge', [appraiser, '08-25 09:00', judged])
  told.step(id, 'object', [street, '08-26 09:00', { objection: '两件已按期办结' }])
  expect(types('09-09 16:59')).toEqual([])
  expect(types('09-09 17:00')).toEqual(['ObjectionOverdue'])
})

test('a street is appraised once by an indicator for a period', () => {
  const told = tale([streetAppraisal])
  opened(told)
  expect(() => opened(told)).toThrow('claimTaken')
})

test('who may do what', () => {
  const told = tale([streetAppraisal])
  const id = opened(told)
  const may = () => whoMay(streetAppraisal, { world: told.world, record: told.record(id) })
  const sees = {
    see: ['市委', '市政府', '市委组织部', '东区区委', '东区政府', '东区区委组织部', '前街街道'],
  }
  const appraisers = ['东区区委组织部 clerk head']
  expect(may()).toEqual({ ...sees, judge: appraisers })
  told.step(id, 'judge', [appraiser, '08-04 09:00', judged])
  const streets = ['前街街道 dispatcher clerk head leader secretary']
  expect(may()).toEqual({ ...sees, object: streets })
  told.step(id, 'object', [street, '08-05 09:00', { objection: '两件已按期办结' }])
  expect(may()).toEqual({ ...sees, answer: appraisers })
})
