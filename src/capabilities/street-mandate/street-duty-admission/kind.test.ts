import { describe, expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { tale } from '../testing.ts'
import { streetDutyAdmission } from './kind.ts'
import {
  applicant,
  application,
  apply,
  approved,
  both,
  inForce,
  money,
  reviewers,
  submitted,
} from './testing.ts'

const kinds = [streetDutyAdmission]
const begun = (data: object = {}) => {
  const told = tale(kinds)
  return { told, id: apply(told, data) }
}

test('the declaration is sound, with its limits', () => {
  expect(problemsIn(streetDutyAdmission)).toEqual([])
  const limits = Object.values(streetDutyAdmission.parameters).flatMap(({ default: value }) => {
    const limit = asLimit(value)
    return limit === undefined ? [] : [limitText(limit)]
  })
  expect(limits).toEqual(['5 个工作日', '10 个工作日', '30 个工作日'])
})

describe('opinions and review', () => {
  test('streets are heard first, and what they say is weighed', () => {
    const { told, id } = begun()
    expect(told.refused(id, 'submit', [applicant, '08-03 10:00'])).toBe('allHeard')
    const street = post('head', unit.street)
    const objects = { conclusion: 'object', opinion: '人手不足' }
    told.step(id, `heard/${unit.street}/answer`, [street, '08-03 10:00', objects])
    expect(told.refused(id, 'submit', [applicant, '08-03 10:10'])).toBe('allWeighed')
    const weigh = (outcome: string) =>
      told.refused(id, `heard/${unit.street}/weigh`, [applicant, '08-03 10:20', { outcome }])
    expect(weigh('notAdopted')).toBe('saysWhyNot')
    expect(weigh('partly')).toBeUndefined()
  })

  test('a street that says nothing in five working days holds nothing up', () => {
    const { told, id } = begun()
    told.city.until(at('08-10 17:00'))
    expect(told.refused(id, 'submit', [applicant, '08-11 09:00'])).toBeUndefined()
  })

  test('R004 only Party committee and government of both levels together admit', () => {
    const { told, id } = begun()
    submitted(told, id)
    expect(told.record(id).parties.filter(({ role }) => role === 'approver')).toHaveLength(4)
    for (const one of both) {
      expect(told.state(id)).toBe('review')
      approved(told, id, [one])
    }
    expect(told.state(id)).toBe('admitted')
  })

  test('R004 where a city has it so, the level of the applicant alone reviews', () => {
    const world = governedWorld(kinds)
    const dated = [{ from: 0, version: '1', value: 'own' }]
    const parameters = { ...world.parameters, 'admission.levels': dated }
    const told = tale(kinds, { parameters })
    const id = apply(told)
    submitted(told, id)
    approved(told, id, [unit.committee])
    expect(told.state(id)).toBe('review')
    approved(told, id, [unit.government])
    expect(told.state(id)).toBe('admitted')
    const cityBureau = post('clerk', unit.cityBureau)
    const other = apply(told, {}, cityBureau)
    const street = post('head', unit.street)
    told.step(other, `heard/${unit.street}/answer`, [
      street,
      '08-03 12:00',
      {
        conclusion: 'agree',
      },
    ])
    told.step(other, `heard/${unit.street}/weigh`, [
      cityBureau,
      '08-03 12:10',
      {
        outcome: 'adopted',
      },
    ])
    told.step(other, 'submit', [cityBureau, '08-03 12:20'])
    const asked = told.record(other).parties.filter(({ role }) => role === 'approver')
    expect(asked.map((party) => party.unit)).toEqual([unit.cityCommittee, unit.cityGovernment])
  })

  test('streets of two districts are reviewed by both districts', () => {
    const told = tale(kinds)
    const by = post('clerk', unit.cityBureau)
    const id = apply(told, { streets: [unit.street, unit.foreignStreet] }, by)
    told.city.until(at('08-10 17:00'))
    told.step(id, 'submit', [by, '08-11 09:00'])
    const asked = told.record(id).parties.filter(({ role }) => role === 'approver')
    expect(asked.map((party) => party.unit).toSorted((a, b) => a - b)).toEqual([6, 7, 15, 16])
  })

  test('one refusal ends it, with its reason', () => {
    const { told, id } = begun()
    submitted(told, id)
    const reviewer = reviewers[unit.government]
    const note = { note: '应由部门自行承担' }
    told.step(id, `approver/${unit.government}/disagree`, [reviewer, '08-03 11:00', note])
    expect(told.state(id)).toBe('refused')
  })

  test('what is sent back is mended, heard and reviewed anew by everybody', () => {
    const { told, id } = begun()
    submitted(told, id)
    approved(told, id, [unit.committee])
    const reviewer = reviewers[unit.government]
    told.step(id, 'sendBack', [reviewer, '08-03 11:00', { note: '写明经费来源' }])
    expect(told.state(id)).toBe('returned')
    const again = (data: object) =>
      told.refused(id, 'reapply', [applicant, '08-03 11:30', { ...application, ...data }])
    expect(again({ endsOn: '2026-08-01' })).toBe('daysInOrder')
    expect(again({ streets: [unit.foreignStreet] })).toBe('streetsAreWithin')
    expect(again({ streets: [unit.otherStreet] })).toBeUndefined()
    expect(told.record(id).parties.map((party) => [party.role, party.unit, party.state])).toEqual([
      ['heard', unit.otherStreet, 'asked'],
    ])
  })
})

describe('money and time', () => {
  test('an admission is in force once its money is there in full', () => {
    const { told, id } = begun()
    submitted(told, id)
    approved(told, id)
    const less = { ...money, moneyArrived: 11 }
    expect(told.refused(id, 'recordMoney', [applicant, '08-04 09:00', less])).toBe('moneyIsWhole')
    told.step(id, 'recordMoney', [applicant, '08-04 09:00', money])
    expect(told.state(id)).toBe('inForce')
  })

  test('late money is told, and the admission ends with its last day', () => {
    const { told, id } = begun()
    submitted(told, id)
    approved(told, id)
    const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
    expect(types('08-31 17:00')).toContain('MoneyOverdue')
    told.step(id, 'recordMoney', [applicant, '09-01 09:00', money])
    expect(types('12-31 16:59')).toEqual([])
    expect(types('12-31 17:00')).toEqual(['AdmissionExpired'])
    expect(told.state(id)).toBe('expired')
  })

  test('an admission whose money never came expires too', () => {
    const { told, id } = begun()
    submitted(told, id)
    approved(told, id)
    told.city.until(at('12-31 17:00'))
    expect(told.state(id)).toBe('expired')
  })

  test('a renewal is a new application that is heard and reviewed again', () => {
    const told = tale(kinds)
    const id = inForce(told)
    const renewed = {
      endsOn: '2026-12-31',
      reason: '任务未完',
      money: 3,
      moneyDueOn: '2027-01-15',
    }
    const renew = (data: object, when = '08-05 09:00') =>
      told.refused(id, 'renew', [applicant, when, { ...renewed, ...data }])
    expect(renew({})).toBe('endsLater')
    expect(renew({ endsOn: '2027-06-30' })).toBeUndefined()
    expect(told.all('street-duty-admission')[1]).toMatchObject({
      state: 'opinions',
      title: application.matter,
      fields: { previous: id, endsOn: '2027-06-30', money: 3, people: 2, reason: '任务未完' },
      parties: [{ role: 'heard', unit: unit.street, state: 'asked' }],
    })
    expect(renew({ endsOn: '2027-07-30' }, '08-05 10:00')).toBe('claimTaken')
    expect(told.state(id)).toBe('inForce')
  })

  test('handling beyond 30 working days is told', () => {
    const { told, id } = begun()
    const due = told.record(id).clocks['handling']?.stages[0]?.due ?? 0
    const types = (until: number) => told.city.until(until).map(({ event }) => event.type)
    expect(types(due - 1)).not.toContain('AdmissionOverdue')
    expect(types(due)).toContain('AdmissionOverdue')
  })

  test('review beyond ten working days is told of each reviewer', () => {
    const { told, id } = begun()
    submitted(told, id)
    const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
    expect(types('08-17 16:59')).toEqual([])
    expect(types('08-17 17:00')).toEqual(Array.from({ length: 4 }, () => 'ApprovalOverdue'))
  })
})

test('an application keeps its days in order and to streets of its own area', () => {
  const told = tale(kinds)
  expect(() => apply(told, { endsOn: '2026-08-03' })).toThrow('daysInOrder')
  expect(() => apply(told, { beginsOn: '2027-01-01' })).toThrow('daysInOrder')
  expect(() => apply(told, { streets: [unit.foreignStreet] })).toThrow('streetsAreWithin')
  expect(() => apply(told, { streets: [] })).toThrow('streetsAreWithin')
})

test('a renewal keeps its days in order', () => {
  const told = tale(kinds)
  const asked = told.city.ask({
    kind: 'street-duty-admission',
    command: 'renewal',
    actor: { by: 'effect', of: 'x' },
    at: at('08-03 09:00'),
    place: { city: 1, district: 11 },
    data: { ...application, endsOn: '2026-08-01', department: unit.bureau },
  })
  expect(asked).toMatchObject({ refused: 'daysInOrder' })
})

test('a department has one application of a matter at a time', () => {
  const { told } = begun()
  expect(() => apply(told)).toThrow('claimTaken')
})

test('what is counted', () => {
  const measured = (moneyArrivedOn: string) => {
    const { told, id } = begun()
    submitted(told, id)
    approved(told, id, both.slice(0, 3))
    const last = told.does(id, `approver/${both[3]}/agree`, {
      by: reviewers[unit.cityGovernment],
      at: '08-03 11:00',
    })
    const data = { ...money, moneyArrivedOn }
    const paid = told.does(id, 'recordMoney', { by: applicant, at: '08-04 09:00', data })
    return [last, paid].flatMap((answer) =>
      (answer.ok ? answer.steps : [])
        .flatMap((step) => deltasOf(streetDutyAdmission, told.world, step))
        .map(({ measure }) => measure)
        .filter((measure) => !measure.startsWith('state:')),
    )
  }
  expect(measured('2026-08-31')).toEqual(['admitted', 'moneyInTime'])
  expect(measured('2026-09-01')).toEqual(['admitted'])
  const { told, id } = begun()
  submitted(told, id)
  const refusing = told.does(id, `approver/${unit.government}/disagree`, {
    by: reviewers[unit.government],
    at: '08-03 11:00',
    data: { note: '自行承担' },
  })
  const steps = refusing.ok ? refusing.steps : []
  const measures = steps.flatMap((step) => deltasOf(streetDutyAdmission, told.world, step))
  expect(measures.map(({ measure }) => measure)).toContain('refused')
})
