import { expect, test } from 'vitest'
import type { Figure } from '../../../kernel/indicator.ts'
import type { AskedFigure } from '../../../kernel/figure-fact.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, districtLine, limitsOf, linked, starters } from '../testing.ts'
import { dispatchRound } from './kind.ts'

const office = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const other = post('clerk', unit.otherStreet)
const open = { kind: 'dispatch-round', command: 'open', area: town.district }
const july: Data = {
  title: '七月调度',
  units: [unit.street, unit.otherStreet],
  from: '2026-07-01',
  to: '2026-07-31',
  dueOn: '2026-08-07',
  item1: 'N13#solved',
}

/** Every area's share is told by its own number, so that nobody's is taken for another's. */
function figures({ id, area, from, to }: AskedFigure): Figure | undefined {
  if (!['N13', 'N14', 'F21'].includes(id)) return undefined
  const isJuly = from === '2026-07-01' && to === '2026-07-31'
  const hidden = !isJuly || id === 'F21'
  if (id === 'N14') return { value: area, numerator: area, denominator: 0, hidden }
  return { value: area / 1000, numerator: area, denominator: 1000, hidden }
}

const rounds = () => linked([dispatchRound], { figures })

/** Opened by the district's organisation department on Monday 3 August at nine. */
function opened(data: Data = {}) {
  const told = rounds()
  const id = told.begin(open, [office, '08-03 09:00'], { ...july, ...data })
  const replies = (by: typeof street, when: string) => {
    const unitOf = by.by === 'post' ? by.post.unit : 0
    told.step(id, [`subordinate/${unitOf}/sign`, by, when])
    return told.step(id, [`subordinate/${unitOf}/reply`, by, when], { words: '停车类集中' })
  }
  return { told, id, replies }
}

test('the declaration is sound', () => {
  expect(problemsIn(dispatchRound)).toEqual([])
  expect(limitsOf(dispatchRound)).toEqual({ 'dispatch.publish': '20 个工作日' })
})

test('R027 a round is opened on one’s own subordinates alone', () => {
  const told = rounds()
  const tries = (by: Parameters<typeof post>, units: readonly number[], area: number) =>
    told.tries({ ...open, area }, [post(...by), '08-03 09:00'], { ...july, units })
  const refused = { refused: 'onOwnSubordinates' }
  expect(tries(['clerk', unit.committee], [unit.foreignStreet], town.district)).toMatchObject(
    refused,
  )
  expect(
    tries(['clerk', unit.committee], [unit.street, unit.cityCommittee], town.district),
  ).toMatchObject(refused)
  expect(tries(['clerk', unit.committee], [unit.bureau], town.district)).toMatchObject(refused)
  expect(tries(['clerk', unit.committee], [], town.district)).toMatchObject(refused)
  expect(tries(['clerk', unit.street], [unit.otherStreet], town.street)).toMatchObject(refused)
  expect(tries(['clerk', unit.street], [unit.street], town.street)).toMatchObject(refused)
  expect(tries(['clerk', unit.street], [unit.community], town.street).ok).toBe(true)
  expect(tries(['clerk', unit.cityCommittee], [unit.committee, unit.street], town.city).ok).toBe(
    true,
  )
})

test('what is asked for is a figure the platform has, for a period, by a day to come', () => {
  const told = rounds()
  const tries = (data: Data) => told.tries(open, [office, '08-03 09:00'], { ...july, ...data })
  for (const item of ['item1', 'item2', 'item3'])
    expect(tries({ [item]: '没有的指标' })).toMatchObject({ refused: 'figuresAreKnown' })
  expect(tries({ dueOn: '2026-08-03' })).toMatchObject({ refused: 'daysAreInOrder' })
  expect(tries({ from: '2026-08-01' })).toMatchObject({ refused: 'daysAreInOrder' })
  expect(tries({ item2: 'N14', item3: 'F21' }).ok).toBe(true)
})

test('an organisation department acts for its committee, at its own level', () => {
  const told = rounds()
  const at = { ...open, area: town.community }
  const id = told.begin(at, [office, '08-03 09:00'], july)
  expect(told.fields(id)).toMatchObject({
    superior: unit.committee,
    office: unit.organisation,
    level: 'district',
  })
  expect(told.readers(id)).toEqual(all(...districtLine, unit.street, unit.otherStreet))
})

test('each one’s figures are taken when it signs, and again when it replies with words', () => {
  const { told, id } = opened({ item2: 'N14', item3: 'F21' })
  told.step(id, [`subordinate/${unit.street}/sign`, street, '08-04 09:00'])
  const figure = { told1: '11.1%（111/1000）', told2: '111', told3: '样本过少，不显示' }
  expect(told.party(id, unit.street)).toMatchObject({
    state: 'filling',
    fields: figure,
  })
  told.step(id, [`subordinate/${unit.street}/reply`, street, '08-04 10:00'])
  expect(told.party(id, unit.street)).toMatchObject({ state: 'replied', fields: figure })
  told.step(id, [`subordinate/${unit.otherStreet}/sign`, other, '08-04 11:00'])
  expect(told.party(id, unit.otherStreet).fields['told1']).toBe('11.2%（112/1000）')
})

test('a figure of nothing is said to be none', () => {
  const none = linked([dispatchRound], {
    figures: () => ({ value: undefined, numerator: 0, denominator: 0, hidden: false }),
  })
  const id = none.begin(open, [office, '08-03 09:00'], july)
  none.step(id, [`subordinate/${unit.street}/sign`, street, '08-04 09:00'])
  expect(none.party(id, unit.street).fields).toEqual({ told1: '没有数据' })
})

test('who has not replied by the day is overdue, signed or not, and may still reply', () => {
  const { told, id } = opened()
  expect(told.expected(id)).toEqual([`${unit.street} sign`, `${unit.otherStreet} sign`])
  told.step(id, [`subordinate/${unit.street}/sign`, street, '08-04 09:00'])
  expect(told.expected(id)).toEqual([`${unit.street} reply`, `${unit.otherStreet} sign`])
  const counted = told.countedBy('08-07 17:00')
  expect(counted.toSorted()).toEqual([`+lapsed ${unit.street}`, `+lapsed ${unit.otherStreet}`])
  expect(told.party(id, unit.street).state).toBe('lapsed')
  expect(told.expected(id)).toEqual([`${unit.organisation} publish`])
  const late = told.step(id, [`subordinate/${unit.street}/reply`, street, '08-10 09:00'])
  expect(told.counts(late)).toEqual([`-lapsed ${unit.street}`])
  expect(told.until('08-31 17:00')).toEqual(['DispatchPublishRanLate'])
})

test('it is published when all have replied or are overdue, and closed when each has read it', () => {
  const { told, id, replies } = opened()
  const summary = { summary: '两街道停车类诉求集中' }
  replies(street, '08-04 09:00')
  expect(told.refused(id, ['publish', office, '08-05 09:00'], summary)).toBe('allHaveReplied')
  told.step(id, [`subordinate/${unit.otherStreet}/sign`, other, '08-05 10:00'])
  expect(told.refused(id, ['publish', office, '08-05 11:00'], summary)).toBe('allHaveReplied')
  const early = told.refused(id, [`subordinate/${unit.street}/acknowledge`, street, '08-05 11:00'])
  expect(early).toBe('isPublished')
  told.until('08-07 17:00')
  told.step(id, ['publish', office, '08-10 09:00'], summary)
  expect(told.fields(id)).toMatchObject({ replied: 1, lapsed: 1 })
  expect(told.refused(id, [`subordinate/${unit.otherStreet}/reply`, other, '08-10 10:00'])).toBe(
    'isCollecting',
  )
  expect(told.expected(id)).toEqual([
    `${unit.street} acknowledge`,
    `${unit.otherStreet} acknowledge`,
  ])
  told.step(id, [`subordinate/${unit.street}/acknowledge`, street, '08-10 10:00'])
  expect(told.state(id)).toBe('published')
  told.step(id, [`subordinate/${unit.otherStreet}/acknowledge`, other, '08-10 11:00'])
  expect(told.state(id)).toBe('closed')
})

test('a round counts under the superior, and each one asked under itself', () => {
  const told = rounds()
  expect(told.counts(told.tries(open, [office, '08-03 09:00'], july)).toSorted()).toEqual([
    `+asked ${unit.street}`,
    `+asked ${unit.otherStreet}`,
    `+opened ${unit.committee}`,
  ])
})

test('the superior and its department publish; each subordinate answers for itself', () => {
  const fresh = rounds()
  expect(
    starters((by) => fresh.tries({ ...open, area: town.community }, [by, '08-03 09:00'], july)),
  ).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const { told, id, replies } = opened()
  const own = `subordinate/${unit.street}`
  const others = `subordinate/${unit.otherStreet}`
  expect(told.offered(id)).toEqual({
    [`${own}/sign`]: all(unit.street),
    [`${others}/sign`]: all(unit.otherStreet),
  })
  told.step(id, [`${own}/sign`, street, '08-04 09:00'])
  expect(told.offered(id)).toMatchObject({ [`${own}/reply`]: all(unit.street) })
  expect(Object.keys(told.offered(id))).toHaveLength(2)
  replies(other, '08-04 10:00')
  expect(Object.keys(told.offered(id))).toEqual([`${own}/reply`])
  told.until('08-07 17:00')
  const publish = all(unit.committee, unit.organisation)
  expect(told.offered(id)).toEqual({ publish, [`${own}/reply`]: all(unit.street) })
  told.step(id, ['publish', post('head', unit.committee), '08-10 09:00'], { summary: '情况如下' })
  expect(told.offered(id)).toEqual({
    [`${own}/acknowledge`]: all(unit.street),
    [`${others}/acknowledge`]: all(unit.otherStreet),
  })
  const ofStreet = fresh.begin({ ...open, area: town.street }, [street, '08-03 09:00'], {
    ...july,
    units: [unit.community],
  })
  expect(fresh.readers(ofStreet)).toEqual(all(...districtLine, unit.street, unit.community))
})
