import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../testing/access-table.ts'
import { bureau, city, registersTeam } from '../testing/penalties.ts'
import { limitsOf } from '../testing/told.ts'
import { penaltyDelegation } from './kind.ts'

const kind = 'penalty-delegation'
const why = { reason: '承接有困难' }

test('the declaration is sound', () => {
  expect(problemsIn(penaltyDelegation)).toEqual([])
  expect(limitsOf(penaltyDelegation)).toEqual({
    'penalty.handOver': '60 working-day',
    'penalty.assess': '20 working-day',
  })
})

test('R115 items are handed over to a street one at a time', () => {
  const told = city()
  registersTeam(told)
  const [first, second, elsewhere] = [
    told.proposes('占道经营'),
    told.proposes('乱倒垃圾'),
    told.proposes('占道经营', town.otherStreet),
  ]
  expect(told.hands(first)).toBeUndefined()
  expect(told.hands(second)).toBe('oneAtATime')
  expect(told.hands(elsewhere)).toBeUndefined()
  expect(told.assesses(first)).toBeUndefined()
  expect(told.hands(second, '08-03 12:00')).toBeUndefined()
  expect(told.counted(kind)).toEqual({ handedOver: 3, takenOn: 1 })
})

test('an item goes to a street, once while it lasts', () => {
  const told = city()
  const id = told.proposes('占道经营')
  expect(told.record(id).fields).toMatchObject({ holder: unit.street, from: unit.bureau })
  expect(() => told.proposes('占道经营')).toThrow('claimTaken')
  expect(() => told.proposes('占道经营', town.district)).toThrow('isAStreet')
  told.does(id, 'drop', [bureau, '08-03 10:00', why])
  expect(told.state(told.proposes('占道经营'))).toBe('proposed')
})

test('the street takes an item on with its one team, and it may be recalled', () => {
  const told = city()
  const id = told.proposes('占道经营')
  told.hands(id)
  expect(told.assesses(id)).toBe('hasOneTeam')
  const team = registersTeam(told)
  expect(told.assesses(id)).toBeUndefined()
  expect(told.record(id)).toMatchObject({ state: 'inForce', fields: { team } })
  told.does(id, 'recall', [post('leader', unit.government), '08-04 09:00', why])
  expect(told.state(id)).toBe('recalled')
  expect(told.counted(kind)).toEqual({ handedOver: 1, takenOn: 1, recalled: 1 })
})

test('handing over and assessing have their time', () => {
  const told = city()
  const id = told.proposes('占道经营')
  expect(told.until('10-28 17:00')).toEqual(['HandoverRanLate'])
  told.hands(id, '10-29 09:00')
  expect(told.until('11-26 17:00')).toEqual(['AssessmentRanLate'])
})

test('government and department hand over, the street assesses, all read', () => {
  const told = city()
  registersTeam(told)
  const id = told.proposes('占道经营')
  const may = () => askers(penaltyDelegation, told.world, told.record(id))
  expect(starters(penaltyDelegation, told.world, town.street)).toEqual({
    propose: of(['cityBureau', 'cityGovernment', 'bureau', 'traffic', 'government']),
  })
  expect(seers(penaltyDelegation, told.world, told.record(id))).toEqual(everyone.slice(0, -2))
  const giving = of(['cityGovernment', 'bureau', 'government'])
  expect(may()).toEqual({ handOver: giving, drop: giving })
  told.hands(id)
  expect(may()).toEqual({ assess: of(['street']), recall: giving })
  told.assesses(id)
  expect(may()).toEqual({ recall: giving })
})
