import { expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { dutyItem } from '../duty-item.ts'
import { tale, type Told, whoMay, whoMayStart } from '../testing.ts'
import { listVersion } from './kind.ts'

const keeper = post('arbiter', unit.arbiter)
const committee = post('leader', unit.committee)
const street = post('head', unit.street)
const item = {
  number: '3.1',
  name: '背街小巷保洁',
  block: '城市管理',
  type: 'basic',
  lead: 'street',
  basis: '条例',
  validFrom: '2026-08-01',
}
const about = { list: 'street-duty', name: '2026年版', basis: '区委文件' }

type Draft = { readonly told: Told; readonly id: string; readonly first: string }

/** A version of the district's list with one item drafted. */
function drafted(told = tale([dutyItem, listVersion])): Draft {
  const id = begin(told, '08-03 09:00')
  const first = told.begin({ ...drafting, at: '08-03 09:30', data: { version: id, ...item } })
  return { told, id, first }
}

const drafting = {
  kind: 'duty-item',
  command: 'draft',
  area: town.district,
  by: keeper,
} as const

function begin(told: Told, at: string, data: object = {}): string {
  return told.begin({
    kind: 'list-version',
    command: 'draft',
    area: town.district,
    by: keeper,
    at,
    data: { ...about, ...data },
  })
}

const agreed = { conclusion: 'agree' }

function heard({ told, id }: Draft, day: string): void {
  told.step(id, 'consult', [keeper, `${day} 10:00`, { heard: [unit.street] }])
  told.step(id, `heard/${unit.street}/answer`, [street, `${day} 11:00`, agreed])
  told.step(id, `heard/${unit.street}/weigh`, [keeper, `${day} 11:30`, { outcome: 'adopted' }])
  told.step(id, 'submit', [keeper, `${day} 12:00`])
}

function published(draft = drafted(), day = '08-03'): Draft {
  heard(draft, day)
  const { told, id } = draft
  told.step(id, 'decide', [committee, `${day} 13:00`, { documentNumber: '东发〔2026〕8号' }])
  told.step(id, 'publish', [keeper, `${day} 14:00`])
  return draft
}

test('the declaration is sound, and its limits are 60 and 10 working days', () => {
  expect(problemsIn(listVersion)).toEqual([])
  const limits = Object.values(listVersion.parameters).map(({ default: value }) => asLimit(value))
  expect(limits.map((one) => one && limitText(one))).toEqual(['10 个工作日', '60 个工作日'])
})

test('an item is in force once its version went through opinions, decision and publication', () => {
  const { told, id, first } = published()
  expect(told.state(id)).toBe('published')
  expect(told.state(first)).toBe('inForce')
  expect(told.record(first).fields).toMatchObject({
    version: id,
    change: 'add',
    begins: '2026-08-03',
  })
  expect(told.record(id).fields).toMatchObject({
    publishedOn: '2026-08-03',
    holdsFrom: '2026-08-03',
    documentNumber: '东发〔2026〕8号',
  })
})

test('without anything in it a version is not sent for opinions', () => {
  const told = tale([dutyItem, listVersion])
  const id = begin(told, '08-03 09:00')
  expect(told.refused(id, 'consult', [keeper, '08-03 10:00'])).toBe('hasDrafts')
})

test('every street below is heard unless some are named, and nothing goes on before', () => {
  const { told, id } = drafted()
  told.step(id, 'consult', [keeper, '08-03 10:00'])
  expect(told.record(id).parties.map((party) => party.unit)).toEqual([
    unit.street,
    unit.otherStreet,
  ])
  told.step(id, `heard/${unit.street}/answer`, [street, '08-03 11:00', agreed])
  expect(told.refused(id, 'submit', [keeper, '08-03 12:00'])).toBe('allHeard')
  told.city.until(Date.parse('2026-08-17T17:00:00+08:00'))
  expect(told.refused(id, 'submit', [keeper, '08-18 12:00'])).toBe('allWeighed')
  told.step(id, `heard/${unit.street}/weigh`, [keeper, '08-18 12:10', { outcome: 'adopted' }])
  told.step(id, 'submit', [keeper, '08-18 12:20'])
  expect(told.state(id)).toBe('deciding')
})

test('an opinion is not set aside without a reason', () => {
  const { told, id } = drafted()
  told.step(id, 'consult', [keeper, '08-03 10:00', { heard: [unit.street] }])
  told.step(id, `heard/${unit.street}/answer`, [street, '08-03 11:00', { conclusion: 'object' }])
  const weigh = (data: Readonly<Record<string, string>>) =>
    told.refused(id, `heard/${unit.street}/weigh`, [keeper, '08-03 12:00', data])
  expect(weigh({ outcome: 'notAdopted' })).toBe('saysWhyNot')
  expect(weigh({ outcome: 'notAdopted', why: '已有依据' })).toBeUndefined()
})

test('what is sent back is drafted anew, and streets are asked again', () => {
  const draft = drafted()
  heard(draft, '08-03')
  const { told, id } = draft
  told.step(id, 'sendBack', [committee, '08-03 13:00', { reason: '依据不足' }])
  expect(told.state(id)).toBe('draft')
  published(draft, '08-04')
  expect(told.state(id)).toBe('published')
})

test('nothing is published before its day', () => {
  const draft = drafted()
  heard(draft, '08-03')
  const { told, id } = draft
  const decided = { documentNumber: '东发〔2026〕8号', holdsFrom: '2026-08-10' }
  told.step(id, 'decide', [committee, '08-03 13:00', decided])
  expect(told.refused(id, 'publish', [keeper, '08-07 14:00'])).toBe('itsDayHasCome')
  expect(told.refused(id, 'publish', [keeper, '08-10 09:00'])).toBeUndefined()
})

test('a next version replaces and ends items, and the last one gives way', () => {
  const { told, id, first } = published()
  const other = begin(told, '09-01 09:00', { name: '2027年版' })
  told.step(first, 'proposeChange', [keeper, '09-01 10:00', { version: other, name: '背街保洁' }])
  const [, change] = told.all('duty-item')
  expect(change).toMatchObject({
    state: 'draft',
    title: '背街保洁',
    fields: { replaces: first, change: 'amend', number: '3.1', version: other },
  })
  published({ told, id: other, first }, '09-02')
  expect(told.state(id)).toBe('superseded')
  expect(told.state(first)).toBe('ended')
  expect(told.state(change?.id ?? '')).toBe('inForce')
})

test('abandoning a version drops what was drafted for it', () => {
  const { told, id, first } = drafted()
  told.step(id, 'abandon', [keeper, '08-03 10:00', { reason: '上级另行部署' }])
  expect([told.state(id), told.state(first)]).toEqual(['abandoned', 'dropped'])
})

test('repealing a version ends what it put in force', () => {
  const { told, id, first } = published()
  told.step(id, 'repeal', [keeper, '08-04 10:00', { reason: '依据废止' }])
  expect([told.state(id), told.state(first)]).toEqual(['repealed', 'ended'])
})

test('one version of a list is in the making at a time', () => {
  const { told } = drafted()
  expect(() => begin(told, '08-03 10:00')).toThrow('claimTaken')
})

test('only the organ that keeps a list drafts its versions', () => {
  const told = tale([dutyItem, listVersion])
  const by = post('head', unit.organisation)
  const start = { kind: 'list-version', command: 'draft', area: town.district, at: '08-03 09:00' }
  expect(() => told.begin({ ...start, by, data: about })).toThrow('keepsThatList')
})

test('making a list for more than 60 working days is told', () => {
  const { told, id } = drafted()
  const due = told.record(id).clocks['making']?.stages[0]?.due ?? 0
  expect(told.city.until(due - 1).map(({ event }) => event.type)).not.toContain('MakingOverdue')
  expect(told.city.until(due).map(({ event }) => event.type)).toContain('MakingOverdue')
})

const keepers = ['东区编办 clerk head arbiter']

test('who may do what', () => {
  const draft = drafted()
  const { told, id } = draft
  const may = () => whoMay(listVersion, { world: told.world, record: told.record(id) })
  const everyone = { see: ['everyone'] }
  const organs = ['市编办', '市委组织部', '东区编办', '东区区委组织部']
  expect(whoMayStart(listVersion, { world: told.world, place: told.record(id).place })).toEqual({
    draft: organs.map((one) => `${one} clerk head arbiter`),
  })
  expect(may()).toEqual({ ...everyone, consult: keepers, abandon: keepers })
  told.step(id, 'consult', [keeper, '08-03 10:00', { heard: [unit.street] }])
  const answer = ['前街街道 clerk head leader secretary']
  expect(may()).toEqual({
    ...everyone,
    submit: keepers,
    abandon: keepers,
    'heard/30/answer': answer,
  })
  told.step(id, `heard/${unit.street}/answer`, [street, '08-03 11:00', agreed])
  expect(may()).toMatchObject({ 'heard/30/weigh': keepers })
  told.step(id, `heard/${unit.street}/weigh`, [keeper, '08-03 11:30', { outcome: 'adopted' }])
  told.step(id, 'submit', [keeper, '08-03 12:00'])
  const deciders = ['东区区委 leader secretary']
  expect(may()).toEqual({ ...everyone, decide: deciders, sendBack: deciders })
  told.step(id, 'decide', [committee, '08-03 13:00', { documentNumber: '8号' }])
  expect(may()).toEqual({ ...everyone, publish: keepers })
  told.step(id, 'publish', [keeper, '08-03 14:00'])
  expect(may()).toEqual({ ...everyone, repeal: keepers })
})

test('a street that did not answer in time may still answer', () => {
  const { told, id } = drafted()
  told.step(id, 'consult', [keeper, '08-03 10:00', { heard: [unit.street] }])
  told.city.until(Date.parse('2026-08-17T17:00:00+08:00'))
  expect(told.record(id).parties[0]?.state).toBe('lapsed')
  expect(whoMay(listVersion, { world: told.world, record: told.record(id) })).toMatchObject({
    'heard/30/answer': ['前街街道 clerk head leader secretary'],
  })
})
