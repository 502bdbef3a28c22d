import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { offersFor, startsFor } from '../../../kernel/offers.ts'
import { at, post, unit, units } from '../../../kernel/testing.ts'
import { clerk, leader, traffic, type WhistleStory } from '../street-whistle/testing.ts'
import { supervisionOrder } from './kind.ts'
import { citySupervisor, late, matter, ordered, replied } from './testing.ts'

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
    const street = working.map((role) => post(role, unit.street))
    for (const actor of [...street, citySupervisor, post('worker', unit.citySupervision)])
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
