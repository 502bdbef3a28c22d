import { expect, test } from 'vitest'
import type { AskedFigure } from '../../../kernel/figure-fact.ts'
import type { Figure } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { levelTask } from '../level-task/kind.ts'
import { all, type Data, districtLine, limitsOf, linked, starters } from '../testing.ts'
import { effectCheck } from './kind.ts'

const office = post('clerk', unit.organisation)
const committee = post('secretary', unit.committee)
const street = post('clerk', unit.street)
const expecting = { kind: 'effect-check', command: 'expect', area: town.district }
const next = { words: '解决率仍低', dueOn: '2026-09-20', checkOn: '2026-09-30' }

/** N13 is 80 per cent in the front street alone; F22 is a number. */
function figures({ id, area, from, to }: AskedFigure): Figure | undefined {
  const base = { numerator: 8, denominator: 10, hidden: false }
  if (id === 'F22') return { ...base, value: 3, denominator: 0 }
  if (id === 'N14') return { ...base, value: 0.8, hidden: true }
  if (id !== 'N13') return undefined
  const isAsked = area === town.street && from === '2026-08-01' && to === '2026-08-31'
  return { ...base, value: isAsked ? 0.8 : 0.1 }
}

/** A task that the street holds, and what the district expects of it. */
function handed() {
  const told = linked([effectCheck, levelTask], { figures })
  const plan = { kind: 'level-task', command: 'plan', area: town.street }
  const task = { title: '提升解决率', year: 2026, dueOn: '2026-08-20' }
  const matter = told.begin(plan, [street, '08-03 09:00'], task)
  const data: Data = {
    title: '解决率',
    matter,
    unit: unit.street,
    expected: '解决率达到八成',
    indicator: 'N13',
    goal: 'atLeast',
    target: 80,
    from: '2026-08-01',
    checkOn: '2026-08-31',
  }
  const tries = (given: Data = {}, by = office, area: number = town.district) =>
    told.tries({ ...expecting, area }, [by, '08-03 10:00'], { ...data, ...given })
  return { told, matter, tries, data }
}

function waiting(given: Data = {}) {
  const { told, matter, tries } = handed()
  const done = tries(given)
  if (!done.ok) throw new Error(done.refused)
  return { told, matter, id: done.record.id }
}

function measured(given: Data = {}) {
  const all3 = waiting(given)
  all3.told.until('08-31 17:00')
  return all3
}

test('the declaration is sound', () => {
  expect(problemsIn(effectCheck)).toEqual([])
  expect(limitsOf(effectCheck)).toEqual({
    'effect.judge': '5 个工作日',
    'effect.talk': '10 个工作日',
  })
})

test('R027 effect is asked of one’s own subordinates alone', () => {
  const { tries } = handed()
  const refused = { refused: 'onOwnSubordinates' }
  expect(tries({ unit: unit.foreignStreet })).toMatchObject(refused)
  expect(tries({ unit: unit.bureau })).toMatchObject(refused)
  expect(tries({}, street, town.street)).toMatchObject(refused)
  expect(tries({}, post('clerk', unit.otherStreet))).toMatchObject({ refused: 'notAllowed' })
})

test('it is asked of who holds the matter, by a figure the platform has, on a day to come, once', () => {
  const { told, tries } = handed()
  expect(tries({ unit: unit.otherStreet })).toMatchObject({ refused: 'unitHoldsMatter' })
  expect(tries({ matter: 'none' })).toMatchObject({ refused: 'unitHoldsMatter' })
  expect(tries({ indicator: '自报数' })).toMatchObject({ refused: 'figureIsKnown' })
  expect(tries({ checkOn: '2026-08-03' })).toMatchObject({ refused: 'looksAhead' })
  expect(told.counts(tries())).toEqual([`+opened ${unit.committee}`])
  expect(tries()).toMatchObject({ refused: 'claimTaken' })
  expect(tries({ indicator: 'N14' }).ok).toBe(true)
})

test('on its day the platform reads the figure of the unit’s area for the whole time', () => {
  const { told, id } = waiting()
  expect(told.expected(id)).toEqual([`${unit.street} selfCheck`])
  told.step(id, ['selfCheck', street, '08-10 09:00'], { words: '已建立回访' })
  expect(told.until('08-31 17:00', id)).toEqual(['EffectMeasured'])
  expect(told.fields(id)).toMatchObject({ actual: 80, area: town.street, level: 'district' })
  expect(told.expected(id)).toEqual([`${unit.organisation} ineffective`])
  expect(told.until('09-07 17:00', id)).toEqual(['EffectJudgementRanLate'])
})

test('a number is read as it is, and what is too small is not read at all', () => {
  const number = measured({ indicator: 'F22', target: 3 })
  expect(number.told.fields(number.id)['actual']).toBe(3)
  const hidden = measured({ indicator: 'N14' })
  expect(hidden.told.fields(hidden.id)['actual']).toBeUndefined()
  expect(hidden.told.refused(hidden.id, ['effective', office, '09-01 09:00'])).toBe('reachedTarget')
})

test('it counts as effective only when the figure reached its target, in either direction', () => {
  for (const [goal, target, refusal] of [
    ['atLeast', 80, undefined],
    ['atLeast', 81, 'reachedTarget'],
    ['atMost', 80, undefined],
    ['atMost', 79, 'reachedTarget'],
  ] as const) {
    const { told, id } = measured({ goal, target })
    expect(told.refused(id, ['effective', office, '09-01 09:00'])).toBe(refusal)
  }
  const { told, id } = measured()
  expect(told.counts(told.step(id, ['effective', office, '09-01 09:00']))).toEqual([
    `+effective ${unit.committee}`,
  ])
  expect(told.fields(id)['verdict']).toBe('effective')
})

test('without effect a finished matter is open again; one still open goes on', () => {
  for (const isDone of [true, false]) {
    const { told, id, matter } = measured({ target: 90 })
    if (isDone) told.step(matter, ['finish', street, '09-01 08:00'], { words: '已办' })
    const done = told.step(id, ['ineffective', office, '09-01 09:00'], next)
    expect(told.counts(done)).toContain(`+missing ${unit.committee}`)
    expect(told.state(matter)).toBe('open')
    expect(told.fields(matter)['dueOn']).toBe(isDone ? '2026-09-20' : '2026-08-20')
    expect(told.state(id)).toBe('waiting')
    expect(told.fields(id)).toMatchObject({ verdict: 'ineffective', failures: 1 })
    expect(told.until('09-30 17:00', id)).toEqual(['EffectMeasured'])
  }
})

test('the next look is on a day to come, and the matter ends before it', () => {
  const { told, id } = measured({ target: 90 })
  const judge = (data: Data) =>
    told.refused(id, ['ineffective', office, '09-01 09:00'], { ...next, ...data })
  expect(judge({ checkOn: '2026-09-01' })).toBe('looksAhead')
  expect(judge({ dueOn: '2026-10-01' })).toBe('endsBeforeCheck')
  expect(judge({ dueOn: '2026-09-01' })).toBe('endsBeforeCheck')
})

test('repeatedly without effect, the committee is proposed a talk and decides itself', () => {
  for (const [command, says] of [
    ['talked', [`+talks ${unit.committee}`]],
    ['noTalk', []],
  ] as const) {
    const { told, id } = measured({ target: 90 })
    told.step(id, ['ineffective', office, '09-01 09:00'], next)
    told.until('09-30 17:00')
    const again = { words: '仍未见效', dueOn: '2026-10-20', checkOn: '2026-10-30' }
    told.step(id, ['ineffective', office, '10-08 09:00'], again)
    expect(told.state(id)).toBe('talk')
    expect(told.expected(id)).toEqual([`${unit.committee} talked`])
    expect(told.until('10-22 17:00', id)).toEqual(['EffectTalkRanLate'])
    const decided = told.step(id, [command, committee, '10-23 09:00'], { words: '当面了解情况' })
    expect(told.counts(decided)).toEqual(says)
    expect(told.state(id)).toBe('waiting')
    expect(told.fields(id)['failures']).toBe(0)
  }
})

test('the superior and its department judge, the committee alone decides on a talk', () => {
  const { told, matter, tries, data } = handed()
  const here = { ...expecting, area: town.community }
  expect(
    starters((by) => told.tries(here, [by, '08-03 10:00'], { ...data, checkOn: '2026-08-01' })),
  ).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const done = tries({ target: 90 })
  const id = done.ok ? done.record.id : ''
  expect(told.offered(id)).toEqual({ selfCheck: all(unit.street) })
  expect(told.readers(id)).toEqual(all(...districtLine, unit.street))
  told.until('08-31 17:00')
  const superior = all(unit.committee, unit.organisation)
  expect(told.offered(id)).toEqual({ ineffective: superior })
  told.step(id, ['ineffective', committee, '09-01 09:00'], next)
  told.until('09-30 17:00')
  const again = { words: '仍未见效', dueOn: '2026-10-20', checkOn: '2026-10-30' }
  told.step(id, ['ineffective', office, '10-08 09:00'], again)
  expect(told.offered(id)).toEqual({ talked: all(unit.committee), noTalk: all(unit.committee) })
  const met = measured()
  expect(met.told.offered(met.id)).toEqual({ effective: superior, ineffective: superior })
  const [ofCommunity = ''] = told.opened(
    told.step(matter, ['passDown', street, '10-08 10:00'], {
      units: [unit.community],
      dueOn: '2026-08-20',
    }),
    'level-task',
  )
  const lower = told.begin({ ...expecting, area: town.street }, [street, '10-09 10:00'], {
    ...data,
    matter: ofCommunity,
    unit: unit.community,
    checkOn: '2026-11-30',
  })
  expect(told.readers(lower)).toEqual(all(...districtLine, unit.street, unit.community))
})
