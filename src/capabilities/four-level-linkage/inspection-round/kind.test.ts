import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { rectification } from '../rectification/kind.ts'
import { inspectionPlan } from '../../street-mandate/inspection-plan/kind.ts'
import { streetInspectionApproval } from '../../street-mandate/street-inspection-approval/kind.ts'
import { all, type Data, districtLine, limitsOf, linked, starters } from '../testing.ts'
import { inspectionRound } from './kind.ts'

const office = post('clerk', unit.organisation)
const plan = { kind: 'inspection-round', command: 'plan', area: town.district }
const planned: Data = {
  title: '党群服务中心督查',
  units: [unit.street, unit.community],
  onDay: '2026-08-05',
}
const finding: Data = {
  unit: unit.street,
  title: '开放时间不足',
  problem: '晚间没有开放',
  dueOn: '2026-08-20',
}

const permission = {
  basis: '条例',
  content: '现场查看',
  beginsOn: '2026-08-01',
  endsOn: '2026-12-31',
}

/** A district that has this matter of its two streets in the year's plan. */
function inspections() {
  const told = linked([inspectionRound, rectification, inspectionPlan, streetInspectionApproval])
  const agrees = (id: string) => {
    for (const one of [unit.committee, unit.government])
      told.step(id, [`approver/${one}/agree`, post('leader', one), '08-03 08:30'])
    return id
  }
  const proposes = (streets: readonly number[]) =>
    told.begin(
      { kind: 'inspection-plan', command: 'propose', area: town.district },
      [post('clerk', unit.government), '08-03 08:00'],
      {
        ...permission,
        matter: `事项${streets.join()}`,
        year: 2026,
        department: unit.bureau,
        streets,
      },
    )
  const applies = (matter: string) =>
    told.begin(
      { kind: 'street-inspection-approval', command: 'apply', area: town.district },
      [post('clerk', unit.bureau), '08-03 08:00'],
      { ...permission, name: matter, matters: [matter], streets: [unit.street] },
    )
  const year = agrees(proposes([unit.street, unit.otherStreet]))
  return { ...told, year, agrees, proposes, applies }
}

/** Planned by the district's organisation department on Monday 3 August at nine. */
function ahead() {
  const told = inspections()
  const data = { ...planned, plan: told.year }
  return { told, id: told.begin(plan, [office, '08-03 09:00'], data) }
}

function underway() {
  const { told, id } = ahead()
  told.step(id, ['carryOut', office, '08-05 09:00'])
  return { told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(inspectionRound)).toEqual([])
  expect(limitsOf(inspectionRound)).toEqual({ 'inspection.conclude': '10 个工作日' })
})

test('R027 a superior inspects its own subordinates alone', () => {
  const told = inspections()
  const tries = (by: number, units: readonly number[], area: number) =>
    told.tries({ ...plan, area }, [post('clerk', by), '08-03 09:00'], {
      ...planned,
      plan: told.year,
      units,
    })
  const refused = { refused: 'onOwnSubordinates' }
  expect(tries(unit.committee, [unit.foreignStreet], town.district)).toMatchObject(refused)
  expect(tries(unit.committee, [unit.street, unit.bureau], town.district)).toMatchObject(refused)
  expect(tries(unit.street, [unit.otherStreet], town.street)).toMatchObject(refused)
  expect(tries(unit.street, [unit.community], town.street).ok).toBe(true)
  expect(tries(unit.cityCommittee, [unit.committee], town.city).ok).toBe(true)
})

test('R013 a street is inspected by the district’s plan or approval, a community needs neither', () => {
  const told = inspections()
  const tries = (units: readonly number[], data: Data = {}) =>
    told.tries(plan, [office, '08-03 09:00'], { ...planned, units, ...data })
  const refused = { refused: 'streetNeedsApproval' }
  expect(tries([unit.community, unit.street])).toMatchObject(refused)
  expect(tries([unit.community]).ok).toBe(true)
  expect(tries([unit.street, unit.otherStreet], { plan: told.year }).ok).toBe(true)
  const other = told.agrees(told.proposes([unit.otherStreet]))
  expect(tries([unit.street], { plan: other })).toMatchObject(refused)
  expect(tries([unit.street], { plan: told.year, onDay: '2027-01-04' })).toMatchObject(refused)
  expect(tries([unit.street], { plan: told.proposes([unit.street]) })).toMatchObject(refused)
  const approval = told.applies('夜间开放')
  expect(tries([unit.street], { approval })).toMatchObject(refused)
  told.agrees(approval)
  expect(tries([unit.street], { approval }).ok).toBe(true)
})

test('it is planned for a day to come or today', () => {
  const told = inspections()
  const on = (onDay: string) =>
    told.tries(plan, [office, '08-03 09:00'], { ...planned, plan: told.year, onDay })
  expect(on('2026-08-02')).toMatchObject({ refused: 'isAhead' })
  expect(on('2026-08-03').ok).toBe(true)
})

test('what is found goes to the unit that has it, as a rectification of its own', () => {
  const { told, id } = underway()
  const find = (data: Data) =>
    told.asks(id, ['find', office, '08-05 10:00'], { ...finding, ...data })
  expect(find({ unit: unit.otherStreet })).toMatchObject({ refused: 'isInspected' })
  expect(find({ dueOn: '2026-08-05' })).toMatchObject({ refused: 'isDueLater' })
  const done = find({})
  expect(told.counts(done)).toEqual([`+found ${unit.committee}`, `+assigned ${unit.street}`])
  const [given = ''] = told.opened(done, 'rectification')
  expect(told.fields(given)).toMatchObject({
    inspection: id,
    superior: unit.committee,
    office: unit.organisation,
    level: 'district',
    unit: unit.street,
    dueOn: '2026-08-20',
  })
  find({ unit: unit.community })
  expect(told.fields(id)['found']).toBe(2)
})

test('a day that passes and a conclusion that is not written are noted', () => {
  const { told, id } = ahead()
  expect(told.expected(id)).toEqual([`${unit.organisation} carryOut`])
  expect(told.until('08-05 17:00')).toEqual(['InspectionRanLate'])
  told.step(id, ['carryOut', office, '08-06 09:00'])
  expect(told.until('08-20 17:00')).toEqual(['InspectionConclusionRanLate'])
  told.step(id, ['conclude', office, '08-21 09:00'], { summary: '总体较好' })
  expect(told.state(id)).toBe('concluded')
  const fresh = inspections()
  const data = { ...planned, plan: fresh.year }
  expect(fresh.counts(fresh.tries(plan, [office, '08-03 09:00'], data))).toEqual([
    `+opened ${unit.committee}`,
  ])
})

test('it may be cancelled with a reason, before or while it is carried out', () => {
  for (const { told, id } of [ahead(), underway()]) {
    told.step(id, ['cancel', office, '08-05 12:00'], { reason: '与其他督查合并' })
    expect(told.state(id)).toBe('cancelled')
  }
})

test('the superior and its department carry it out; who is inspected reads it', () => {
  const fresh = inspections()
  const at = { ...plan, area: town.community }
  expect(starters((by) => fresh.tries(at, [by, '08-03 09:00'], planned))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const { told, id } = ahead()
  const superior = all(unit.committee, unit.organisation)
  expect(told.offered(id)).toEqual({ carryOut: superior, cancel: superior })
  expect(told.readers(id)).toEqual(all(...districtLine, unit.street, unit.community))
  expect(told.party(id, unit.street).state).toBe('named')
  told.step(id, ['carryOut', post('head', unit.committee), '08-05 09:00'])
  expect(told.offered(id)).toEqual({ find: superior, conclude: superior, cancel: superior })
  const own = { ...planned, units: [unit.community] }
  const lower = told.begin(
    { ...plan, area: town.street },
    [post('clerk', unit.street), '08-05 10:00'],
    {
      ...own,
      onDay: '2026-08-06',
    },
  )
  expect(told.readers(lower)).toEqual(all(...districtLine, unit.street, unit.community))
})
