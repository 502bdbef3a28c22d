import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import {
  all,
  type Data,
  districtLine,
  limitsOf,
  linked,
  starters,
} from '../../four-level-linkage/testing.ts'
import { shortcoming } from './kind.ts'

const office = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const register = { kind: 'shortcoming', command: 'register', area: town.district }
const told1: Data = {
  title: '楼道堆物',
  detail: '三栋楼疏散通道堵塞',
  domain: 'fire',
  unit: unit.street,
}
const graded = { grade: 'large', dueOn: '2026-08-20' }
const again = { reason: '两栋仍堆着', dueOn: '2026-09-10' }
const passed = { check: '现场看过，通道已通' }

/** Found by the district's organisation department on Monday 3 August at nine. */
function found(data: Data = {}) {
  const told = linked([shortcoming])
  return { told, id: told.begin(register, [office, '08-03 09:00'], { ...told1, ...data }) }
}

function rectifying() {
  const one = found()
  one.told.step(one.id, ['grade', office, '08-04 09:00'], graded)
  return one
}

function checking() {
  const one = rectifying()
  one.told.step(one.id, ['report', street, '08-10 09:00'], { result: '已清理并张贴提示' })
  return one
}

function solved() {
  const one = checking()
  one.told.step(one.id, ['solve', office, '08-11 09:00'], passed)
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(shortcoming)).toEqual([])
  expect(limitsOf(shortcoming)).toEqual({
    'shortcoming.grade': '3 个工作日',
    'shortcoming.check': '5 个工作日',
  })
})

test('one registers what one answers for oneself or those below; it lies where the unit is', () => {
  const told = linked([shortcoming])
  const tries = (by: number, holder: number, area: number = town.street) =>
    told.tries({ ...register, area }, [post('worker', by), '08-03 09:00'], {
      ...told1,
      unit: holder,
    })
  const refused = { refused: 'unitIsOwn' }
  expect(tries(unit.street, unit.otherStreet)).toMatchObject(refused)
  expect(tries(unit.community, unit.street, town.community)).toMatchObject(refused)
  expect(tries(unit.committee, unit.cityBureau)).toMatchObject(refused)
  expect(tries(unit.committee, unit.arbiter)).toMatchObject(refused)
  expect(tries(unit.organisation, unit.committee, town.district).ok).toBe(true)
  expect(tries(unit.committee, unit.bureau, town.district).ok).toBe(true)
  expect(tries(unit.community, unit.community, town.community).ok).toBe(true)
  const done = tries(unit.committee, unit.community, town.district)
  expect(done).toMatchObject({
    record: { fields: { superior: unit.committee }, place: { community: town.community } },
  })
})

test('it is graded with a day to come, or found to be none and not counted', () => {
  const { told, id } = found()
  expect(told.expected(id)).toEqual([`${unit.organisation} grade`])
  const grade = (dueOn: string) =>
    told.refused(id, ['grade', office, '08-04 09:00'], { ...graded, dueOn })
  expect(grade('2026-08-04')).toBe('dueIsAhead')
  expect(grade('2026-08-05')).toBeUndefined()
  const done = told.step(id, ['dismiss', office, '08-04 10:00'], { reason: '物业已备案的临时堆放' })
  expect(told.counts(done)).toEqual([`-found ${unit.street}`])
  expect(told.state(id)).toBe('dismissed')
  const fresh = found()
  fresh.told.step(fresh.id, ['dismiss', office, '08-04 10:00'], { reason: '重复登记' })
  expect(fresh.told.state(fresh.id)).toBe('dismissed')
})

test('what lies still is noted: grading, putting right, the re-check', () => {
  const { told, id } = found()
  expect(told.until('08-06 17:00', id)).toEqual(['ShortcomingGradeRanLate'])
  told.step(id, ['grade', office, '08-07 09:00'], graded)
  expect(told.until('08-20 17:00', id)).toEqual(['ShortcomingRanLate'])
  expect(told.fields(id)['late']).toBe('late')
  told.step(id, ['report', street, '08-21 09:00'], { result: '已清理并张贴提示' })
  expect(told.expected(id)).toEqual([`${unit.organisation} solve`])
  expect(told.until('08-28 17:00', id)).toEqual(['ShortcomingCheckRanLate'])
})

test('R126 solved needs a re-check, by another than whoever put it right', () => {
  const { told, id } = rectifying()
  expect(told.refused(id, ['solve', office, '08-05 09:00'], passed)).toBe('notOffered')
  told.step(id, ['report', street, '08-10 09:00'], { result: '已清理并张贴提示' })
  const person = street.by === 'post' ? street.post.person : ''
  const same = {
    by: 'post',
    post: { id: 'second', person, unit: unit.organisation, role: 'clerk' },
  } as const
  expect(told.refused(id, ['solve', same, '08-11 09:00'], passed)).toBe('recheckedByAnother')
  expect(told.refused(id, ['solve', office, '08-11 09:00'], passed)).toBeUndefined()
})

test('R126 found and solved are two counts, and what comes back is found but not solved', () => {
  const told = linked([shortcoming])
  const begun = told.tries(register, [office, '08-03 09:00'], told1)
  expect(told.counts(begun)).toEqual([`+found ${unit.street}`])
  const id = begun.ok ? begun.record.id : ''
  const graded1 = told.step(id, ['grade', office, '08-04 09:00'], graded)
  const told2 = told.step(id, ['report', street, '08-10 09:00'], { result: '已清理并张贴提示' })
  expect([...told.counts(graded1), ...told.counts(told2)]).toEqual([])
  expect(told.counts(told.step(id, ['solve', office, '08-11 09:00'], passed))).toEqual([
    `+solved ${unit.street}`,
  ])
  const back = told.step(id, ['reopen', office, '08-20 09:00'], again)
  expect(told.counts(back).toSorted()).toEqual([
    `+reopened ${unit.street}`,
    `-solved ${unit.street}`,
  ])
  expect(told.fields(id)).toMatchObject({ rounds: 2, dueOn: '2026-09-10' })
  expect(told.fields(id)['check']).toBeUndefined()
})

test('what did not pass is put right once more by another day', () => {
  for (const [command, make] of [
    ['sendBack', checking],
    ['reopen', solved],
  ] as const) {
    const { told, id } = make()
    const tries = (dueOn: string) =>
      told.refused(id, [command, office, '08-12 09:00'], { ...again, dueOn })
    expect(tries('2026-08-12')).toBe('dueIsAhead')
    expect(tries('2026-08-13')).toBeUndefined()
    expect(told.state(id)).toBe('rectifying')
    expect(told.fields(id)['rounds']).toBe(2)
    expect(told.fields(id)['result']).toBeUndefined()
  }
})

test('whoever found it grades and re-checks, the unit puts it right, those above read it', () => {
  const told = linked([shortcoming])
  const here = { ...register, area: town.community }
  expect(starters((by) => told.tries(here, [by, '08-03 09:00'], told1))).toEqual(
    all(
      unit.cityCommittee,
      unit.cityOrganisation,
      unit.committee,
      unit.organisation,
      unit.street,
      unit.community,
    ),
  )
  const keepers = all(unit.committee, unit.organisation)
  const one = found()
  expect(one.told.offered(one.id)).toEqual({ grade: keepers, dismiss: keepers })
  expect(one.told.readers(one.id)).toEqual(all(...districtLine, unit.street))
  const two = rectifying()
  expect(two.told.offered(two.id)).toEqual({ report: all(unit.street), dismiss: keepers })
  const three = checking()
  expect(three.told.offered(three.id, '08-10 10:00')).toEqual({ solve: keepers, sendBack: keepers })
  const four = solved()
  expect(four.told.offered(four.id, '08-12 10:00')).toEqual({ reopen: keepers })
  const lower = linked([shortcoming])
  const ofStreet = lower.begin({ ...register, area: town.street }, [street, '08-03 09:00'], {
    ...told1,
    unit: unit.community,
  })
  expect(lower.readers(ofStreet)).toEqual(all(...districtLine, unit.street, unit.community))
  expect(lower.offered(ofStreet)).toEqual({ grade: all(unit.street), dismiss: all(unit.street) })
})
