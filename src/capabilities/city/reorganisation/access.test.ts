import { describe, expect, test } from 'vitest'
import { maySee, relationsOf } from '../../../kernel/access.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { offersFor } from '../../../kernel/offers.ts'
import { at, post, story, unit } from '../../../kernel/testing.ts'
import { reorganisation } from './kind.ts'
import { proposed } from './proposal.ts'
import { linesOf } from './rows.ts'
import {
  approved,
  arbiter,
  carriedOut,
  directory,
  district,
  drafted,
  kinds,
  leader,
  merger,
  world,
} from './testing.ts'

describe('who may do what', () => {
  const people: Readonly<Record<string, Actor>> = {
    drafter: arbiter,
    clerk: post('clerk', unit.government),
    organiser: post('head', unit.organisation),
    officeLeader: post('leader', unit.arbiter),
    admin: post('admin', unit.desk),
    head: post('head', unit.cityCommittee),
    leader,
    secretary: post('secretary', unit.cityCommittee),
    concerned: post('clerk', unit.street),
    stranger: post('clerk', unit.bureau),
  }
  const approvers = ['head', 'leader', 'secretary']
  const office = ['drafter', 'officeLeader']
  const insiders = Object.keys(people).filter((name) => name !== 'stranger' && name !== 'concerned')
  const stages = {
    draft: {
      told: drafted,
      approve: approvers,
      amend: office,
      sendBack: approvers,
      withdraw: office,
    },
    approved: {
      told: () => approved('2026-08-03'),
      carryOutNow: [...office, ...approvers],
      revoke: approvers,
    },
    leftOver: { told: () => carriedOut(1), tryAgain: office, settle: office },
    done: { told: () => carriedOut(0) },
  }
  for (const [state, { told, ...table }] of Object.entries(stages))
    test(`while ${state}`, () => {
      const one = told()
      const record = one.record()
      if (record === undefined) throw new Error('no record')
      expect(record.state).toBe(state)
      const when = at('08-03 12:00')
      for (const [name, actor] of Object.entries(people)) {
        const relations = relationsOf(reorganisation, { world, record, actor })
        const sees = state === 'draft' ? insiders : [...insiders, 'concerned']
        expect([name, maySee(reorganisation, relations)]).toEqual([name, sees.includes(name)])
        const offers = offersFor(reorganisation, { world, record, actor, at: when, facts: {} })
        const own = Object.keys(reorganisation.states[record.state]?.commands ?? {})
        const offered = offers.map(({ command }) => command).filter((one) => own.includes(one))
        const due = Object.entries(table).flatMap(([command, who]) =>
          who.includes(name) ? [command] : [],
        )
        expect([name, offered.toSorted()]).toEqual([name, due.toSorted()])
      }
    })

  test('who may begin one', () => {
    const begins = (by: Actor) => {
      const told = story(kinds, world)
      const data = {
        title: '更名',
        what: 'merge',
        of: 'areas',
        ...linesOf(proposed(directory, merger)),
      }
      const asked = { kind: 'reorganisation', command: 'draft', actor: by, at: at('08-03 09:00') }
      return told.city.ask({ ...asked, place: district, data }).ok
    }
    const may = Object.entries(people).filter(([, actor]) => begins(actor))
    expect(may.map(([name]) => name)).toEqual(['drafter', 'clerk', 'organiser', 'admin', 'head'])
  })

  test('nobody but the system says that everything has moved', () => {
    const told = approved('2026-08-03')
    told.step('carryOutNow', [arbiter, '08-03 11:00'])
    for (const actor of Object.values(people)) {
      const said = told.step('finish', [actor, '08-03 11:01'], { moved: 1, left: 0 })
      expect(said).toMatchObject({ ok: false })
    }
  })
})
