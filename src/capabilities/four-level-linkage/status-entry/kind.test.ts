import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { levelTask } from '../level-task/kind.ts'
import { all, type Data, districtLine, limitsOf, linked, starters } from '../testing.ts'
import { statusEntry } from './kind.ts'

const office = post('clerk', unit.organisation)
const committee = post('secretary', unit.committee)
const open = { kind: 'status-entry', command: 'open', area: town.district }

/** The district keeps an entry of the front street from Monday 3 August. */
function kept(others: Parameters<typeof linked>[0] = [levelTask]) {
  const told = linked([statusEntry, ...others])
  const id = told.begin(open, [office, '08-03 09:00'], { unit: unit.street })
  return { told, id }
}

/** Tasks of the street that end on Wednesday 5 August. */
function late(told: ReturnType<typeof kept>['told'], count: number, by: number = unit.street) {
  const plan = { kind: 'level-task', command: 'plan', area: town.street }
  for (let n = 0; n < count; n += 1)
    told.begin(plan, [post('clerk', by), '08-03 10:00'], {
      title: `任务${n}`,
      year: 2026,
      dueOn: '2026-08-05',
    })
}

test('the declaration is sound', () => {
  expect(problemsIn(statusEntry)).toEqual([])
  expect(limitsOf(statusEntry)).toEqual({ 'status.reckon': '1 个自然日' })
})

test('R027 an entry is kept of one’s own subordinates alone, one of each', () => {
  const { told } = kept()
  const tries = (by: number, of: number, area: number) =>
    told.tries({ ...open, area }, [post('clerk', by), '08-03 09:00'], { unit: of })
  const refused = { refused: 'onOwnSubordinates' }
  expect(tries(unit.committee, unit.foreignStreet, town.district)).toMatchObject(refused)
  expect(tries(unit.committee, unit.bureau, town.district)).toMatchObject(refused)
  expect(tries(unit.committee, unit.committee, town.district)).toMatchObject(refused)
  expect(tries(unit.street, unit.otherStreet, town.street)).toMatchObject(refused)
  expect(tries(unit.committee, unit.street, town.district)).toMatchObject({ refused: 'claimTaken' })
  expect(tries(unit.cityCommittee, unit.street, town.city).ok).toBe(true)
  expect(tries(unit.street, unit.community, town.street).ok).toBe(true)
})

test('the light follows what is late, reckoned anew every day by itself', () => {
  const { told, id } = kept()
  late(told, 2)
  expect(told.until('08-05 12:00', id)).toEqual(['StatusReckoned', 'StatusReckoned'])
  expect(told.state(id)).toBe('normal')
  told.until('08-06 12:00')
  expect(told.state(id)).toBe('watch')
  expect(told.fields(id)).toMatchObject({ reckoned: 'watch', hits: ['tasksLate'], tasksLate: 2 })
})

test('more that is late is a warning, and it is counted; what is another’s does not matter', () => {
  const { told, id } = kept()
  late(told, 3)
  expect(told.countedBy('08-06 12:00').filter((one) => one.includes('warned'))).toEqual([
    `+warned ${unit.committee}`,
  ])
  expect(told.state(id)).toBe('warn')
  const other = told.begin(open, [office, '08-06 12:00'], { unit: unit.otherStreet })
  told.until('08-08 12:00')
  expect(told.state(other)).toBe('normal')
})

test('late rectifications and matters without effect are watched too', () => {
  for (const [name, fields, state] of [
    ['rectification', { unit: unit.street, late: 'late' }, 'assigned'],
    ['effect-check', { unit: unit.street, verdict: 'ineffective' }, 'waiting'],
    ['effect-check', { unit: unit.street, verdict: 'ineffective' }, 'talk'],
  ] as const) {
    const { told, id } = kept([standIn(name, fields, state)])
    told.begin({ kind: name, command: 'begin', area: town.street }, [office, '08-03 10:00'])
    told.until('08-04 12:00')
    expect(told.state(id), name).toBe('watch')
    told.begin({ kind: name, command: 'begin', area: town.street }, [office, '08-04 13:00'])
    told.until('08-05 12:00')
    expect(told.state(id), name).toBe('warn')
  }
})

test('people set another light with a reason; it stays until it is given back', () => {
  const { told, id } = kept()
  const set = (byHand: string) =>
    told.step(id, ['setByHand', office, '08-03 11:00'], { byHand, reason: '班子调整期' })
  expect(told.refused(id, ['giveBack', office, '08-03 10:00'])).toBe('wasSetByHand')
  set('warn')
  expect(told.state(id)).toBe('warn')
  set('normal')
  expect(told.state(id)).toBe('normal')
  set('watch')
  expect(told.state(id)).toBe('watch')
  told.until('08-04 12:00')
  expect(told.state(id)).toBe('watch')
  expect(told.fields(id)).toMatchObject({ reckoned: 'normal', byHand: 'watch' })
  told.step(id, ['giveBack', office, '08-04 13:00'])
  expect(told.state(id)).toBe('normal')
  expect(told.fields(id)['byHand']).toBeUndefined()
})

test('what is given back goes by what is known that moment', () => {
  for (const [count, state] of [
    [1, 'watch'],
    [3, 'warn'],
  ] as const) {
    const { told, id } = kept()
    late(told, count)
    told.step(id, ['setByHand', office, '08-05 09:00'], { byHand: 'normal', reason: '已说明' })
    told.step(id, ['giveBack', office, '08-05 17:30'])
    expect(told.state(id)).toBe(state)
  }
})

test('an entry bears the name of the organisation and counts under the superior that keeps it', () => {
  const told = linked([statusEntry])
  const done = told.tries(open, [office, '08-03 09:00'], { unit: unit.street })
  expect(told.counts(done)).toEqual([`+opened ${unit.committee}`])
  expect(done.ok ? done.record.title : '').toBe('前街街道')
})

test('the superior and its department set it, the organisation explains, nobody beside reads it', () => {
  const fresh = linked([statusEntry])
  const at = { ...open, area: town.community }
  const data: Data = { unit: unit.street }
  expect(starters((by) => fresh.tries(at, [by, '08-03 09:00'], data))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const { told, id } = kept()
  const superior = all(unit.committee, unit.organisation)
  for (const byHand of ['watch', 'warn', 'normal']) {
    told.step(id, ['setByHand', committee, '08-03 11:00'], { byHand, reason: '试看' })
    expect(told.offered(id)).toEqual({
      setByHand: superior,
      giveBack: superior,
      explain: all(unit.street),
    })
  }
  told.step(id, ['explain', post('head', unit.street), '08-03 12:00'], { words: '正在换届' })
  expect(told.readers(id)).toEqual(all(...districtLine, unit.street))
  const ofStreet = told.begin(
    { ...open, area: town.street },
    [post('clerk', unit.street), '08-04 09:00'],
    {
      unit: unit.community,
    },
  )
  expect(told.readers(ofStreet)).toEqual(all(...districtLine, unit.street, unit.community))
})

/** A record that stands in one state with such fields: what a fact finds. */
function standIn(name: string, fixed: Data, state: string) {
  return {
    ...levelTask,
    name,
    slots: { n1: 'unit', k1: 'late', k2: 'verdict' },
    fields: {
      ...levelTask.fields,
      unit: { type: 'unit', label: '单位' },
      verdict: { type: 'code', label: '结论' },
    },
    starts: {
      begin: {
        label: '开始',
        by: ['above'],
        records: 'Begun',
        says: '开始',
        sets: ['fixes'],
        to: state,
      },
    },
    states: { [state]: { label: '办理中', is: 'resting' } },
    clocks: {},
    claims: {},
    setters: { fixes: () => ({ fields: fixed }) },
  } as const
}
