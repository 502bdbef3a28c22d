import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../testing/access-table.ts'
import { type Data, limitsOf, tell } from '../testing/told.ts'
import { plaqueIndicators } from './indicators.ts'
import { counterpartAndPlaqueBan } from './kind.ts'

const kind = 'counterpart-and-plaque-ban'
const worker = post('worker', unit.community)
const arbiter = post('arbiter', unit.arbiter)
const bureau = post('clerk', unit.bureau)
const plaque = { name: '城市管理工作站', sort: 'plaque', demander: unit.bureau }
const law = { legalBasis: 'local', provision: '第十条' }
const answer = { answer: '没有法规依据，限期摘牌' }

function registered(data: Data = {}) {
  const told = tell([counterpartAndPlaqueBan])
  const id = told.begin(`${kind}/register`, town.community, [
    worker,
    '08-03 09:00',
    { ...plaque, ...data },
  ])
  return { ...told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(counterpartAndPlaqueBan)).toEqual([])
  expect(limitsOf(counterpartAndPlaqueBan)).toEqual({
    'plaque.answer': '10 working-day',
    'plaque.remove': '20 working-day',
    'plaque.verify': '5 working-day',
  })
})

describe('a demand', () => {
  test('R012 without a law on organs and posts it is a breach, of which the district is told', () => {
    for (const basis of [
      {},
      { legalBasis: 'none', provision: '部门文件' },
      { legalBasis: 'local' },
      { provision: '第十条' },
    ])
      expect(registered(basis).counted(kind)).toEqual({ registered: 1, violations: 1 })
    const told = registered()
    expect(told.state(told.id)).toBe('violation')
    expect(counterpartAndPlaqueBan.starts.register.tells).toEqual([
      'district',
      'committee',
      'government',
    ])
    expect(registered(law).counted(kind)).toEqual({ registered: 1 })
  })

  test('R012 the district finds a basis only by naming the law and its provision', () => {
    const told = registered()
    const upholds = (data: Data) =>
      told.refused(told.id, 'uphold', [arbiter, '08-04 09:00', { ...answer, ...data }])
    expect(upholds({ legalBasis: 'none', provision: '第十条' })).toBe('namesALegalBasis')
    expect(upholds({ legalBasis: 'local' })).toBe('namesALegalBasis')
    expect(upholds(law)).toBeUndefined()
    expect(told.state(told.id)).toBe('standing')
  })

  test('a plaque is registered once at one place', () => {
    const told = registered()
    const again = told.tries(`${kind}/register`, town.community, [worker, '08-03 10:00', plaque])
    expect(again).toBe('claimTaken')
    const street = post('clerk', unit.street)
    expect(
      told.tries(`${kind}/register`, town.street, [street, '08-03 10:00', plaque]),
    ).toBeUndefined()
  })
})

describe('clearing it', () => {
  test('it is taken down, and down only once verified', () => {
    const told = registered()
    told.does(told.id, 'order', [arbiter, '08-04 09:00', answer])
    told.does(told.id, 'remove', [worker, '08-05 09:00'])
    told.does(told.id, 'again', [arbiter, '08-06 09:00', { answer: '牌子还在' }])
    expect(told.state(told.id)).toBe('removing')
    told.does(told.id, 'remove', [worker, '08-07 09:00'])
    told.does(told.id, 'verify', [arbiter, '08-10 09:00'])
    expect(told.state(told.id)).toBe('removed')
    expect(told.counted(kind)).toEqual({ registered: 1, violations: 1, removed: 1 })
  })

  test('the department may retract, and a lawful one may be cleared too', () => {
    const told = registered()
    told.does(told.id, 'retract', [bureau, '08-04 09:00', { answer: '不再要求' }])
    expect(told.state(told.id)).toBe('removing')
    const lawful = registered(law)
    lawful.does(lawful.id, 'order', [arbiter, '08-04 09:00', answer])
    expect(lawful.state(lawful.id)).toBe('removing')
  })

  test('each step has its time', () => {
    const told = registered()
    expect(told.until('08-17 17:00')).toEqual(['ViolationAnsweredLate'])
    told.does(told.id, 'order', [arbiter, '08-18 09:00', answer])
    expect(told.until('09-15 17:00')).toEqual(['RemovalRanLate'])
    told.does(told.id, 'remove', [worker, '09-16 09:00'])
    expect(told.until('09-23 17:00')).toEqual(['VerificationRanLate'])
  })
})

test('the trend counts all that hang, and those without a law', () => {
  const measures = plaqueIndicators.map(({ numerator }) =>
    numerator.map((term) => ('measure' in term ? term.measure : '')),
  )
  expect(measures.map((one) => one.length)).toEqual([4, 3])
  expect(measures[1]).not.toContain('state:standing')
})

test('who registers, who decides, who takes down, who sees', () => {
  const told = registered()
  const { world, record, id } = told
  const may = () => askers(counterpartAndPlaqueBan, world, record(id))
  const local = (names: string[]) => of(names, ['clerk', 'head', 'leader', 'worker', 'secretary'])
  expect(starters(counterpartAndPlaqueBan, world, town.community)).toEqual({
    register: local(['street', 'community']),
  })
  const district = of(['arbiter'], ['clerk', 'head', 'arbiter'])
  const looking = (names: string[]) => of(names, ['head', 'leader', 'supervisor', 'secretary'])
  expect(seers(counterpartAndPlaqueBan, world, record(id))).toEqual([
    ...looking(['citySupervision', 'cityCommittee', 'cityGovernment', 'supervision']),
    ...district,
    ...of(['bureau']),
    ...looking(['committee', 'government']),
    ...local(['street', 'community']),
  ])
  expect(may()).toEqual({ order: district, uphold: district, retract: of(['bureau']) })
  told.does(id, 'order', [arbiter, '08-04 09:00', answer])
  expect(may()).toEqual({ remove: local(['community']) })
  told.does(id, 'remove', [worker, '08-05 09:00'])
  expect(may()).toEqual({ verify: district, again: district })
})
