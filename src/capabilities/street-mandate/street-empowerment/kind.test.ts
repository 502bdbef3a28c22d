import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { limitsOf } from '../testing/told.ts'
import { askers, everyone, of, seers, starters } from '../testing/access-table.ts'
import { district, listDuty, proposed, street, takenOn, withDuty } from '../testing/empowered.ts'
import { powerExercise } from '../power-exercise.ts'
import { empowermentIndicators } from './indicators.ts'
import { streetEmpowerment } from './kind.ts'
import { powers } from './powers.ts'

const kind = 'street-empowerment'
const granted = { document: '东政发〔2026〕1号', grantedOn: '2026-08-03' }
const why = { reason: '条件变化', document: '东政发〔2026〕9号' }

test('the declaration is sound, and the catalogue has thirteen powers', () => {
  expect(problemsIn(streetEmpowerment)).toEqual([])
  expect(new Set(powers.map(({ value }) => value)).size).toBe(13)
})

describe('granting', () => {
  test('R006 a grant names a duty item in force that is not withdrawn', () => {
    const told = withDuty([])
    const withdrawn = listDuty(told, { number: '1.2', type: 'withdrawn', lead: '城市管理' })
    const ended = listDuty(told, { number: '1.3' })
    told.does(ended, 'end', [post('arbiter', unit.arbiter), '08-03 09:30', { endReason: '修订' }])
    const tries = (duty?: string) =>
      told.tries('street-empowerment/propose', town.street, [
        district,
        '08-03 10:00',
        {
          scope: '辖区内的事项',
          power: 'planning',
          ...(duty === undefined ? {} : { duty }),
        },
      ])
    for (const duty of [undefined, withdrawn, ended]) expect(tries(duty)).toBe('servesADuty')
    expect(tries(told.duty)).toBeUndefined()
  })

  test('a power is given to a street, once while it lasts', () => {
    const told = withDuty([])
    const data = { scope: '辖区内的事项', power: 'planning', duty: told.duty }
    const start = 'street-empowerment/propose'
    expect(told.tries(start, town.district, [district, '08-03 10:00', data])).toBe(
      'isGivenToAStreet',
    )
    const id = proposed(told)
    expect(told.record(id)).toMatchObject({
      title: '规划参与权（前街街道）',
      fields: { holder: unit.street, granter: unit.government },
    })
    expect(told.tries(start, town.street, [district, '08-03 11:00', data])).toBe('claimTaken')
    expect(told.tries(start, town.otherStreet, [district, '08-03 11:00', data])).toBeUndefined()
    told.does(id, 'drop', [district, '08-03 12:00', why])
    expect(told.state(id)).toBe('dropped')
    expect(told.tries(start, town.street, [district, '08-03 13:00', data])).toBeUndefined()
  })

  test('the street confirms that it can carry it, or says that it cannot', () => {
    const told = withDuty([])
    const id = proposed(told)
    told.does(id, 'grant', [district, '08-03 10:30', granted])
    told.does(id, 'object', [street, '08-03 11:00', { reason: '没有人员' }])
    expect(told.state(id)).toBe('proposed')
    told.does(id, 'grant', [district, '08-04 10:30', granted])
    told.does(id, 'acknowledge', [street, '08-04 11:00'])
    expect(told.state(id)).toBe('acknowledged')
  })
})

test('the limits a city begins with', () => {
  expect(limitsOf(streetEmpowerment)).toEqual({
    'empowerment.decide': '30 working-day',
    'empowerment.acknowledge': '10 working-day',
    'empowerment.unused': '180 day',
    'empowerment.least': '1',
    'empowerment.evaluate': '365 day',
  })
})

test('a proposal without an end and a grant not taken on are noted', () => {
  const told = withDuty([])
  const id = proposed(told)
  expect(told.until('09-14 17:00')).toEqual(['GrantRanLate'])
  told.does(id, 'grant', [district, '09-15 09:00', granted])
  expect(told.until('09-30 17:00')).toEqual(['AcknowledgementRanLate'])
})

test('a power taken on and never exercised is a state of its own, noted after half a year', () => {
  const told = withDuty([powerExercise])
  const idle = takenOn(told, 'overall')
  const used = takenOn(told, 'frontline')
  told.begin('power-exercise/exercise', town.street, [
    street,
    '08-04 09:00',
    {
      power: 'frontline',
      matter: '路面塌陷先行围挡',
    },
  ])
  expect(told.record(used)).toMatchObject({ state: 'exercised', fields: { uses: 1 } })
  expect(told.record(used).fields['lastUsedAt']).toBe(at('08-04 09:00'))
  told.begin('power-exercise/exercise', town.street, [
    street,
    '08-05 09:00',
    {
      power: 'frontline',
      matter: '管道爆裂先行关阀',
    },
  ])
  expect(told.record(used)).toMatchObject({ state: 'exercised', fields: { uses: 2 } })
  expect(told.until('2027-02-01 10:00')).toContain('PowerFoundUnused')
  expect(told.state(idle)).toBe('acknowledged')
  expect(told.record(used).clocks['unused']).toBeUndefined()
  expect(told.counted(kind)).toMatchObject({ granted: 2, used: 2, unused: 1 })
})

test('whether the street spoke about a person is told to nobody, so nothing is said of disuse', () => {
  const told = withDuty([])
  for (const power of ['headAppraisal', 'personnelAdvice']) takenOn(told, power)
  expect(told.until('2027-02-01 10:00')).toEqual([])
})

test('evaluating moves the next evaluation on; recalling ends it', () => {
  const told = withDuty([])
  const id = takenOn(told)
  const due = () => told.record(id).clocks['evaluate']?.stages[0]?.due
  const first = due()
  told.does(id, 'evaluate', [district, '08-10 09:00', { finding: 'works' }])
  expect(due()).toBe((first ?? 0) + 7 * 86_400_000 - 2 * 3_600_000)
  expect(told.record(id).fields['evaluatedAt']).toBe(at('08-10 09:00'))
  told.does(id, 'recall', [district, '08-11 09:00', why])
  expect(told.state(id)).toBe('recalled')
})

test('a year later evaluation is due', () => {
  const told = withDuty([])
  takenOn(told)
  expect(told.until('2027-08-04 10:00')).toEqual(['PowerFoundUnused', 'EvaluationFellDue'])
})

test('grants, uses, evaluations and recalls are counted', () => {
  const told = withDuty([powerExercise])
  const id = takenOn(told, 'frontline')
  told.begin('power-exercise/exercise', town.street, [
    street,
    '08-04 09:00',
    {
      power: 'frontline',
      matter: '路面塌陷先行围挡',
    },
  ])
  told.does(id, 'evaluate', [district, '08-10 09:00', { finding: 'works' }])
  told.does(id, 'recall', [district, '08-11 09:00', why])
  expect(told.counted(kind)).toEqual({ granted: 1, used: 1, evaluated: 1, recalled: 1 })
})

test('R007 a street counts with as many grants in force as the city says, whether or not they are used', () => {
  expect(empowermentIndicators.map(({ id }) => id)).toEqual(['F03', 'F04'])
  for (const { numerator, denominator, references } of empowermentIndicators) {
    expect(numerator).toMatchObject([
      {
        covered: {
          of: { areas: 'street' },
          having: [
            {
              measures: ['state:granted', 'state:acknowledged', 'state:exercised'],
              atLeast: { parameter: 'empowerment.least', else: 1 },
            },
          ],
        },
      },
    ])
    expect(denominator).toHaveLength(1)
    expect(references).toHaveLength(1)
  }
})

describe('who', () => {
  const arbiters = (name: string) => `${name} clerk head leader arbiter secretary`
  const granters = [
    arbiters('cityArbiter'),
    ...of(['cityCommittee', 'cityGovernment']).map(withArbiter),
    arbiters('arbiter'),
    ...of(['committee', 'government']).map(withArbiter),
  ]

  test('city and district propose; the granting unit decides, the street takes on, all read', () => {
    const told = withDuty([])
    expect(starters(streetEmpowerment, told.world, town.street)).toEqual({ propose: granters })
    const id = proposed(told)
    const may = () => askers(streetEmpowerment, told.world, told.record(id))
    const granter = ['government clerk head leader arbiter secretary']
    expect(seers(streetEmpowerment, told.world, told.record(id))).toEqual(everyone.slice(0, -2))
    expect(may()).toEqual({ grant: granter, drop: granter })
    told.does(id, 'grant', [district, '08-03 10:30', granted])
    const holder = of(['street'])
    expect(may()).toEqual({ acknowledge: holder, object: holder, recall: granter })
    told.does(id, 'acknowledge', [street, '08-03 11:00'])
    expect(may()).toEqual({ evaluate: granter, recall: granter })
  })
})

function withArbiter(row: string): string {
  return row.replace('leader', 'leader arbiter')
}
