import { describe, expect, test } from 'vitest'
import { deltasOf, todosOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import {
  arrives,
  bureau,
  clerk,
  finishes,
  otherStreet,
  supervisor,
  traffic,
  whistle,
  type WhistleStory,
} from '../street-whistle/testing.ts'
import { supervisionOrder } from './kind.ts'
import { ask, type Data, citySupervisor, late, matter, ordered, replied } from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(supervisionOrder)).toEqual([])
})

test('the limits a city begins with', () => {
  const limits = Object.entries(supervisionOrder.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(limits)).toEqual({
    'supervision.sign': '1 个工作日',
    'supervision.street': '3 个工作日',
    'supervision.district': '3 个工作日',
    'supervision.city': '5 个工作日',
    'supervision.verify': '3 个工作日',
  })
})

describe('what may be pressed', () => {
  test('R019 a street presses a department on its own late whistle, not one that came in time', () => {
    const told = late()
    const refused = { refused: 'restsOnALateMatter' }
    expect(ask(told, { whistle: told.id, unit: unit.bureau })).toMatchObject(refused)
    expect(ask(told, { unit: unit.traffic })).toMatchObject(refused)
    expect(ask(told, { whistle: 'none', unit: unit.traffic })).toMatchObject(refused)
    expect(ask(told, { whistle: told.id, unit: unit.traffic })).toMatchObject({
      record: { state: 'issued', fields: { street: unit.street, level: 'street' } },
    })
  })

  test('R019 another street’s whistle is not for it, nor is a late peer street', () => {
    const told = whistle({ called: [], peers: [unit.otherStreet] })
    told.until('08-05 10:00')
    const refused = { refused: 'restsOnALateMatter' }
    expect(ask(told, { whistle: told.id, unit: unit.otherStreet }, '08-05 10:00')).toMatchObject(
      refused,
    )
    const other = told.city.ask({
      kind: 'supervision-order',
      command: 'order',
      actor: otherStreet,
      at: at('08-05 10:00'),
      place: { city: 1, district: 11, street: 112 },
      data: { matter, whistle: told.id, unit: unit.bureau },
    })
    expect(other).toMatchObject(refused)
  })

  test('R019 the lead whose result was sent back may be pressed though in time', () => {
    const told = whistle({ called: [] })
    arrives(told, bureau)
    finishes(told, bureau)
    told.step('submit', [bureau, '08-04 17:00'], { result: '已清理' })
    const press = () => ask(told, { whistle: told.id, unit: unit.bureau }, '08-05 10:00')
    expect(press()).toMatchObject({ refused: 'restsOnALateMatter' })
    told.step('sendBack', [clerk, '08-05 09:00'], { reason: '还有一处' })
    expect(press().ok).toBe(true)
  })

  test('R019 a late appeal of its own place may be pressed on the department that leads it', () => {
    const told = whistle()
    const id = told.begin({
      kind: 'resident-appeal',
      command: 'ask',
      area: town.community,
      by: { by: 'public' },
      at: '08-03 09:00',
      data: { detail: '路灯不亮' },
    })
    const dispatch = { lead: unit.bureau, category: 'stall', limitClass: 'general' }
    told.does(id, 'dispatch', { by: post('agent', unit.desk), at: '08-03 09:30', data: dispatch })
    const press = (data: Data) => ask(told, { appeal: id, ...data }, '08-14 09:00')
    const refused = { refused: 'restsOnALateMatter' }
    expect(ask(told, { appeal: id, unit: unit.bureau })).toMatchObject(refused)
    told.until('08-14 09:00')
    expect(press({ unit: unit.traffic })).toMatchObject(refused)
    const elsewhere = told.city.ask({
      kind: 'supervision-order',
      command: 'order',
      actor: otherStreet,
      at: at('08-14 09:00'),
      place: { city: 1, district: 11, street: 112 },
      data: { matter, appeal: id, unit: unit.bureau },
    })
    expect(elsewhere).toMatchObject(refused)
    expect(press({ unit: unit.bureau }).ok).toBe(true)
    expect(press({ unit: unit.bureau })).toMatchObject({ refused: 'claimTaken' })
  })

  test('one open order on one whistle for one department', () => {
    const told = late()
    ordered(told)
    expect(ask(told, { whistle: told.id, unit: unit.traffic })).toMatchObject({
      refused: 'claimTaken',
    })
  })
})

describe('its life', () => {
  test('R019 the department’s reply is required before it closes', () => {
    const told = ordered()
    expect(todos(told)).toMatchObject([{ unit: unit.traffic, command: 'sign' }])
    told.step('sign', [traffic, '08-04 11:00'])
    expect(todos(told)).toMatchObject([{ unit: unit.traffic, command: 'reply' }])
    expect(told.refused('close', [clerk, '08-04 12:00'])).toBe('unitHasReplied')
    told.step('reply', [traffic, '08-05 11:00'], { reply: '已到场处置' })
    expect(todos(told)).toMatchObject([{ unit: unit.street, command: 'close' }])
    expect(told.refused('close', [traffic, '08-05 12:00'])).toBe('notAllowed')
    told.step('close', [clerk, '08-05 12:00'])
    expect(told.state(told.id)).toBe('closed')
  })

  test('R019 what was not verified needs a reply anew', () => {
    const told = replied()
    expect(told.refused('again', [traffic, '08-05 12:00'], { reason: '没有' })).toBe('notAllowed')
    told.step('again', [clerk, '08-05 12:00'], { reason: '现场没有变化' })
    expect(told.state(told.id)).toBe('signed')
    expect(told.refused('close', [clerk, '08-05 12:10'])).toBe('unitHasReplied')
  })

  test('unanswered it climbs from street to district to city, and whoever is above verifies', () => {
    const told = ordered()
    const level = () => [told.record().fields['level'], told.record().fields['overseer']]
    expect(level()).toEqual(['street', unit.street])
    expect(told.until('08-05 17:00')).toContain('SupervisionSignedLate')
    told.until('08-07 17:00')
    expect(level()).toEqual(['district', unit.supervision])
    told.step('sign', [traffic, '08-10 09:00'])
    expect(told.refused('close', [clerk, '08-10 10:00'])).toBe('notAllowed')
    told.until('08-12 17:00')
    expect(level()).toEqual(['city', unit.citySupervision])
    told.until('08-19 17:00')
    expect(level()).toEqual(['cityLate', unit.citySupervision])
    expect(told.record().clocks).toEqual({})
    told.step('reply', [traffic, '08-20 09:00'], { reply: '已到场处置' })
    expect(told.refused('close', [supervisor, '08-20 10:00'])).toBe('notAllowed')
    expect(told.until('08-25 17:00')).toContain('VerificationRanLate')
    told.step('again', [citySupervisor, '08-26 09:00'], { reason: '没有变化' })
    expect(told.state(told.id)).toBe('signed')
  })
})

test('orders and their escalations are counted under the department', () => {
  const told = late()
  const done = ask(told, { whistle: told.id, unit: unit.traffic })
  const steps = [...(done.ok ? done.steps : []), ...told.city.until(at('08-07 17:00'))]
  const deltas = steps.flatMap((step) =>
    step.kind === supervisionOrder
      ? deltasOf(supervisionOrder, told.world, step).map(
          ({ measure, unit: by }) => `${measure} ${by}`,
        )
      : [],
  )
  expect(deltas).toEqual(['state:issued 14', 'ordered 14', 'escalated 14'])
})

function todos(told: WhistleStory) {
  return todosOf(supervisionOrder, told.world, told.record())
}
