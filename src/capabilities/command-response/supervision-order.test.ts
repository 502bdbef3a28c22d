import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { deltasOf, todosOf } from '../../kernel/derive.ts'
import { limitText } from '../../kernel/limit.ts'
import { offersFor, startsFor } from '../../kernel/offers.ts'
import { problemsIn } from '../../kernel/sound.ts'
import { at, post, town, unit, units } from '../../kernel/testing.ts'
import { asLimit } from '../../kernel/turn.ts'
import {
  arrives,
  bureau,
  clerk,
  finishes,
  leader,
  otherStreet,
  supervisor,
  toldOf,
  traffic,
  whistle,
  type WhistleStory,
} from './street-whistle/testing.ts'
import { supervisionOrder } from './supervision-order.ts'

const citySupervisor = post('supervisor', unit.citySupervision)
const matter = '请两日内到场处置'

/** A whistle to which traffic had not come by Tuesday at ten. */
function late(): WhistleStory {
  const told = whistle()
  arrives(told, bureau)
  told.until('08-04 10:00')
  return told
}

function ask(told: WhistleStory, data: object, actor: Actor = clerk, when = '08-04 10:00') {
  return told.city.ask({
    kind: 'supervision-order',
    command: 'order',
    actor,
    at: at(when),
    place: { city: 1, district: 11, street: 111 },
    data: { matter, ...data } as never,
  })
}

/** Ordered on Tuesday 4 August at ten. */
function ordered(told = late()): WhistleStory {
  const done = ask(told, { whistle: told.id, unit: unit.traffic })
  if (!done.ok) throw new Error(done.refused)
  return toldOf(told, done.record.id)
}

function replied(): WhistleStory {
  const told = ordered()
  told.step('sign', [traffic, '08-04 11:00'])
  told.step('reply', [traffic, '08-05 11:00'], { reply: '已到场处置' })
  return told
}

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
    expect(
      ask(told, { whistle: told.id, unit: unit.otherStreet }, clerk, '08-05 10:00'),
    ).toMatchObject(refused)
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
    const press = () => ask(told, { whistle: told.id, unit: unit.bureau }, clerk, '08-05 10:00')
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
    const press = (data: object) => ask(told, { appeal: id, ...data }, clerk, '08-14 09:00')
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

describe('who', () => {
  test('only the street of the place orders; nobody opens one for a whistle by hand', () => {
    const told = late()
    const blank = {
      ...told.record(),
      kind: 'supervision-order',
      state: '',
      fields: {},
      parties: [],
    }
    const can = everybody.filter(
      (actor) => startsFor(supervisionOrder, { ...seen(told, actor), record: blank }).length > 0,
    )
    expect(can).toEqual(working.map((role) => post(role, unit.street)))
    expect(
      told.city.ask({
        kind: 'supervision-order',
        command: 'orderForWhistle',
        actor: clerk,
        at: at('08-04 10:00'),
        place: { city: 1, district: 11, street: 111 },
        data: { whistle: told.id, street: unit.street, unit: unit.traffic, matter },
      }),
    ).toMatchObject({ refused: 'notAllowed' })
  })

  test('each step is offered to the side whose it is, and to nobody else', () => {
    const street = overseeing.map((role) => post(role, unit.street))
    const department = working.map((role) => post(role, unit.traffic))
    const told = ordered()
    expect(mayAsk(told, 'sign')).toEqual(department)
    told.step('sign', [traffic, '08-04 11:00'])
    expect(mayAsk(told, 'reply')).toEqual(department)
    told.step('reply', [traffic, '08-05 11:00'], { reply: '已到场处置' })
    expect(mayAsk(told, 'close')).toEqual(street)
    expect(mayAsk(told, 'again')).toEqual(street)
    for (const name of ['noteVerifyLate', 'escalate', 'noteSignLate'])
      expect(mayAsk(told, name)).toEqual([])
    const high = ordered()
    high.until('08-07 17:00')
    for (const name of ['noteSignLate', 'escalate']) expect(mayAsk(high, name)).toEqual([])
    high.step('sign', [traffic, '08-10 09:00'])
    high.step('reply', [traffic, '08-10 11:00'], { reply: '已到场处置' })
    const above = overseeing.map((role) => post(role, unit.supervision))
    expect(mayAsk(high, 'close')).toEqual(above)
  })

  test('the two sides, the supervisors above and the leaders of the place see it', () => {
    const told = replied()
    const sees = everybody.filter(
      (actor) => told.refused('nothing', [actor, '08-05 12:00']) === 'notOffered',
    )
    expect(sees).toEqual([
      post('head', unit.citySupervision),
      post('supervisor', unit.citySupervision),
      post('head', unit.supervision),
      post('supervisor', unit.supervision),
      ...working.map((role) => post(role, unit.traffic)),
      leader,
      ...[...overseeing, 'leader' as const].map((role) => post(role, unit.street)),
    ])
  })

  test('when the city oversees it, the street still sees what became of it', () => {
    const told = ordered()
    told.until('08-12 17:00')
    for (const actor of [clerk, citySupervisor, post('worker', unit.citySupervision)])
      expect(told.refused('nothing', [actor, '08-13 12:00'])).toBe('notOffered')
  })
})

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const
const overseeing = [...working, 'supervisor'] as const
const roles: readonly Role[] = [...overseeing, 'leader', 'admin']
const everybody: readonly Actor[] = units.flatMap(({ id }) => roles.map((role) => post(role, id)))

function seen(told: WhistleStory, actor: Actor) {
  return { world: told.world, record: told.record(), actor, at: at('08-05 12:00'), facts: {} }
}

function mayAsk(told: WhistleStory, command: string): readonly Actor[] {
  return everybody.filter((actor) =>
    offersFor(supervisionOrder, seen(told, actor)).some((offer) => offer.command === command),
  )
}

function todos(told: WhistleStory) {
  return todosOf(supervisionOrder, told.world, told.record())
}
