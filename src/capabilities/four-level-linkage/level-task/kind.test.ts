import { expect, test } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, linked, type Linked, starters } from '../testing.ts'
import { levelTask } from './kind.ts'

const city = post('secretary', unit.cityCommittee)
const district = post('clerk', unit.committee)
const street = post('clerk', unit.street)
const community = post('worker', unit.community)
const plan = { kind: 'level-task', command: 'plan', area: town.city }
const year: Data = { title: '扩大新兴领域覆盖', year: 2026, dueOn: '2026-11-30' }

type Chain = Linked & {
  readonly top: string
  readonly pass: (id: string, by: Actor, data: Data) => readonly string[]
}

/** A task of the city's committee, planned on Monday 3 August at nine. */
function planned(): Chain {
  const told = linked([levelTask])
  const top = told.begin(plan, [city, '08-03 09:00'], year)
  return {
    ...told,
    top,
    pass: (id, by, data) =>
      told.opened(told.step(id, ['passDown', by, '08-03 10:00'], data), 'level-task'),
  }
}

/** City, district, two streets, and a community of the first. */
function chain() {
  const told = planned()
  const [ofDistrict = ''] = told.pass(told.top, city, { units: [unit.committee] })
  const [ofStreet = '', ofOther = ''] = told.pass(ofDistrict, district, {
    units: [unit.street, unit.otherStreet],
  })
  const [ofCommunity = ''] = told.pass(ofStreet, street, { units: [unit.community] })
  return { told, ofDistrict, ofStreet, ofOther, ofCommunity }
}

const finished = { words: '全部完成' }

test('the declaration is sound', () => {
  expect(problemsIn(levelTask)).toEqual([])
})

test('R028 a task goes to the next level below in its own tree and nowhere else', () => {
  const told = planned()
  const passes = (id: string, by: Actor, units: readonly number[]) =>
    told.refused(id, ['passDown', by, '08-03 10:00'], { units })
  for (const units of [
    [],
    [unit.street],
    [unit.bureau],
    [unit.cityGovernment],
    [unit.committee, unit.community],
  ])
    expect(passes(told.top, city, units)).toBe('toNextLevelBelow')
  const [ofDistrict = ''] = told.pass(told.top, city, { units: [unit.committee] })
  for (const units of [
    [unit.foreignStreet],
    [unit.community],
    [unit.government],
    [unit.cityCommittee],
  ])
    expect(passes(ofDistrict, district, units)).toBe('toNextLevelBelow')
  const [ofStreet = ''] = told.pass(ofDistrict, district, { units: [unit.street] })
  expect(passes(ofStreet, street, [unit.office])).toBe('toNextLevelBelow')
  const [ofCommunity = ''] = told.pass(ofStreet, street, { units: [unit.community] })
  expect(told.fields(ofCommunity)).toMatchObject({
    level: 'community',
    holder: unit.community,
    assigner: unit.street,
    parent: ofStreet,
    year: 2026,
    dueOn: '2026-11-30',
  })
  expect(passes(ofCommunity, community, [unit.otherCommunity])).toBe('toNextLevelBelow')
})

test('the part may have its own words and an earlier end, never a later one; once for a unit', () => {
  const told = planned()
  const late = { units: [unit.committee], dueOn: '2026-12-01' }
  expect(told.refused(told.top, ['passDown', city, '08-03 10:00'], late)).toBe('notLaterThanItself')
  const own = { title: '摸清底数', detail: '先摸排再覆盖', dueOn: '2026-10-30' }
  const [id = ''] = told.pass(told.top, city, { units: [unit.committee], ...own })
  expect(told.fields(id)['dueOn']).toBe('2026-10-30')
  const again = told.refused(told.top, ['passDown', city, '08-04 10:00'], {
    units: [unit.committee],
  })
  expect(again).toBe('claimTaken')
})

test('what parts report is rolled up level by level, and nobody fills it in twice', () => {
  const { told, ofDistrict, ofStreet, ofOther, ofCommunity } = chain()
  expect(told.party(ofDistrict, unit.street).fields).toEqual({
    child: ofStreet,
    progress: 0,
    done: false,
  })
  expect(told.party(ofDistrict, unit.street).state).toBe('counted')
  const report = { progress: 60, words: '已覆盖六成' }
  told.step(ofCommunity, ['report', community, '08-05 09:00'], report)
  const progress = [ofCommunity, ofStreet, ofDistrict, told.top].map(
    (id) => told.fields(id)['progress'],
  )
  expect(progress).toEqual([60, 60, 30, 30])
  expect(told.refused(ofStreet, ['report', street, '08-05 10:00'], report)).toBe('hasNoParts')
  told.step(ofOther, ['report', post('clerk', unit.otherStreet), '08-06 09:00'], {
    ...report,
    progress: 100,
  })
  expect(told.fields(told.top)['progress']).toBe(80)
})

test('a level is done when its parts are, and open again when one of them is', () => {
  const { told, ofDistrict, ofStreet, ofCommunity } = chain()
  const finish = (id: string, by: Actor) =>
    told.refused(id, ['finish', by, '08-10 09:00'], finished)
  expect(finish(ofStreet, street)).toBe('partsAreDone')
  expect(finish(ofCommunity, community)).toBeUndefined()
  expect(told.state(ofStreet)).toBe('open')
  expect(finish(ofStreet, street)).toBeUndefined()
  expect(finish(ofDistrict, district)).toBe('partsAreDone')
  expect(told.party(ofDistrict, unit.street).fields).toMatchObject({ progress: 100, done: true })
  const again = { by: 'effect', of: 'a check' } as const
  told.step(ofCommunity, ['reopen', again, '08-20 09:00'], { dueOn: '2026-09-30' })
  expect([ofCommunity, ofStreet].map(told.state)).toEqual(['open', 'open'])
  expect(told.fields(ofCommunity)).toMatchObject({ progress: 0, dueOn: '2026-09-30' })
  expect(told.party(ofDistrict, unit.street).fields).toMatchObject({ progress: 0, done: false })
})

test('a part that only reports again leaves a done task done', () => {
  const { told, ofStreet, ofCommunity } = chain()
  told.step(ofCommunity, ['finish', community, '08-10 09:00'], finished)
  told.step(ofStreet, ['finish', street, '08-10 10:00'], finished)
  const said = { child: ofCommunity, holder: unit.community, progress: 100, done: true }
  told.step(ofStreet, ['partReported', { by: 'effect', of: ofCommunity }, '08-11 09:00'], said)
  expect(told.state(ofStreet)).toBe('done')
})

test('past its day a task is late until it is finished or given more time', () => {
  const told = planned()
  expect(told.expected(told.top)).toEqual([`${unit.cityCommittee} finish`])
  expect(told.until('12-01 09:00')).toEqual(['LevelTaskRanLate'])
  expect(told.fields(told.top)['late']).toBe('late')
  const more = { dueOn: '2026-12-10', reason: '条件尚不具备' }
  const past = { ...more, dueOn: '2026-12-01' }
  expect(told.refused(told.top, ['reschedule', city, '12-01 10:00'], past)).toBe('endsLater')
  told.step(told.top, ['reschedule', city, '12-01 10:00'], more)
  expect(told.fields(told.top)['late']).toBeUndefined()
  expect(told.until('12-11 09:00')).toEqual(['LevelTaskRanLate'])
  told.step(told.top, ['finish', city, '12-11 10:00'], finished)
  expect(told.fields(told.top)).toMatchObject({ progress: 100 })
  expect(told.fields(told.top)['late']).toBeUndefined()
  expect(told.until('12-31 09:00')).toEqual([])
})

test('a task is planned for a day to come, at the level of whoever plans it', () => {
  const told = linked([levelTask])
  const today = { ...year, dueOn: '2026-08-03' }
  expect(told.tries(plan, [city, '08-03 09:00'], today)).toMatchObject({ refused: 'endsLater' })
  const organiser = post('clerk', unit.organisation)
  const id = told.begin({ ...plan, area: town.community }, [organiser, '08-03 09:00'], year)
  expect(told.fields(id)).toMatchObject({ holder: unit.committee, level: 'district', progress: 0 })
  expect(told.readers(id)).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation),
  )
})

test('tasks are counted where they are held: received, done, run late', () => {
  const told = planned()
  const passed = told.step(told.top, ['passDown', city, '08-03 10:00'], { units: [unit.committee] })
  const [id = ''] = told.opened(passed, 'level-task')
  expect(told.counts(passed)).toEqual([`+received ${unit.committee}`])
  expect(told.countedBy('12-01 09:00').toSorted()).toEqual([
    `+ranLate ${unit.committee}`,
    `+ranLate ${unit.cityCommittee}`,
  ])
  expect(told.counts(told.step(id, ['finish', district, '12-02 09:00'], finished))).toEqual([
    `+done ${unit.committee}`,
  ])
})

test('committees and streets plan; who holds a task works on it, who gave it sets its day', () => {
  const fresh = linked([levelTask])
  const at = { ...plan, area: town.community }
  expect(starters((by) => fresh.tries(at, [by, '08-03 09:00'], year))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const { told, ofStreet, ofCommunity } = chain()
  expect(told.offered(ofStreet)).toEqual({
    passDown: all(unit.street),
    reschedule: all(unit.committee),
  })
  expect(told.offered(ofCommunity)).toEqual({
    passDown: all(unit.community),
    report: all(unit.community),
    finish: all(unit.community),
    reschedule: all(unit.street),
  })
  expect(told.readers(ofCommunity)).toEqual(
    all(
      unit.cityCommittee,
      unit.cityOrganisation,
      unit.committee,
      unit.organisation,
      unit.street,
      unit.community,
    ),
  )
  told.step(ofCommunity, ['finish', community, '08-10 09:00'], finished)
  expect(told.offered(ofCommunity)).toEqual({})
})
