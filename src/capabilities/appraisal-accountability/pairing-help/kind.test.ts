import { describe, expect, test } from 'vitest'
import { mayRead, relationsOf } from '../../../kernel/access.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell, type Told } from '../../street-mandate/testing/told.ts'
import { all } from '../testing/owned.ts'
import { pairingIndicators } from './indicators.ts'
import { pairingHelp } from './kind.ts'

const kind = 'pairing-help'
const worker = post('worker', unit.community)
const cadre = post('clerk', unit.bureau)
const head = post('head', unit.bureau)
const need: Data = {
  title: '上下楼不便，需要代办',
  helperUnit: unit.bureau,
  person: { contact: 'c-1', digest: 'd-1' },
}
const own = { helper: `clerk-${unit.bureau}` }
const self = { consentBy: 'self' }
const holder = (record: string): Actor => ({ by: 'link', record })

type One = { readonly told: Told; readonly id: string }

function registered(told = tell([pairingHelp])): One {
  return { told, id: told.begin(`${kind}/register`, town.community, [worker, '08-03 09:00', need]) }
}

function asked(one = registered()): One {
  one.told.does(one.id, 'assign', [head, '08-04 09:00', own])
  return one
}

function paired(one = asked()): One {
  one.told.does(one.id, 'consent', [holder(one.id), '08-05 09:00', self])
  return one
}

function helping(one = paired()): One {
  one.told.does(one.id, 'listHelp', [cadre, '08-06 09:00', { need: '代办老年优待证' }])
  return one
}

function toConfirm(one = helping()): One {
  one.told.does(one.id, 'reportDone', [cadre, '08-07 09:00', { done: '已送到家' }])
  return one
}

test('the declaration is sound, and the limits a city begins with', () => {
  expect(problemsIn(pairingHelp)).toEqual([])
  expect(limitsOf(pairingHelp)).toEqual({
    'pairing-help.assign': '5 working-day',
    'pairing-help.answer': '30 day',
    'pairing-help.help': '30 day',
    'pairing-help.confirm': '30 day',
  })
})

test('a need goes to a unit that exists, which proposes a cadre in time', () => {
  const { told, id } = registered()
  expect(
    told.tries(`${kind}/register`, town.community, [
      worker,
      '08-03 10:00',
      { ...need, helperUnit: 999 },
    ]),
  ).toBe('helpersStandHere')
  expect(told.record(id).fields).toMatchObject({ community: unit.community, year: 2026 })
  expect(told.until('08-10 17:00')).toEqual(['PairAssigningRanLate'])
  told.does(id, 'refuse', [head, '08-11 09:00', { reason: '已满额' }])
  expect(told.record(id).state).toBe('unpaired')
  expect(told.record(id).fields['person']).toBeUndefined()
})

describe('R125', () => {
  test('R125 a pair exists only when the person or their trustee said yes by their own link', () => {
    const { told, id } = asked()
    for (const by of [worker, cadre, head])
      expect(told.refused(id, 'consent', [by, '08-05 09:00', self])).toBe('notAllowed')
    expect(told.counted(kind)).toEqual({})
    told.does(id, 'consent', [holder(id), '08-05 09:00', { consentBy: 'trustee' }])
    expect(told.record(id)).toMatchObject({ state: 'paired', fields: { consentBy: 'trustee' } })
    expect(told.counted(kind)).toEqual({ pairs: 1, cadres: 1 })
  })

  test('R125 who says no, or nothing, is in no pair and their contact is gone', () => {
    const no = asked()
    no.told.does(no.id, 'decline', [holder(no.id), '08-05 09:00'])
    const silent = asked()
    expect(silent.told.until('09-03 08:59')).toEqual([])
    expect(silent.told.until('09-03 09:00')).toEqual(['PairLapsed'])
    for (const { told, id } of [no, silent]) {
      expect(told.state(id)).toBe('unpaired')
      expect(told.record(id).fields['person']).toBeUndefined()
      expect(told.counted(kind)).toEqual({})
    }
  })

  test('R125 whoever registers and hands out the link is not the one who helps', () => {
    const { told, id } = registered()
    const same = { helper: `worker-${unit.community}` }
    expect(told.refused(id, 'assign', [head, '08-04 09:00', same])).toBe('helperIsAnother')
    const going = paired()
    expect(
      going.told.refused(going.id, 'changeHelper', [
        head,
        '08-06 09:00',
        { ...same, reason: '调岗' },
      ]),
    ).toBe('helperIsAnother')
  })

  test('R125 a thing done counts only when it was confirmed', () => {
    const { told, id } = toConfirm()
    expect(told.refused(id, 'confirmHelp', [cadre, '08-08 09:00', self])).toBe('notAllowed')
    told.does(id, 'denyHelp', [holder(id), '08-08 09:00', { still: '证还没拿到' }])
    expect(told.state(id)).toBe('helping')
    told.does(id, 'reportDone', [cadre, '08-09 09:00', { done: '证已送到' }])
    expect(told.counted(kind)['confirmed']).toBeUndefined()
    told.does(id, 'confirmHelp', [holder(id), '08-10 09:00', self])
    expect(told.record(id)).toMatchObject({ state: 'paired', fields: { confirmed: 1 } })
    expect(told.record(id).fields['need']).toBeUndefined()
    expect(told.counted(kind)).toEqual({ pairs: 1, cadres: 1, confirmed: 1 })
    told.does(id, 'askHelp', [holder(id), '08-11 09:00', { need: '想换灯泡' }])
    told.does(id, 'reportDone', [cadre, '08-12 09:00', { done: '已换' }])
    expect(told.until('09-11 09:00')).toEqual(['HelpLapsed'])
    expect(told.state(id)).toBe('paired')
    expect(told.counted(kind)).toEqual({ pairs: 1, cadres: 1, confirmed: 1, lapsed: 1 })
  })
})

test('R125 D19 nobody sees the contact before the person agreed', () => {
  const { told, id } = asked()
  const why = { reason: '先联系' }
  expect(told.refused(id, 'reveal', [cadre, '08-05 08:00', why])).toBe('hasConsent')
  told.does(id, 'consent', [holder(id), '08-05 09:00', self])
  expect(told.refused(id, 'reveal', [cadre, '08-05 10:00', why])).toBeUndefined()
})

test('D19 only the assigned cadre does the work and sees the contact', () => {
  const { told, id } = paired()
  const other = post('worker', unit.bureau)
  const words = { need: '代办' }
  expect(told.refused(id, 'listHelp', [other, '08-06 09:00', words])).toBe('isAssigned')
  told.does(id, 'listHelp', [cadre, '08-06 09:00', words])
  expect(told.refused(id, 'reportDone', [other, '08-07 09:00', { done: '好' }])).toBe('isAssigned')
  expect(told.refused(id, 'dropHelp', [other, '08-07 09:00', { reason: '难' }])).toBe('isAssigned')
  expect(told.refused(id, 'reveal', [other, '08-07 09:00', { reason: '上门' }])).toBe('isAssigned')
  expect(told.refused(id, 'reveal', [worker, '08-07 09:00', { reason: '看' }])).toBe('notAllowed')
  expect(told.refused(id, 'reveal', [cadre, '08-07 09:00', { reason: '上门送证' }])).toBeUndefined()
  told.does(id, 'dropHelp', [cadre, '08-07 10:00', { reason: '不在办理范围' }])
  expect(told.record(id).fields['need']).toBeUndefined()
  const reads = (name: 'person' | 'need', actor: Actor) =>
    mayRead(
      pairingHelp.fields[name],
      relationsOf(pairingHelp, { world: told.world, record: told.record(id), actor }),
    )
  expect([reads('person', worker), reads('person', cadre), reads('person', holder(id))]).toEqual([
    false,
    true,
    true,
  ])
  expect([reads('need', worker), reads('need', cadre), reads('need', holder(id))]).toEqual([
    true,
    true,
    true,
  ])
})

test('another cadre needs consent anew; either side may end it and the contact goes', () => {
  const { told, id } = helping()
  expect(told.until('09-05 09:00')).toEqual(['HelpRanLate'])
  const other = { helper: 'another', reason: '原干部调离' }
  told.does(id, 'changeHelper', [head, '09-06 09:00', other])
  expect(told.record(id)).toMatchObject({ state: 'asked', fields: { helper: 'another' } })
  expect(told.record(id).fields['consentBy']).toBeUndefined()
  expect(told.record(id).fields['need']).toBeUndefined()
  expect(told.counted(kind)).toEqual({ pairs: 0, cadres: 0 })
  told.does(id, 'consent', [holder(id), '09-07 09:00', self])
  told.does(id, 'endPair', [head, '09-08 09:00', { reason: '已搬走' }])
  const left = toConfirm()
  left.told.does(left.id, 'leave', [holder(left.id), '08-08 09:00'])
  for (const one of [{ told, id }, left]) {
    expect(one.told.state(one.id)).toBe('ended')
    expect(one.told.record(one.id).fields['person']).toBeUndefined()
    expect(one.told.record(one.id).fields['need']).toBeUndefined()
  }
})

test('F52 what the count of cadres asks for is kept where it can be found', () => {
  const kept: readonly string[] = Object.values(pairingHelp.slots)
  expect(Object.keys(pairingHelp.facts.others.where).filter((one) => !kept.includes(one))).toEqual(
    [],
  )
})

test('F52 a cadre with two households is one cadre, F53 items are those confirmed', () => {
  const told = tell([pairingHelp])
  paired(asked(registered(told)))
  const second = registered(told)
  told.does(second.id, 'assign', [head, '08-05 10:00', own])
  told.does(second.id, 'consent', [holder(second.id), '08-05 11:00', self])
  expect(told.counted(kind)).toEqual({ pairs: 2, cadres: 1 })
  const other = registered(told)
  told.does(other.id, 'assign', [head, '08-06 09:00', { helper: 'another' }])
  told.does(other.id, 'consent', [holder(other.id), '08-06 10:00', self])
  expect(told.counted(kind)).toEqual({ pairs: 3, cadres: 2 })
  const value = (id: string, counts: Readonly<Record<string, number>>) => {
    const one = pairingIndicators.find((found) => found.id === id)
    return (
      one &&
      figureOf(
        one,
        ofCounts(({ measure }) => counts[measure] ?? 0),
      )
    )
  }
  expect(value('F52', told.counted(kind))?.value).toBe(2)
  expect(value('F53', { confirmed: 7, lapsed: 1 })?.value).toBe(7)
  expect(value('pairing-confirmed', { confirmed: 3, lapsed: 1 })?.hidden).toBe(true)
  expect(value('pairing-confirmed', { confirmed: 6, lapsed: 2 })?.value).toBe(0.75)
})

test('who begins, who sees, who may ask what where', () => {
  const first = registered()
  const table = ({ told, id }: One) => askers(pairingHelp, told.world, told.record(id))
  const bureau = all('bureau')
  const led = of(['bureau'], ['head', 'leader', 'secretary'])
  expect(starters(pairingHelp, first.told.world, town.community)).toEqual({
    register: all('street', 'community'),
  })
  expect(seers(pairingHelp, first.told.world, first.told.record(first.id))).toEqual([
    ...bureau,
    ...all('community'),
  ])
  expect(table(first)).toEqual({ assign: bureau, refuse: bureau })
  expect(table(asked())).toEqual({})
  expect(table(paired())).toEqual({ listHelp: bureau, endPair: bureau, changeHelper: led })
  expect(table(helping())).toEqual({
    reportDone: bureau,
    dropHelp: bureau,
    endPair: bureau,
    changeHelper: led,
  })
  expect(table(toConfirm())).toEqual({})
  for (const one of [registered(), paired(), helping(), toConfirm()])
    expect(one.told.refused(one.id, 'leave', [holder(one.id), '08-08 09:00'])).toBeUndefined()
})
