import { expect, test } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { deltasOf } from '../../../kernel/derive.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { FigureReader } from '../../../kernel/figure-fact.ts'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { rehearse, type Step } from '../../../kernel/rehearsal.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { indicators } from '../../command-response/indicators.ts'
import { residentAppeal } from '../../command-response/resident-appeal/kind.ts'
import { exclusionRequest } from './kind.ts'

type Data = Readonly<Record<string, Value>>
type When = readonly [by: Actor, moment: string, data?: Data]

const kinds = [residentAppeal, exclusionRequest]
const clerk = post('clerk', unit.street)
const reviewer = post('supervisor', unit.supervision)

/** The front street's figures are counted from what happens there, as a store would. */
function city() {
  const world = governedWorld(kinds)
  const steps: Step[] = []
  const figures: FigureReader = ({ id, part, area, from = '', to }) => {
    const indicator = indicators.find((one) => one.id === id && one.part === part)
    const deltas = steps.flatMap((step) =>
      step.kind === residentAppeal ? deltasOf(step.kind, world, step) : [],
    )
    const own = deltas.filter(({ place, day }) => place.street === area && day >= from && day <= to)
    const count = (measure: string) =>
      own.reduce((sum, one) => sum + (one.measure === measure ? one.n : 0), 0)
    return (
      indicator &&
      figureOf(
        indicator,
        ofCounts(({ measure }) => count(measure)),
      )
    )
  }
  let ids = 0
  const played = rehearse({
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    figures,
  })
  const asks = (what: readonly [kind: string, command: string, record?: string], when: When) => {
    const [kind, command, record] = what
    const [actor, moment, data = {}] = when
    steps.push(...played.until(at(moment)))
    const place = placeOf(world.directory, town.community)
    const own = record === undefined ? { place } : { record }
    const told = played.ask({ kind, command, actor, at: at(moment), data, ...own })
    if (!told.ok) throw new Error(`${command} is refused: ${told.refused}`)
    steps.push(...told.steps)
    return told.record.id
  }
  const rate = (part: string) =>
    figures({
      id: 'N13',
      part,
      area: town.street,
      unit: unit.street,
      from: '2026-08-01',
      to: '2026-08-31',
    })
  return { played, asks, rate }
}

/** An appeal handled by the front street and judged by whoever raised it. */
function judged({ asks }: ReturnType<typeof city>, solved: string): string {
  const agent = post('agent', unit.desk)
  const does = (id: string, command: string, when: When) =>
    asks(['resident-appeal', command, id], when)
  const id = asks(
    ['resident-appeal', 'ask'],
    [{ by: 'public' }, '08-03 09:00', { detail: '路灯不亮' }],
  )
  const dispatched = { lead: unit.street, category: 'light', limitClass: 'general' }
  does(id, 'dispatch', [agent, '08-03 09:30', dispatched])
  does(id, 'sign', [clerk, '08-03 10:00'])
  does(id, 'contact', [clerk, '08-03 11:00', { how: 'phone' }])
  does(id, 'submitAnswer', [clerk, '08-04 09:00', { publicAnswer: '已经修好路灯' }])
  const link = { by: 'link', record: id } as const
  does(id, 'judge', [link, '08-04 10:00', { solved, responded: true }])
  return id
}

test('the rates themselves are what the decision says they will be, and again as before once revoked', () => {
  const told = city()
  for (const solved of ['solved', 'solved', 'partly']) judged(told, solved)
  const appeal = judged(told, 'partly')
  expect(told.rate('solved')).toMatchObject({ numerator: 2, denominator: 4 })
  const id = told.asks(
    ['exclusion-request', 'request'],
    [clerk, '08-05 09:00', { appeal, ground: 'procedure', evidence: '法院已立案，案号见附件' }],
  )
  told.asks(
    ['exclusion-request', 'accept', id],
    [reviewer, '08-05 10:00', { opinion: '已核对立案通知书' }],
  )
  expect(told.played.record(id)?.fields).toMatchObject({
    baseBefore: 4,
    baseAfter: 3,
    solvedBefore: 50,
    solvedAfter: 66.7,
    respondedBefore: 100,
    respondedAfter: 100,
  })
  expect(told.rate('solved')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(told.rate('responded')).toMatchObject({ numerator: 3, denominator: 3 })
  told.asks(
    ['exclusion-request', 'revoke', id],
    [reviewer, '08-06 10:00', { reason: '案号有误，撤销' }],
  )
  expect(told.rate('solved')).toMatchObject({ numerator: 2, denominator: 4 })
  expect(told.rate('responded')).toMatchObject({ numerator: 4, denominator: 4 })
})
