import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf } from '../../street-mandate/testing/told.ts'
import { signing } from '../testing/roles.ts'
import { bureau, paired, street } from '../two-way-pair/testing.ts'
import { cadreOpinion } from './kind.ts'

const kind = 'cadre-opinion'
const opinion = { conclusion: 'good', opinion: '常到社区，答复及时' }
const result = { outcome: 'adopted', decision: '年度考核合格', toldOn: '2026-08-06' }

function asked(by = bureau) {
  const told = paired()
  const data = { pair: told.pair, matter: '年度考核', cadre: '某甲' }
  const id = told.begin(`${kind}/ask`, town.street, [by, '08-04 09:00', data])
  const concludes = (given: Data = {}, when = '08-06 09:00') =>
    told.refused(id, 'conclude', [by, when, { ...result, ...given }])
  return { ...told, id, concludes }
}

function replied() {
  const told = asked()
  told.does(told.id, 'reply', [street, '08-05 09:00', opinion])
  return told
}

test('the declaration is sound, nothing of it is counted or searched, and reading is told', () => {
  expect(problemsIn(cadreOpinion)).toEqual([])
  expect(cadreOpinion).not.toHaveProperty('searched')
  expect(cadreOpinion).not.toHaveProperty('counters')
  expect(cadreOpinion.tellsReaders).toBe(true)
  expect(limitsOf(cadreOpinion)).toEqual({
    'cadreOpinion.reply': '5 working-day',
    'cadreOpinion.conclude': '20 working-day',
  })
})

describe('asking', () => {
  test('only one’s own partner in a pair that is on is asked', () => {
    const told = paired()
    const tries = (by: typeof bureau, pair: string) =>
      told.tries(`${kind}/ask`, town.street, [
        by,
        '08-04 09:00',
        { pair, matter: '年度考核', cadre: '某甲' },
      ])
    expect(tries(post('head', unit.traffic), told.pair)).toBe('isOwnPair')
    expect(tries(bureau, 'none')).toBe('isOwnPair')
    told.does(told.pair, 'end', [bureau, '08-04 10:00', { reason: '职责划转' }])
    expect(tries(street, told.pair)).toBe('isOwnPair')
  })

  test('R054 an opinion counts for the side that gives it', () => {
    const told = replied()
    expect(told.record(told.pair).fields['missing']).not.toContain('cadre-territory')
    const back = asked(street)
    expect(back.record(back.id).fields).toMatchObject({
      giver: unit.street,
      taker: unit.bureau,
      side: 'industry',
    })
    expect(back.record(back.pair).fields['missing']).toContain('cadre-industry')
    back.does(back.id, 'reply', [bureau, '08-05 09:00', opinion])
    expect(back.record(back.pair).fields['missing']).not.toContain('cadre-industry')
  })

  test('it may be withdrawn before there is an answer', () => {
    const told = asked()
    told.does(told.id, 'withdraw', [bureau, '08-05 09:00', { reason: '人员调动' }])
    expect(told.state(told.id)).toBe('withdrawn')
  })
})

describe('deciding', () => {
  test('nothing is decided while the partner has not answered and its time has not passed', () => {
    const told = asked()
    expect(told.concludes()).toBe('wasHeard')
    expect(told.until('08-11 17:00')).toEqual(['CadreOpinionLapsed'])
    expect(told.concludes({ outcome: '' }, '08-12 09:00')).toBeUndefined()
    const late = asked()
    late.until('08-11 17:00')
    late.does(late.id, 'reply', [street, '08-12 09:00', opinion])
    expect(late.concludes({ outcome: '' }, '08-12 10:00')).toBe('saysIfAdopted')
  })

  test('what became of the opinion is said, and anything but adopting it needs a reason', () => {
    const told = replied()
    expect(told.concludes({ outcome: '' })).toBe('saysIfAdopted')
    expect(told.concludes({ outcome: 'partly' })).toBe('saysIfAdopted')
    expect(told.concludes({ outcome: 'notAdopted', why: '情况已改变' })).toBeUndefined()
    expect(told.state(told.id)).toBe('closed')
  })

  test('the person is told and may disagree', () => {
    const told = replied()
    expect(told.concludes({ toldOn: '' })).toBe('personWasTold')
    const own = { objection: '夜间值守没有计入', objectionBy: 'written' }
    expect(told.concludes(own)).toBeUndefined()
    expect(told.record(told.id).fields).toMatchObject({ objectionBy: 'written' })
    expect(told.record(told.id).fields['objection']).toBeDefined()
  })

  test('nobody was told on a day that has not come, nor before anything was asked', () => {
    const told = replied()
    expect(told.concludes({ toldOn: '2026-08-07' })).toBe('toldInItsTime')
    expect(told.concludes({ toldOn: '2026-08-03' })).toBe('toldInItsTime')
    expect(told.concludes({ toldOn: '2026-08-04' })).toBeUndefined()
    expect(replied().concludes({ toldOn: '2026-08-06' })).toBeUndefined()
  })

  test('whose words an objection is in is said, and there are no such words without one', () => {
    const told = replied()
    expect(told.concludes({ objection: '夜间值守没有计入' })).toBe('saysWhoseWords')
    expect(told.concludes({ objectionBy: 'spoken' })).toBe('saysWhoseWords')
    expect(told.concludes({ objection: '夜间值守没有计入', objectionBy: 'spoken' })).toBeUndefined()
  })

  test('an answer that is left lying is reported to the side that asked', () => {
    const told = replied()
    expect(told.until('09-02 17:00')).toEqual(['CadreOpinionRanLate'])
    const lapsed = asked()
    lapsed.until('08-11 17:00')
    expect(lapsed.until('09-08 17:00')).toEqual(['CadreOpinionRanLate'])
  })
})

test('nobody but those who answer for the two units knows of it', () => {
  const told = asked()
  const { world, id } = told
  const ours = of(['bureau'], signing)
  const theirs = of(['street'], signing)
  expect(starters(cadreOpinion, world, town.street)).toEqual({
    ask: of(['cityBureau', 'bureau', 'traffic', 'street'], signing),
  })
  expect(seers(cadreOpinion, world, told.record(id))).toEqual([...ours, ...theirs])
  const may = () => askers(cadreOpinion, world, told.record(id))
  expect(may()).toEqual({ reply: theirs, conclude: ours, withdraw: ours })
  told.until('08-11 17:00')
  expect(may()).toEqual({ reply: theirs, conclude: ours, withdraw: ours })
  told.does(id, 'reply', [street, '08-12 09:00', opinion])
  expect(may()).toEqual({ conclude: ours })
})
