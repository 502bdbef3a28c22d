import { expect, test } from 'vitest'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { dutyItem } from '../duty-item.ts'
import { tale, type Told, whoMay, whoMayStart } from '../testing.ts'
import { listVersion } from '../list-version/kind.ts'

const written = {
  number: '3.12',
  name: '占道经营整治',
  block: '城市管理',
  type: 'cooperate',
  lead: '城市管理',
  basis: '城市市容和环境卫生管理条例',
  validFrom: '2026-01-01',
}

const version = (told: Told, at: string, name = '一版') =>
  told.begin({
    kind: 'list-version',
    command: 'draft',
    area: town.city,
    by: post('arbiter', unit.cityArbiter),
    at,
    data: { list: 'street-duty', name, basis: '市委文件' },
  })
const cityKeeper = post('arbiter', unit.cityArbiter)
const start = { kind: 'duty-item', area: town.city, by: cityKeeper } as const
const publishes = (told: Told, id: string, day: string) => {
  told.step(id, 'consult', [cityKeeper, `${day} 10:00`, { heard: [unit.street] }])
  told.step(id, `heard/${unit.street}/answer`, [
    post('head', unit.street),
    `${day} 10:10`,
    {
      conclusion: 'agree',
    },
  ])
  const weighed = { outcome: 'adopted' }
  told.step(id, `heard/${unit.street}/weigh`, [cityKeeper, `${day} 10:20`, weighed])
  told.step(id, 'submit', [cityKeeper, `${day} 10:30`])
  const leader = post('leader', unit.cityCommittee)
  told.step(id, 'decide', [leader, `${day} 10:40`, { documentNumber: '市发1号' }])
  told.step(id, 'publish', [cityKeeper, `${day} 10:50`])
}
const begun = () => {
  const told = tale([dutyItem, listVersion])
  const old = told.begin({ ...start, command: 'list', at: '08-03 09:00', data: written })
  const first = version(told, '08-03 09:10')
  const data = { ...written, number: '3.13', version: first }
  const draft = told.begin({ ...start, command: 'draft', at: '08-03 09:20', data })
  return { told, old, first, draft }
}

test('once a version is published items are added and ended by a next one only', () => {
  const { told, old, first } = begun()
  const more = (at: string) =>
    told.begin({ ...start, command: 'list', at, data: { ...written, number: '9.9' } })
  publishes(told, first, '08-03')
  expect(() => more('08-04 09:00')).toThrow('changesByVersion')
  const reason = { endReason: '清单修订' }
  expect(told.refused(old, 'end', [cityKeeper, '08-04 09:10', reason])).toBe('changesByVersion')
  const mended = { ...written, name: '占道经营的整治' }
  expect(told.refused(old, 'amend', [cityKeeper, '08-04 09:20', mended])).toBeUndefined()
  const next = version(told, '08-05 09:00', '二版')
  told.step(old, 'proposeEnd', [cityKeeper, '08-05 09:10', { version: next, ...reason }])
  const proposal = told.all('duty-item').at(-1)
  expect(proposal).toMatchObject({
    state: 'draft',
    title: '占道经营的整治',
    fields: { change: 'end', replaces: old, endReason: '清单修订', number: '3.12' },
  })
  publishes(told, next, '08-06')
  expect([told.state(old), told.state(proposal?.id ?? '')]).toEqual(['ended', 'carriedOut'])
  expect(told.record(old).fields).toMatchObject({ ended: '2026-08-06' })
})

test('drafts go into a version in the making, and are mended only while it is', () => {
  const { told, old, first, draft } = begun()
  const data = { ...written, number: '3.13' }
  expect(told.refused(draft, 'redraft', [cityKeeper, '08-03 09:30', data])).toBeUndefined()
  const bad = { ...data, lead: 'street' }
  expect(told.refused(draft, 'redraft', [cityKeeper, '08-03 09:40', bad])).toBe('leadIsADepartment')
  const ends = { ...data, validTo: '2025-01-01' }
  expect(told.refused(draft, 'redraft', [cityKeeper, '08-03 09:40', ends])).toBe(
    'endsAfterItBegins',
  )
  const drafts = (wrong: object) => () =>
    told.begin({
      ...start,
      command: 'draft',
      at: '08-03 09:45',
      data: { ...data, number: '3.2', version: first, ...wrong },
    })
  expect(drafts({ lead: 'street' })).toThrow('leadIsADepartment')
  expect(drafts({ validTo: '2025-01-01' })).toThrow('endsAfterItBegins')
  told.step(first, 'abandon', [cityKeeper, '08-03 09:50', { reason: '另行部署' }])
  const late = { version: first, name: '改名' }
  expect(told.refused(old, 'proposeChange', [cityKeeper, '08-03 10:00', late])).toBe(
    'versionIsOpen',
  )
  const end = { version: first, endReason: '修订' }
  expect(told.refused(old, 'proposeEnd', [cityKeeper, '08-03 10:00', end])).toBe('versionIsOpen')
  const again = () =>
    told.begin({
      ...start,
      command: 'draft',
      at: '08-03 11:00',
      data: { ...data, version: first },
    })
  expect(again).toThrow('versionIsOpen')
})

test('a draft of a version that was decided is neither mended nor withdrawn', () => {
  const { told, first, draft } = begun()
  const other = told.begin({
    ...start,
    command: 'draft',
    at: '08-03 09:25',
    data: { ...written, number: '3.14', version: first },
  })
  told.step(other, 'withdraw', [cityKeeper, '08-03 09:30'])
  expect(told.state(other)).toBe('dropped')
  told.step(first, 'consult', [cityKeeper, '08-03 10:00', { heard: [unit.street] }])
  const street = post('head', unit.street)
  told.step(first, `heard/${unit.street}/answer`, [
    street,
    '08-03 10:10',
    {
      conclusion: 'agree',
    },
  ])
  const weighed = { outcome: 'adopted' }
  told.step(first, `heard/${unit.street}/weigh`, [cityKeeper, '08-03 10:20', weighed])
  told.step(first, 'submit', [cityKeeper, '08-03 10:30'])
  const leader = post('leader', unit.cityCommittee)
  told.step(first, 'decide', [leader, '08-03 10:40', { documentNumber: '1号' }])
  expect(told.refused(draft, 'redraft', [cityKeeper, '08-03 11:00', written])).toBe(
    'ownVersionIsOpen',
  )
  expect(told.refused(draft, 'withdraw', [cityKeeper, '08-03 11:00'])).toBe('ownVersionIsOpen')
})

test('one change of an item is drafted at a time, and what it says keeps the rules', () => {
  const { told, old, first } = begun()
  const change = { version: first, name: '改名' }
  const wrong = { version: first, lead: 'street' }
  const propose = (data: object, at: string) =>
    told.refused(old, 'proposeChange', [cityKeeper, at, data as typeof change])
  expect(propose(wrong, '08-03 09:30')).toBe('leadIsADepartment')
  expect(propose({ version: first, validTo: '2020-01-01' }, '08-03 09:30')).toBe(
    'endsAfterItBegins',
  )
  expect(propose(change, '08-03 09:40')).toBeUndefined()
  expect(propose(change, '08-03 09:50')).toBe('claimTaken')
})

test('an item that ended before its replacement was published makes no trouble', () => {
  const { told, old, first } = begun()
  told.step(old, 'proposeChange', [cityKeeper, '08-03 09:30', { version: first, name: '改名' }])
  const change = told.all('duty-item').at(-1)
  told.step(old, 'end', [cityKeeper, '08-03 09:40', { endReason: '先行终止' }])
  publishes(told, first, '08-04')
  expect(told.state(change?.id ?? '')).toBe('inForce')
})

test('R005 every item, drafted or listed, stands in one of the blocks', () => {
  const { told, old, draft } = begun()
  const { block: _, ...without } = written
  const more = { ...without, number: '3.15' }
  expect(() => told.begin({ ...start, command: 'list', at: '08-03 10:00', data: more })).toThrow(
    'standsInOneBlock',
  )
  expect(told.refused(old, 'amend', [cityKeeper, '08-03 10:00', without])).toBe('standsInOneBlock')
  expect(told.refused(draft, 'redraft', [cityKeeper, '08-03 10:00', without])).toBe(
    'standsInOneBlock',
  )
  const version2 = told.record(draft).fields['version'] ?? ''
  expect(() =>
    told.begin({
      ...start,
      command: 'draft',
      at: '08-03 10:00',
      data: { ...more, version: version2 },
    }),
  ).toThrow('standsInOneBlock')
  const asEffect = told.city.ask({
    kind: 'duty-item',
    command: 'draftChange',
    actor: { by: 'effect', of: old },
    at: at('08-03 10:00'),
    place: { city: 1 },
    data: more,
  })
  expect(asEffect).toMatchObject({ refused: 'standsInOneBlock' })
})

test('only the keeper drafts, mends and withdraws', () => {
  const { told, old, draft } = begun()
  const organs = ['市编办 head arbiter']
  const table = (id: string) => whoMay(dutyItem, { world: told.world, record: told.record(id) })
  expect(table(draft)).toEqual({ see: ['everyone'], redraft: organs, withdraw: organs })
  expect(table(old)).toEqual({
    see: ['everyone'],
    proposeChange: organs,
    proposeEnd: organs,
    amend: organs,
    end: organs,
  })
  expect(whoMayStart(dutyItem, { world: told.world, place: { city: 1 } })).toEqual({
    list: organs,
    draft: organs,
  })
  for (const command of ['publish', 'drop'])
    expect(told.refused(draft, command, [cityKeeper, '08-03 12:00'])).toBe('notAllowed')
  for (const command of ['giveWay', 'repeal'])
    expect(told.refused(old, command, [cityKeeper, '08-03 12:00'])).toBe('notAllowed')
})
