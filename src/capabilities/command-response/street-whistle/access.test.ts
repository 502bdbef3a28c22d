import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maySee, relationsOf } from '../../../kernel/access.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { offersFor, startsFor } from '../../../kernel/offers.ts'
import { at, post, unit, units } from '../../../kernel/testing.ts'
import { streetWhistle } from './kind.ts'
import { allowed, naive } from './testing/access-statement.ts'
import { stages } from './testing/stages.ts'
import { whistle, type WhistleStory } from './testing.ts'

const roles: readonly Role[] = [
  'agent',
  'dispatcher',
  'clerk',
  'head',
  'leader',
  'caller',
  'arbiter',
  'supervisor',
  'worker',
  'admin',
  'auditor',
  'secretary',
  'gridWorker',
]
const everybody: readonly Actor[] = [
  ...units.flatMap(({ id }) => roles.map((role) => post(role, id))),
  { by: 'public' },
  { by: 'link', record: 'another' },
]
const common = new Set(['take', 'putBack', 'handOn', 'reveal'])

describe('access, judged against a second statement of it', () => {
  test('what is offered is what the statement allows, for every post in every stage', () => {
    for (const [stage, begun] of Object.entries(stages)) {
      const told = begun()
      for (const actor of everybody) {
        const relations = relationsOf(streetWhistle, {
          world: told.world,
          record: told.record(),
          actor,
        })
        expect([stage, actor, offered(told, actor), maySee(streetWhistle, relations)]).toEqual([
          stage,
          actor,
          allowed(actor, told.record()).toSorted(),
          naive(actor, told.record()).size > 0,
        ])
      }
    }
  })

  test('what is not offered is refused and changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everybody),
        fc.constantFrom(...Object.values(stages)),
        fc.nat(),
        (actor, begun, pick) => {
          const told = begun()
          told.until('08-05 10:00')
          const before = told.record()
          const all = commandsOf(told)
          const command = all[pick % all.length] ?? ''
          if (allowed(actor, before).includes(command)) return
          expect(told.refused(command, [actor, '08-05 10:00'])).toBeDefined()
          expect(told.record()).toBe(before)
        },
      ),
      { numRuns: 200, seed: 7 },
    )
  })

  test('only posts of the street that work there may whistle', () => {
    const told = whistle()
    const blank = { ...told.record(), state: '', fields: {}, parties: [] }
    for (const actor of everybody) {
      const offers = startsFor(streetWhistle, {
        world: told.world,
        record: blank,
        actor,
        at: at('08-03 09:00'),
        facts: {},
      })
      const works =
        actor.by === 'post' &&
        actor.post.unit === unit.street &&
        ['clerk', 'dispatcher', 'head', 'worker'].includes(actor.post.role)
      expect([actor, ...offers.map(({ command }) => command)]).toEqual([
        actor,
        ...(works ? ['whistle'] : []),
      ])
    }
  })
})

function offered(told: WhistleStory, actor: Actor): readonly string[] {
  const offers = offersFor(streetWhistle, {
    world: told.world,
    record: told.record(),
    actor,
    at: at('08-05 10:00'),
    facts: {},
  })
  return offers
    .flatMap(({ party, command }) =>
      common.has(command)
        ? []
        : [party === undefined ? command : `${party.role}/${party.unit}/${command}`],
    )
    .toSorted()
}

/** Every command of the record's kind, the parties' written 'role/unit/command'. */
function commandsOf(told: WhistleStory): readonly string[] {
  const states = Object.values(streetWhistle.states)
  return [
    ...states.flatMap(({ commands }) => Object.keys(commands ?? {})),
    ...told
      .record()
      .parties.flatMap(({ role, unit: member }) =>
        Object.values(streetWhistle.parties[role]?.states ?? {}).flatMap(({ commands }) =>
          Object.keys(commands ?? {}).map((command) => `${role}/${member}/${command}`),
        ),
      ),
  ]
}
