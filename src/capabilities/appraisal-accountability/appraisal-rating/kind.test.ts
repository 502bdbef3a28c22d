import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { appraisalMeeting } from '../appraisal-meeting/kind.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { interview } from '../interview/kind.ts'
import { organisation, organiser, secretary, street } from '../testing/reviewing.ts'
import { appraisalRating } from './kind.ts'

const kinds = [appraisalRating, interview, appraisalProblem, appraisalMeeting]
const own = { unit: unit.street, year: 2026 }
const good = { grade: 'fairlyGood', reasons: '小区党组织覆盖明显提升，重复诉求下降' }
const low = { grade: 'average', reasons: '指出的三个问题两个没有整改到位' }

function prepared(parameters: Readonly<Record<string, string>> = {}) {
  const world = governedWorld(kinds)
  const set = Object.entries(parameters).map(([name, value]) => [
    name,
    [{ from: 0, version: 'own', value }],
  ])
  const told = tell(kinds, {
    ...world,
    parameters: { ...world.parameters, ...Object.fromEntries(set) },
  })
  const id = told.begin('appraisal-rating/prepare', town.district, [
    organisation,
    '08-03 09:00',
    own,
  ])
  return { told, id }
}

function rated(data: Data = low, parameters: Readonly<Record<string, string>> = {}) {
  const rating = prepared(parameters)
  rating.told.does(rating.id, 'rate', [secretary, '08-05 09:00', data])
  return rating
}

test('the declaration is sound, and the parameters are those a city begins with', () => {
  expect(problemsIn(appraisalRating)).toEqual([])
  expect(limitsOf(appraisalRating)).toEqual({
    'rating.scale': '"four"',
    'rating.lowFrom': '"average"',
    'rating.rate': '20 working-day',
    'rating.objection': '5 working-day',
    'rating.answer': '5 working-day',
  })
})

test('it lies with the committee, so that a street’s counts do not tell one person’s grade', () => {
  const { told, id } = rated()
  expect(told.record(id).place).toEqual({ city: town.city, district: town.district })
  expect(appraisalRating.responsible).toBe('host')
  expect(Object.values(appraisalRating.slots)).toEqual(['host', 'unit', 'year'])
})

test('a unit is rated once a year, by the committee above it', () => {
  const { told } = prepared()
  const tries = (data: Data) =>
    told.tries('appraisal-rating/prepare', town.district, [organisation, '08-03 10:00', data])
  expect(tries(own)).toBe('claimTaken')
  expect(tries({ ...own, year: 2025 })).toBeUndefined()
  expect(tries({ ...own, unit: unit.foreignStreet })).toBe('answersToAsker')
  const other = prepared()
  other.told.does(other.id, 'drop', [organisation, '08-04 09:00', { reason: '年内刚到任' }])
  expect(
    other.told.tries('appraisal-rating/prepare', town.district, [organisation, '08-05 09:00', own]),
  ).toBeUndefined()
})

test('the system tells what was pointed out in the year and what became of it', () => {
  const told = tell(kinds)
  const raise = (title: string, year: number, one: number = unit.street) =>
    told.begin('appraisal-problem/raise', town.district, [
      organiser,
      '08-03 09:00',
      { title, source: 'inspection', year, unit: one },
    ])
  const claim = { measures: '逐项整改', lead: '副书记', dueOn: '2026-08-05' }
  const closed = raise('第一个问题', 2026)
  told.does(closed, 'claim', [street, '08-03 10:00', claim])
  told.does(closed, 'submit', [street, '08-04 10:00', { evidence: '已经整改完成' }])
  told.does(closed, 'accept', [organiser, '08-04 11:00'])
  const late = raise('第二个问题', 2026)
  told.does(late, 'claim', [street, '08-03 10:00', claim])
  const gone = raise('撤销的问题', 2026)
  told.does(gone, 'withdraw', [organiser, '08-03 11:00', { reason: '重复' }])
  raise('别年的问题', 2027)
  raise('别处的问题', 2026, unit.otherStreet)
  const id = told.begin('appraisal-rating/prepare', town.district, [
    organisation,
    '08-06 09:00',
    own,
  ])
  expect(told.record(id).fields).toMatchObject({ raised: 2, closed: 1, overdue: 1 })
  expect(told.record(id).fields['grade']).toBeUndefined()
})

test('R040 a grade is entered by a person with reasons, and never by the system', () => {
  const { told, id } = prepared()
  const rates = (data: Data) => told.refused(id, 'rate', [secretary, '08-05 09:00', data])
  expect(rates({ ...good, reasons: '同意' })).toBe('hasReasons')
  expect(rates({ ...good, reasons: '          ' })).toBe('hasReasons')
  told.until('2027-01-01 09:00')
  expect(told.record(id).fields['grade']).toBeUndefined()
  expect(told.state(id)).toBe('weighing')
  const grading = Object.values(appraisalRating.states)
    .flatMap(({ commands }) => Object.values(commands ?? {}))
    .filter(({ input }) => input?.['grade'] !== undefined)
  expect(grading.map(({ by }) => by)).toEqual([['committee'], ['committee']])
})

test('R040 the one it is about sees it, may object and is answered', () => {
  const { told, id } = rated()
  told.does(id, 'object', [street, '08-06 09:00', { objection: '两个问题已经整改' }])
  told.does(id, 'uphold', [secretary, '08-07 09:00', { answer: '复核时没有完成' }])
  expect(told.state(id)).toBe('final')
  const other = rated()
  other.told.does(other.id, 'object', [street, '08-06 09:00', { objection: '两个问题已经整改' }])
  const changes = (data: Data) =>
    other.told.refused(other.id, 'change', [
      secretary,
      '08-07 09:00',
      { ...good, answer: '核实无误', ...data },
    ])
  expect(changes({ reasons: '同意' })).toBe('hasReasons')
  expect(changes({ grade: 'excellent' })).toBe('gradeIsOnScale')
  expect(changes({})).toBeUndefined()
  expect(other.told.record(other.id).fields).toMatchObject({ grade: 'fairlyGood', low: false })
  expect(other.told.all('interview')).toEqual([])
  expect(other.told.counted('appraisal-rating')).toEqual({ objected: 1, changed: 1, rated: 1 })
})

test('R040 an objection that ends in a lower grade is heard anew before that grade stands', () => {
  const { told, id } = rated({ ...good, grade: 'good' })
  const objects = (moment: string) =>
    told.does(id, 'object', [street, moment, { objection: '不同意这个等次' }])
  const changes = (grade: string, moment: string) => {
    const data = { ...good, grade, answer: '核实后改评' }
    told.does(id, 'change', [secretary, moment, data])
    return told.state(id)
  }
  objects('08-06 09:00')
  expect(changes('fairlyGood', '08-07 09:00')).toBe('told')
  expect(told.record(id).fields).toMatchObject({ former: 'good', grade: 'fairlyGood' })
  expect(told.until('08-14 16:59')).toEqual([])
  objects('08-14 16:59')
  expect(changes('poor', '08-17 09:00')).toBe('told')
  objects('08-18 09:00')
  expect(changes('average', '08-19 09:00')).toBe('final')
  const same = rated()
  same.told.does(same.id, 'object', [street, '08-06 09:00', { objection: '理由不实' }])
  same.told.does(same.id, 'change', [secretary, '08-07 09:00', { ...low, answer: '改写理由' }])
  expect(same.told.state(same.id)).toBe('final')
})

test('R041 a low grade proposes an interview once it stands, however it came to stand', () => {
  const proposals = ({ told }: ReturnType<typeof rated>) =>
    told.all('interview').map(({ state, fields }) => [state, fields['cause'], fields['unit']])
  const proposed = [['proposed', 'grade', unit.street]]
  const accepted = rated()
  expect(proposals(accepted)).toEqual([])
  accepted.told.does(accepted.id, 'accept', [street, '08-06 09:00'])
  expect(proposals(accepted)).toEqual(proposed)
  expect(accepted.told.all('interview')[0]?.fields).toMatchObject({
    rating: accepted.id,
    host: unit.committee,
    office: unit.organisation,
    year: 2026,
  })
  const silent = rated()
  expect(silent.told.until('08-12 16:59')).toEqual([])
  expect(silent.told.until('08-12 17:00')).toContain('RatingStood')
  expect(proposals(silent)).toEqual(proposed)
  const upheld = rated()
  upheld.told.does(upheld.id, 'object', [street, '08-06 09:00', { objection: '不同意这个等次' }])
  upheld.told.does(upheld.id, 'uphold', [secretary, '08-07 09:00', { answer: '维持原等次' }])
  expect(proposals(upheld)).toEqual(proposed)
  const changed = rated(good)
  changed.told.does(changed.id, 'object', [street, '08-06 09:00', { objection: '理由不实' }])
  const worse = { ...low, answer: '核实后改评' }
  changed.told.does(changed.id, 'change', [secretary, '08-07 09:00', worse])
  expect(proposals(changed)).toEqual([])
  changed.told.does(changed.id, 'accept', [street, '08-10 09:00'])
  expect(proposals(changed)).toEqual(proposed)
  const better = rated({ ...low, grade: 'poor' })
  better.told.does(better.id, 'object', [street, '08-06 09:00', { objection: '理由不实' }])
  better.told.does(better.id, 'change', [secretary, '08-07 09:00', worse])
  expect(proposals(better)).toEqual(proposed)
  const fine = rated(good)
  fine.told.does(fine.id, 'accept', [street, '08-06 09:00'])
  expect(proposals(fine)).toEqual([])
  expect(fine.told.counted('appraisal-rating')).toEqual({ rated: 1 })
  expect(accepted.told.counted('appraisal-rating')).toEqual({ rated: 1, low: 1 })
})

test('R041 the scale, and from which grade on interviews are proposed, are the city’s', () => {
  const poorOnly = rated(low, { 'rating.lowFrom': 'poor' })
  poorOnly.told.does(poorOnly.id, 'accept', [street, '08-06 09:00'])
  expect(poorOnly.told.all('interview')).toEqual([])
  const poor = rated({ ...low, grade: 'poor' }, { 'rating.lowFrom': 'poor' })
  poor.told.does(poor.id, 'accept', [street, '08-06 09:00'])
  expect(poor.told.all('interview')).toHaveLength(1)
  const three = prepared({ 'rating.scale': 'three' })
  expect(three.told.refused(three.id, 'rate', [secretary, '08-05 09:00', good])).toBe(
    'gradeIsOnScale',
  )
})

test('each step has its limit', () => {
  const { told, id } = prepared()
  expect(told.until('08-31 16:59')).toEqual([])
  expect(told.until('08-31 17:00')).toEqual(['RatingRanLate'])
  told.does(id, 'rate', [secretary, '09-01 09:00', low])
  told.does(id, 'object', [street, '09-02 09:00', { objection: '与事实不符' }])
  expect(told.until('09-09 16:59')).toEqual([])
  expect(told.until('09-09 17:00')).toEqual(['RatingAnswerRanLate'])
})

test('committee, organisation department and the one it is about: nobody else knows of it', () => {
  const { told, id } = prepared()
  const table = () => askers(appraisalRating, told.world, told.record(id))
  const confidants = ['head', 'leader', 'secretary'] as const
  const deciders = of(['committee'], ['leader', 'secretary'])
  const office = of(['organisation'], confidants)
  const themselves = of(['street'], ['head', 'secretary'])
  expect(starters(appraisalRating, told.world, town.district)).toEqual({
    prepare: of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], confidants),
  })
  expect(seers(appraisalRating, told.world, told.record(id))).toEqual([
    ...deciders,
    ...office,
    ...themselves,
  ])
  expect(appraisalRating.tellsReaders).toBe(true)
  expect(table()).toEqual({ rate: deciders, drop: [...deciders, ...office] })
  told.does(id, 'rate', [secretary, '08-05 09:00', low])
  const ours = [...deciders, ...office]
  expect(table()).toEqual({ inform: ours, accept: themselves, object: themselves, follow: ours })
  told.does(id, 'object', [street, '08-06 09:00', { objection: '与事实不符' }])
  expect(table()).toEqual({ uphold: deciders, change: deciders, follow: ours })
  expect(told.refused(id, 'uphold', [post('secretary', unit.otherStreet), '08-06 10:00'])).toBe(
    'notVisible',
  )
})
