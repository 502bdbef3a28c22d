import type { Actor } from '../../../kernel/actor.ts'
import { governedWorld, post, story, town, unit } from '../../../kernel/testing.ts'
import { reorganisation } from './kind.ts'
import { type Intent, proposed } from './proposal.ts'
import { linesOf } from './rows.ts'

export const kinds = new Map([[reorganisation.name, reorganisation]])
export const world = governedWorld(kinds.values())
export const { directory } = world
export const district = { city: town.city, district: town.district }
export const merger: Intent = {
  what: 'merge',
  of: 'areas',
  from: [town.street],
  into: [{ key: town.otherStreet }],
}
export const arbiter = post('arbiter', unit.arbiter)
export const leader = post('leader', unit.cityCommittee)
export const approval = { basis: '东政发〔2026〕3号', on: '2026-08-05' }

export function drafted(intent = merger) {
  const told = story(kinds, world)
  const { what, of } = intent
  const data = { title: '前街并入后街', what, of, ...linesOf(proposed(directory, intent)) }
  const id = told.begin({
    kind: 'reorganisation',
    command: 'draft',
    area: town.district,
    by: arbiter,
    at: '08-03 09:00',
    data,
  })
  const does = (command: string, [by, when]: readonly [Actor, string], given = {}) =>
    told.does(id, command, { by, at: when, data: given })
  return { ...told, id, step: does, record: () => told.city.record(id) }
}

export function approved(on = approval.on) {
  const told = drafted()
  const done = told.step('approve', [leader, '08-03 10:00'], { ...approval, on })
  if (!done.ok) throw new Error(done.refused)
  return told
}

export const system: Actor = { by: 'effect', of: 'reorganisation' }

export function carriedOut(left: number) {
  const told = approved('2026-08-03')
  told.step('carryOutNow', [arbiter, '08-03 11:00'])
  const outcome = {
    moved: 5,
    left,
    report: ['居民诉求 5 件'],
    troubles: left === 0 ? [] : ['一件'],
  }
  const done = told.step('finish', [system, '08-03 11:01'], outcome)
  if (!done.ok) throw new Error(done.refused)
  return told
}
