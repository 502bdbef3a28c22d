import { expect, test } from 'vitest'
import { planOf } from '../../capabilities/city/reorganisation/plan.ts'
import { proposed } from '../../capabilities/city/reorganisation/proposal.ts'
import { deltasOf, todosOf } from '../../kernel/derive.ts'
import { directoryAt, pathText, placeOf, unitFor, unitName } from '../../kernel/directory.ts'
import { liesNowIn } from '../../kernel/lineage.ts'
import { displaced } from '../../kernel/relocating.ts'
import { restructured } from '../../kernel/restructuring.ts'
import { at, post, story, town, townWorld, unit } from '../../kernel/testing.ts'
import { kinds } from '../registry.ts'
import { by, day, merged } from './testing.ts'

function told() {
  const { world } = merged()
  const city = story(kinds, world)
  const begun = (detail: string) => {
    const id = city.begin({
      kind: 'resident-appeal',
      command: 'register',
      area: town.community,
      by: post('agent', unit.desk),
      at: '08-03 09:00',
      data: { detail, category: '0101', channel: 'phone' },
    })
    const dispatched = city.does(id, 'dispatch', {
      by: post('dispatcher', unit.desk),
      at: '08-03 09:10',
      data: { lead: unit.street, limitClass: 'normal' },
    })
    if (!dispatched.ok) throw new Error(dispatched.refused)
    const signed = city.does(id, 'sign', { by: post('clerk', unit.street), at: '08-03 09:20' })
    if (!signed.ok) throw new Error(signed.refused)
    return id
  }
  const move = (id: string) =>
    city.does(id, 'relocate', {
      by: { by: 'effect', of: by },
      at: '08-03 10:01',
      data: { reorganisation: by, since: at(day) },
    })
  return { ...city, world, begun, move }
}

test('the communities of a merged street get codes of the street they now lie in', () => {
  const { plan, rows } = merged()
  expect(plan.areas.begins.map(({ name, parent }) => [name, parent])).toEqual([
    ['一社区', town.otherStreet],
    ['二社区', town.otherStreet],
  ])
  expect(plan.areas.ends.map(({ key }) => key)).toEqual([111, 1111, 1112])
  expect(rows.units.map(({ was, name, isNew }) => [was, name, isNew])).toEqual([
    ['前街街道', '后街街道', false],
    ['前街城管办', '后街城管办', true],
  ])
})

test('an office without its like goes on under the new street, a community office where it was', () => {
  const { plan } = merged()
  const [office] = plan.units.begins
  expect(office).toMatchObject({
    name: '后街城管办',
    area: town.otherStreet,
    parent: unit.otherStreet,
  })
  const [community] = plan.areas.begins
  expect(plan.units.changes).toEqual([
    expect.objectContaining({
      id: unit.community,
      area: community?.code,
      parent: unit.otherStreet,
    }),
  ])
})

test('an open appeal of a merged street lies with its successor, its clock unchanged', () => {
  const { begun, move, city, world } = told()
  const id = begun('楼下路灯坏了三天没人修')
  const before = city.record(id)
  const moved = move(id)
  if (!moved.ok || before === undefined) throw new Error('not moved')
  const { record, steps } = moved
  expect(record.state).toBe(before.state)
  expect(record.clocks).toEqual(before.clocks)
  expect(record.fields).toEqual({ ...before.fields, lead: unit.otherStreet })
  expect(pathText(world.directory, record.place)).toBe('东区 / 后街 / 一社区')
  const kind = kinds.get('resident-appeal')
  const [step] = steps
  if (kind === undefined || step === undefined) throw new Error('no step')
  expect(todosOf(kind, world, record).map((todo) => todo.unit)).toContain(unit.otherStreet)
  const stock = deltasOf(kind, world, { before, after: record, event: step.event }).filter(
    ({ measure }) => measure.startsWith('state:'),
  )
  expect(stock.map(({ place, unit: of, n }) => [place.street, of, n])).toEqual([
    [town.street, unit.street, -1],
    [town.otherStreet, unit.otherStreet, 1],
  ])
})

test('what was moved has nowhere left to move, and nobody but the system moves anything', () => {
  const { begun, move, city, world, does } = told()
  const id = begun('楼下路灯坏了三天没人修')
  const kind = kinds.get('resident-appeal')
  const asked = { world, lastAt: at('08-03 09:20'), at: at('08-03 10:01') }
  const before = city.record(id)
  if (kind === undefined || before === undefined) throw new Error('no record')
  expect(displaced(kind, { ...asked, record: before })).toMatchObject({ since: at(day), by })
  expect(displaced(kind, { ...asked, record: before, at: at('08-03 09:59') })).toBeUndefined()
  const byHand = does(id, 'relocate', { by: post('head', unit.street), at: '08-03 09:50' })
  expect(byHand).toMatchObject({ ok: false, refused: 'notAllowed' })
  const moved = move(id)
  if (!moved.ok) throw new Error(moved.refused)
  expect(displaced(kind, { ...asked, record: moved.record })).toBeUndefined()
})

test('parties keep their states under their new units', () => {
  const { begin, does, city, move } = told()
  const id = begin({
    kind: 'street-whistle',
    command: 'whistle',
    area: 121,
    by: post('head', unit.foreignStreet),
    at: '08-03 09:00',
    data: {
      title: '占道经营',
      matter: '沿街商户占道经营反复出现',
      occasion: 'enforcement',
      lead: unit.otherBureau,
      peers: [unit.street],
    },
  })
  const [peer] = city.record(id)?.parties.filter(({ role }) => role === 'peer') ?? []
  expect(peer?.unit).toBe(unit.street)
  const signed = does(id, `peer/${unit.street}/sign`, {
    by: post('head', unit.street),
    at: '08-03 09:30',
  })
  expect(signed.ok).toBe(true)
  const before = city.record(id)?.parties.find(({ role }) => role === 'peer')
  const moved = move(id)
  if (!moved.ok) throw new Error(moved.refused)
  const after = moved.record.parties.find(({ role }) => role === 'peer')
  expect(after).toEqual({ ...before, unit: unit.otherStreet })
})

test('a closed record stays where it was and is read under the old names', () => {
  const { world } = merged()
  const place = placeOf(world.directory, town.community)
  if (place === undefined) throw new Error('no place')
  expect(pathText(world.directory, place)).toBe('东区 / 原前街 / 一社区')
  expect(unitName(world.directory, unit.street)).toBe('原前街街道')
  expect(liesNowIn(world.directory, town.otherStreet, place)).toBe(true)
  expect(liesNowIn(world.directory, town.street, place)).toBe(false)
})

test('nothing is given to a street that is no more, from the moment of the merger on', () => {
  const { does, begin } = told()
  const start = (when: string) =>
    begin({
      kind: 'resident-appeal',
      command: 'register',
      area: town.otherStreet,
      by: post('agent', unit.desk),
      at: when,
      data: { detail: '楼下路灯坏了', category: '0101', channel: 'phone' },
    })
  const give = (id: string, when: string) =>
    does(id, 'dispatch', {
      by: post('dispatcher', unit.desk),
      at: when,
      data: { lead: unit.street, limitClass: 'normal' },
    })
  const late = start('08-05 12:30')
  expect(give(late, '08-05 12:31')).toMatchObject({ ok: false, refused: 'unitHasEnded' })
  expect(() =>
    begin({
      kind: 'resident-appeal',
      command: 'register',
      area: town.community,
      by: post('agent', unit.desk),
      at: '08-05 12:40',
      data: { detail: '楼下路灯坏了', category: '0101', channel: 'phone' },
    }),
  ).toThrow('areaHasEnded')
})

test('who held a function before a reorganisation held it then, and nobody new did', () => {
  const plain = townWorld(kinds.values()).directory
  const rows = proposed(plain, {
    what: 'merge',
    of: 'units',
    from: [unit.supervision, unit.arbiter],
    into: [{ name: '东区督查裁定中心' }],
  })
  const directory = restructured(plain, planOf(plain, rows), { at: at(day), by })
  const place = placeOf(plain, town.community)
  if (place === undefined) throw new Error('no place')
  const holder = (when: string) =>
    unitFor(directoryAt(directory, at(when)), { function: 'supervise' }, place)?.name
  expect(holder('08-03 09:59')).toBe('东区督查室')
  expect(holder('08-03 10:00')).toBe('东区督查裁定中心')
})
