import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maySee, relationsOf } from '../../../kernel/access.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { offersFor, startsFor } from '../../../kernel/offers.ts'
import { at, post, units } from '../../../kernel/testing.ts'
import { allowed, mayStart, type Naive, naive, sees, stages } from './testing/access-statement.ts'
import { residentAppeal } from './kind.ts'
import { told } from './testing/stages.ts'
import { appeal } from './testing.ts'

const roles: readonly Role[] = [
  'agent',
  'dispatcher',
  'clerk',
  'head',
  'leader',
  'secretary',
  'caller',
  'arbiter',
  'supervisor',
  'worker',
  'admin',
  'auditor',
]

const anybody: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...roles), fc.constantFrom(...units))
      .map(([role, unit]) => post(role, unit.id)),
  },
  { weight: 1, arbitrary: fc.constant<Actor>({ by: 'public' }) },
  { weight: 1, arbitrary: fc.constant<Actor>({ by: 'link', record: 'another' }) },
)

const everybody: readonly Actor[] = [
  ...units.flatMap((unit) => roles.map((role) => post(role, unit.id))),
  { by: 'public' },
  { by: 'link', record: 'another' },
]

describe('access, judged against a second statement of it', () => {
  test('what is offered is what the statement allows, for every post in every state', () => {
    for (const stage of Object.keys(stages)) {
      const { id, city, world } = told(stage)
      const record = city.record(id)
      if (record === undefined) throw new Error(stage)
      for (const actor of [...everybody, { by: 'link', record: id } as const]) {
        const offers = offersFor(residentAppeal, {
          world,
          record,
          actor,
          at: at('08-06 09:00'),
          facts: {},
        })
        const names = offers.map((offer) =>
          offer.party === undefined ? offer.command : `${offer.party.role}/${offer.command}`,
        )
        const who: Naive = naive(actor, record)
        const expected = sees(who) ? allowed(stage, who) : []
        const relations = relationsOf(residentAppeal, { world, record, actor })
        expect([stage, actor, maySee(residentAppeal, relations)]).toEqual([stage, actor, sees(who)])
        expect([stage, actor, ...names.filter((name) => !common.has(name)).toSorted()]).toEqual([
          stage,
          actor,
          ...expected.toSorted(),
        ])
      }
    }
  })

  test('what is not offered is refused and changes nothing', () => {
    fc.assert(
      fc.property(
        anybody,
        fc.constantFrom(...Object.keys(stages)),
        fc.nat(),
        (actor, stage, pick) => {
          const { id, city } = told(stage)
          const record = city.record(id)
          if (record === undefined) throw new Error(stage)
          const command = commandNames[pick % commandNames.length] ?? ''
          const who = naive(actor, record)
          if (sees(who) && allowed(stage, who).includes(command)) return
          const answer = city.ask({
            kind: 'resident-appeal',
            record: id,
            command,
            actor,
            at: at('08-06 09:00'),
            data: {},
          })
          expect(answer).toMatchObject({ ok: false })
          expect(city.record(id)).toBe(record)
        },
      ),
      { numRuns: 400, seed: 7 },
    )
  })

  test('only intake posts for the place register, and only the public asks', () => {
    const { city, id, world } = appeal()
    const record = city.record(id)
    if (record === undefined) throw new Error('no record')
    const blank = { ...record, state: '', fields: {}, parties: [] }
    for (const actor of everybody) {
      const offers = startsFor(residentAppeal, {
        world,
        record: blank,
        actor,
        at: at('08-06 09:00'),
        facts: {},
      })
      expect([actor, ...offers.map((offer) => offer.command)]).toEqual([actor, ...mayStart(actor)])
    }
  })
})

const own = ['correctContact', 'withdrawContact', 'eraseMine']
const common = new Set(['take', 'putBack', 'handOn', 'reveal', ...own])

const commandNames = [
  ...new Set(
    Object.values(residentAppeal.states).flatMap((state) => Object.keys(state.commands ?? {})),
  ),
]
