import { describe, expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { isCover } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { industryIndicators } from './indicators.ts'
import { industryDuty } from './kind.ts'

const kind = 'industry-duty'
const bureau = post('head', unit.bureau)
const street = post('secretary', unit.street)
const duties = { industryDuties: '派员参加社区治理', territoryDuties: '提供工作条件' }
const list = { title: '城管系统与前街责任清单', system: '城管', territory: unit.street, ...duties }
const met = { consultedOn: '2026-08-10', outcome: '明确夜间值守' }

function drafted(data: Data = {}) {
  const told = tell([industryDuty])
  const draft = (given: Data = {}, by = bureau) =>
    told.tries(`${kind}/draft`, town.street, [by, '08-03 09:00', { ...list, ...given }])
  draft(data)
  return { ...told, draft, id: told.all(kind)[0]?.id ?? '' }
}

function signed() {
  const told = drafted()
  told.does(told.id, 'sign', [street, '08-03 10:00'])
  return told
}

test('the declaration is sound', () => {
  expect(problemsIn(industryDuty)).toEqual([])
  expect(limitsOf(industryDuty)).toEqual({
    'industryDuty.sign': '10 working-day',
    'industryDuty.consult': '90 day',
  })
})

describe('signing', () => {
  test('the territory signs, or sends it back to be changed', () => {
    const told = drafted()
    expect(told.record(told.id)).toMatchObject({
      place: { street: town.street },
      fields: {
        ...list,
        industry: unit.bureau,
        industryDuties: expect.anything(),
        territoryDuties: expect.anything(),
        title: expect.anything(),
      },
    })
    expect(told.until('08-17 17:00')).toEqual(['IndustryDutySignRanLate'])
    told.does(told.id, 'sendBack', [street, '08-18 09:00', { reason: '缺条件保障' }])
    expect(told.until('09-01 17:00')).toEqual(['IndustryDutyRedraftRanLate'])
    told.does(told.id, 'redraft', [bureau, '09-02 09:00', duties])
    told.does(told.id, 'sign', [street, '09-02 10:00'])
    expect(told.record(told.id)).toMatchObject({
      state: 'signed',
      fields: { signedOn: '2026-09-02' },
    })
  })

  test('there is one list of a system between a department and a territory of its area', () => {
    const told = drafted()
    expect(told.draft()).toBe('claimTaken')
    expect(told.draft({ system: '住建' })).toBeUndefined()
    expect(told.draft({ territory: unit.foreignStreet })).toBe('territoryIsWithin')
    expect(told.draft({ territory: unit.committee })).toBeUndefined()
    const ended = signed()
    ended.does(ended.id, 'end', [bureau, '08-04 09:00', { reason: '系统调整' }])
    expect(ended.state(ended.id)).toBe('ended')
    expect(ended.draft()).toBeUndefined()
  })
})

describe('consulting', () => {
  test('a period without consultation is overdue until the next one', () => {
    const told = signed()
    expect(told.until('11-01 10:00')).toEqual(['IndustryConsultationOverdue'])
    expect(told.counted(kind)).toEqual({ overdue: 1 })
    const late = { ...met, consultedOn: '2026-11-02' }
    told.does(told.id, 'consult', [street, '11-02 10:00', late])
    expect(told.record(told.id).fields).toMatchObject({ overdue: false, consultedOn: '2026-11-02' })
    expect(told.counted(kind)).toEqual({ overdue: 0, consulted: 1 })
    expect(told.until('2027-01-31 10:00')).toEqual(['IndustryConsultationOverdue'])
  })

  test('no consultation is written down before it was', () => {
    const told = signed()
    expect(told.refused(told.id, 'consult', [street, '08-09 10:00', met])).toBe('dayHasCome')
    expect(told.refused(told.id, 'consult', [street, '08-10 10:00', met])).toBeUndefined()
  })

  test('R131 a system counts only with a signed list and a consultation in the period', () => {
    const told = signed()
    const [term] = (industryIndicators[0]?.numerator ?? []).filter(isCover)
    if (term === undefined) throw new Error('no cover')
    const values = ['城管', '教育', '卫生', '国资']
    const held: Readonly<Record<string, readonly string[]>> = {
      城管: ['state:signed', 'consulted'],
      教育: ['state:signed'],
      卫生: ['consulted'],
    }
    const where = { world: told.world, area: town.city, at: at('12-31 23:00'), values }
    const counted = coveringOf(term.covered, where, (one, name, measure) =>
      'value' in one && name === kind && held[one.value ?? '']?.includes(measure) === true ? 1 : 0,
    )
    expect(counted.map(({ value, has }) => `${value} ${has}`)).toEqual([
      '城管 true',
      '教育 false',
      '卫生 false',
      '国资 false',
    ])
  })
})

test('departments draft, territories sign, both consult, committees look on', () => {
  const told = drafted()
  const { world, id } = told
  expect(starters(industryDuty, world, town.street)).toEqual({
    draft: of(['cityBureau', 'bureau', 'traffic'], working),
  })
  const may = () => askers(industryDuty, world, told.record(id))
  expect(may()).toEqual({ sign: of(['street'], signing), sendBack: of(['street'], signing) })
  told.does(id, 'sendBack', [street, '08-03 10:00', { reason: '缺条件保障' }])
  expect(may()).toEqual({ redraft: of(['bureau'], working) })
  told.does(id, 'redraft', [bureau, '08-03 11:00', duties])
  told.does(id, 'sign', [street, '08-03 12:00'])
  expect(may()).toEqual({
    consult: of(['bureau', 'street'], working),
    end: of(['bureau', 'street'], signing),
  })
  expect(seers(industryDuty, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
})
