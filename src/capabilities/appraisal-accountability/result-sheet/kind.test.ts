import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { interview } from '../interview/kind.ts'
import { organisation, organiser, street } from '../testing/reviewing.ts'
import { resultSheet } from './kind.ts'

const kinds = [resultSheet, interview, appraisalProblem]
const own = { unit: unit.street, year: 2026 }
const inspector = post('head', unit.supervision)

function drawn(cutOff?: number) {
  const world = governedWorld(kinds)
  const cut =
    cutOff === undefined ? {} : { 'sheet.cutOff': [{ from: 0, version: 'own', value: cutOff }] }
  const told = tell(kinds, { ...world, parameters: { ...world.parameters, ...cut } })
  const raise = (data: Data = {}) =>
    told.begin('appraisal-problem/raise', town.district, [
      organiser,
      '08-03 09:00',
      { title: '村改社区班子老化', source: 'inspection', ...own, ...data },
    ])
  raise()
  const id = told.begin('result-sheet/draw', town.district, [organisation, '08-04 09:00', own])
  return { told, id, raise }
}

function issued(data: Data = {}, cutOff?: number) {
  const sheet = drawn(cutOff)
  sheet.told.does(sheet.id, 'issue', [organisation, '08-05 09:00', data])
  return sheet
}

/** The three channels take the sheet as it is. */
function entered({ told, id }: Pick<ReturnType<typeof drawn>, 'told' | 'id'>, moment: string) {
  told.does(id, 'enterPerformance', [organisation, moment, { performance: '占党建实绩三成' }])
  told.does(id, 'enterAppraisal', [organisation, moment, { appraisal: '作为评定依据' }])
  told.does(id, 'enterInspection', [inspector, moment, { inspection: 'XC-2026-03' }])
}

test('the declaration is sound, and the parameters are those a city begins with', () => {
  expect(problemsIn(resultSheet)).toEqual([])
  expect(limitsOf(resultSheet)).toEqual({
    'sheet.issue': '10 working-day',
    'sheet.close': '60 working-day',
    'sheet.cutOff': '1',
  })
})

test('R050 a unit has one sheet a year, and its three documents tell the same values', () => {
  const { told } = drawn()
  const draws = (data: Data) =>
    told.tries('result-sheet/draw', town.district, [organisation, '08-04 10:00', data])
  expect(draws(own)).toBe('claimTaken')
  expect(draws({ ...own, year: 2025 })).toBeUndefined()
  expect(draws({ ...own, unit: unit.foreignStreet })).toBe('answersToAsker')
  const { performance, appraisal, inspection } = resultSheet.documents
  const values = [performance, appraisal, inspection].map(({ parts }) => parts.slice(0, -1))
  expect(values[1]).toEqual(values[0])
  expect(values[2]).toEqual(values[0])
})

test('R050 nobody types a value: the platform draws them', () => {
  const { told, id, raise } = drawn()
  expect(told.record(id).fields).toMatchObject({
    raised: 1,
    closed: 0,
    overdue: 0,
    carried: 0,
    version: 1,
    drawnAt: at('08-04 09:00'),
  })
  const inputs = Object.values(resultSheet.states)
    .flatMap(({ commands }) => Object.values(commands ?? {}))
    .flatMap(({ input }) => Object.keys(input ?? {}))
  for (const value of ['raised', 'closed', 'overdue', 'carried', 'version'])
    expect(inputs).not.toContain(value)
  raise()
  const late = raise({ title: '超期的问题' })
  raise({ title: '去年的问题，今年才指出', year: 2025 })
  const claim = { measures: '逐项整改', lead: '副书记', dueOn: '2026-08-04' }
  told.does(late, 'claim', [street, '08-03 10:00', claim])
  told.until('08-04 17:00')
  raise({ unit: unit.otherStreet })
  raise({ year: 2027 })
  const gone = raise()
  told.does(gone, 'withdraw', [organiser, '08-05 10:00', { reason: '重复' }])
  told.does(id, 'redraw', [organisation, '08-05 11:00', { reason: '补录两项' }])
  expect(told.record(id).fields).toMatchObject({
    raised: 3,
    overdue: 1,
    carried: 0,
    version: 2,
  })
})

test('what a year left open is told as carried over into the next', () => {
  const { told } = drawn()
  told.until('12-31 17:00')
  const next = told.begin('result-sheet/draw', town.district, [
    organisation,
    '2027-02-01 09:00',
    { ...own, year: 2027 },
  ])
  expect(told.record(next).fields).toMatchObject({ raised: 1, carried: 1 })
})

test('R050 it is closed when all three channels took the same draw', () => {
  const sheet = issued()
  const { told, id } = sheet
  const closes = (moment: string) => told.refused(id, 'close', [organisation, moment])
  expect(closes('08-06 09:00')).toBe('channelsReadTheSame')
  entered(sheet, '08-07 09:00')
  told.does(id, 'redraw', [organisation, '08-10 09:00', { reason: '一项已销号' }])
  expect(closes('08-10 10:00')).toBe('channelsReadTheSame')
  entered(sheet, '08-11 09:00')
  expect(closes('08-11 10:00')).toBeUndefined()
  expect(told.counted('result-sheet')).toEqual({ issued: 1, closed: 1 })
})

test('of inspection it holds a number and nothing else', () => {
  const { enterInspection } = resultSheet.states['issued']?.commands ?? {}
  expect(
    Object.entries(enterInspection?.input ?? {}).map(([name, { type }]) => [name, type]),
  ).toEqual([['inspection', 'code']])
})

test('the unit may disagree and is answered before the sheet is closed', () => {
  const sheet = issued()
  const { told, id } = sheet
  entered(sheet, '08-07 09:00')
  const answer = { answer: '已按销号时间核对' }
  expect(told.refused(id, 'reply', [organisation, '08-07 10:00', answer])).toBe('hasRemark')
  told.does(id, 'remark', [street, '08-07 11:00', { remark: '有一项重复' }])
  expect(told.refused(id, 'close', [organisation, '08-07 12:00'])).toBe('remarkIsAnswered')
  told.does(id, 'reply', [organisation, '08-10 09:00', answer])
  told.does(id, 'remark', [street, '08-10 10:00', { remark: '仍有不同意见' }])
  expect(told.refused(id, 'close', [organisation, '08-10 11:00'])).toBe('remarkIsAnswered')
  told.does(id, 'reply', [organisation, '08-10 12:00', answer])
  told.does(id, 'close', [organisation, '08-10 13:00'])
})

test('a place is told with out of how many, or not at all', () => {
  const { told, id } = drawn()
  const issues = (data: Data) => told.refused(id, 'issue', [organisation, '08-05 09:00', data])
  expect(issues({ rank: 3 })).toBe('rankIsInside')
  expect(issues({ ranked: 10 })).toBe('rankIsInside')
  expect(issues({ rank: 11, ranked: 10 })).toBe('rankIsInside')
  expect(issues({ tied: 1 })).toBe('rankIsInside')
  expect(issues({ rank: 10, tied: 1, ranked: 10 })).toBe('rankIsInside')
  expect(issues({ rank: 3, ranked: 10 })).toBeUndefined()
})

test('R041 a unit’s place inside the cut-off proposes an interview, as far as the city wants', () => {
  const proposals = (rank: number, cutOff?: number) =>
    issued({ rank, ranked: 10 }, cutOff)
      .told.all('interview')
      .map(({ state, fields }) => [state, fields['cause'], fields['unit'], fields['host']])
  const proposed = [['proposed', 'rank', unit.street, unit.committee]]
  expect(proposals(10)).toEqual(proposed)
  expect(proposals(9)).toEqual([])
  expect(proposals(9, 2)).toEqual(proposed)
  expect(proposals(10, 0)).toEqual([])
  expect(issued().told.all('interview')).toEqual([])
})

test('R041 units tied for the last place are all inside the cut-off', () => {
  const proposals = (data: Data, cutOff?: number) =>
    issued({ ranked: 10, ...data }, cutOff).told.all('interview').length
  expect(proposals({ rank: 9, tied: 1 })).toBe(1)
  expect(proposals({ rank: 8, tied: 2 })).toBe(1)
  expect(proposals({ rank: 8, tied: 1 })).toBe(0)
  expect(proposals({ rank: 8, tied: 1 }, 2)).toBe(1)
  expect(proposals({ rank: 9, tied: 1 }, 0)).toBe(0)
})

test('each step has its limit', () => {
  const { told, id } = drawn()
  expect(told.until('08-18 16:59')).not.toContain('SheetIssueRanLate')
  expect(told.until('08-18 17:00')).toEqual(['SheetIssueRanLate'])
  told.does(id, 'issue', [organisation, '08-19 09:00'])
  expect(told.until('11-13 16:59')).toEqual([])
  expect(told.until('11-13 17:00')).toEqual(['SheetCloseRanLate'])
})

test('committee, organisation department, the inspection next to it and the unit’s own head', () => {
  const { told, id } = drawn()
  const table = () => askers(resultSheet, told.world, told.record(id))
  const confidants = ['head', 'leader', 'secretary'] as const
  const office = of(['organisation'], confidants)
  const ours = [...of(['committee'], ['leader', 'secretary']), ...office]
  const inspection = of(['supervision'], ['head', 'supervisor'])
  const themselves = of(['street'], ['head', 'secretary'])
  expect(starters(resultSheet, told.world, town.district)).toEqual({
    draw: of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], confidants),
  })
  expect(seers(resultSheet, told.world, told.record(id))).toEqual([
    ...inspection,
    ...ours,
    ...themselves,
  ])
  expect(resultSheet.tellsReaders).toBe(true)
  expect(table()).toEqual({ issue: ours, redraw: ours })
  told.does(id, 'issue', [organisation, '08-05 09:00'])
  expect(table()).toEqual({
    enterPerformance: ours,
    enterAppraisal: ours,
    enterInspection: [...inspection, ...office],
    remark: themselves,
    reply: ours,
    redraw: ours,
    close: ours,
  })
})
