import { expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of as posts, seers, starters } from '../../street-mandate/testing/access-table.ts'
import type { Told } from '../../street-mandate/testing/told.ts'
import { cityOrganisation, organiser, otherStreet } from '../testing/reviewing.ts'
import { appraisalMeetingIndicators } from './indicators.ts'
import { appraisalMeeting } from './kind.ts'
import { holding, of, planned, said } from './testing.ts'

const staff = ['clerk', 'head', 'leader', 'worker', 'secretary'] as const
const above = `observer/${unit.cityOrganisation}`

type Held = { readonly scope?: string; readonly came: boolean; readonly isSilent?: true }
const opinion = { opinion: '点评抓住了要害' }

/** Held with one report; somebody from above came and said what they saw, or not. */
function held(how: Held) {
  const here = holding(how.scope === undefined ? {} : { scope: how.scope }, [unit.street])
  const { told, id } = here
  told.does(id, 'planAttendance', [cityOrganisation, '08-10 09:01'])
  if (how.came) told.does(id, `${above}/attend`, [cityOrganisation, '08-10 09:02'])
  of(unit.street, here).reports('08-10 09:05')
  of(unit.street, here).asks('comment', '08-10 09:20', said)
  told.does(id, 'finish', [organiser, '08-10 11:00'])
  if (how.came && how.isSilent !== true)
    told.does(id, `${above}/remark`, [cityOrganisation, '08-10 12:00', opinion])
  return here
}

function figure(id: string, told: Told) {
  const counted = told.counted('appraisal-meeting')
  const found = appraisalMeetingIndicators.find((one) => one.id === id)
  return (
    found &&
    figureOf(
      found,
      ofCounts(({ measure }) => counted[measure] ?? 0),
    )
  )
}

test('R048 only those above the meeting’s committee send somebody, each unit once', () => {
  const { told, id } = planned()
  const sends = (by: typeof organiser) => told.refused(id, 'planAttendance', [by, '08-04 09:00'])
  expect(sends(organiser)).toBe('standsAbove')
  expect(sends(post('secretary', unit.committee))).toBe('standsAbove')
  expect(sends(cityOrganisation)).toBeUndefined()
  expect(sends(cityOrganisation)).toBe('isNotListed')
  expect(told.record(id).parties).toMatchObject([{ role: 'observer', state: 'planned' }])
})

test('R048 a meeting that should have been attended and was not is listed as missing', () => {
  const attendance = ({ told, id }: ReturnType<typeof held>) => told.record(id).fields['attendance']
  expect(attendance(held({ came: true }))).toBe('attended')
  expect(attendance(held({ came: false }))).toBe('missing')
  expect(attendance(held({ came: false, scope: 'organ' }))).toBe('free')
})

test('F54 is meetings of areas attended from above over those held', () => {
  expect(figure('F54', held({ came: true }).told)).toMatchObject({ value: 1, denominator: 1 })
  expect(figure('F54', held({ came: false }).told)).toMatchObject({ value: 0, denominator: 1 })
  expect(figure('F54', held({ came: true, scope: 'organ' }).told)).toMatchObject({ denominator: 0 })
})

test('F54 and F55 count no meeting of which those from above said nothing', () => {
  const silent = held({ came: true, isSilent: true })
  expect(silent.told.record(silent.id).fields['attendance']).toBe('attended')
  expect(figure('F54', silent.told)).toMatchObject({ value: 0, denominator: 1 })
  expect(figure('F55', held({ scope: 'organ', came: true, isSilent: true }).told)?.value).toBe(0)
})

test('R048 that somebody from above came is theirs to say, not the meeting’s', () => {
  const { told, id } = holding()
  told.does(id, 'planAttendance', [cityOrganisation, '08-10 09:01'])
  const attends = (by: typeof organiser) => told.refused(id, `${above}/attend`, [by, '08-10 09:02'])
  expect(attends(organiser)).toBe('notAllowed')
  expect(attends(post('secretary', unit.committee))).toBe('notAllowed')
  expect(attends(cityOrganisation)).toBeUndefined()
})

test('F55 and F56 count meetings of organs attended, and their heads who reported in person', () => {
  const organs = held({ came: true, scope: 'organ' }).told
  expect(figure('F55', organs)?.value).toBe(1)
  expect(figure('F56', organs)?.value).toBe(1)
  const areas = held({ came: true }).told
  expect(figure('F55', areas)?.value).toBe(0)
  expect(figure('F56', areas)?.value).toBe(0)
  expect(figure('F55', held({ came: false, scope: 'organ' }).told)?.value).toBe(0)
  const paper = holding({ scope: 'organ' }, [unit.street])
  of(unit.street, paper).asks('makeWritten', '08-10 09:01')
  of(unit.street, paper).asks('comment', '08-10 09:05', said)
  expect(figure('F56', paper.told)?.value).toBe(0)
  expect(figure('F70', paper.told)).toMatchObject({ value: 1, denominator: 1 })
})

test('F70 is reports with their comment over reports made', () => {
  const here = holding()
  of(unit.street, here).reports('08-10 09:05')
  expect(figure('F70', here.told)).toMatchObject({ value: 0, denominator: 1 })
  of(unit.street, here).asks('comment', '08-10 09:20', said)
  expect(figure('F70', here.told)).toMatchObject({ value: 1, denominator: 1 })
})

test('who came says what they saw; who cannot come says why', () => {
  const { told, id } = planned()
  told.does(id, 'planAttendance', [cityOrganisation, '08-04 09:00'])
  expect(told.refused(id, `${above}/attend`, [cityOrganisation, '08-04 10:00'])).toBe('isHolding')
  told.does(id, `${above}/excuse`, [cityOrganisation, '08-05 09:00', { excuse: '另有会议' }])
  expect(told.record(id).parties[0]?.state).toBe('excused')
  const { told: later, id: other } = held({ came: true })
  later.does(other, `${above}/remark`, [cityOrganisation, '08-11 09:00', opinion])
  const late = holding()
  late.told.does(late.id, 'planAttendance', [cityOrganisation, '08-10 09:00'])
  for (const who of [unit.street, unit.otherStreet])
    of(who, late).asks('strikeOff', '08-10 09:01', { reason: '改期' })
  late.told.does(late.id, 'finish', [organiser, '08-10 09:02'])
  const why = { excuse: '没有到' }
  expect(
    late.told.refused(late.id, `${above}/excuse`, [cityOrganisation, '08-10 09:03', why]),
  ).toBe('isNotOver')
})

test('the committee and its department run it, those who report and those above see it', () => {
  const ours = posts(['committee', 'organisation'], staff)
  const city = posts(['cityCommittee', 'cityOrganisation'], staff)
  const { told, id } = planned()
  const table = () => askers(appraisalMeeting, told.world, told.record(id))
  expect(starters(appraisalMeeting, told.world, town.district)).toEqual({
    plan: [...city, ...ours],
  })
  expect(seers(appraisalMeeting, told.world, told.record(id))).toEqual([...city, ...ours])
  const preparing = {
    takeReporters: ours,
    addReporters: ours,
    planAttendance: [...city, ...ours],
    reschedule: ours,
    cancel: ours,
  }
  expect(table()).toEqual({ notify: ours, ...preparing })
  const units = { units: [unit.otherStreet], form: 'onsite' }
  told.does(id, 'addReporters', [organiser, '08-03 10:00', units])
  told.does(id, 'planAttendance', [cityOrganisation, '08-03 11:00'])
  expect(seers(appraisalMeeting, told.world, told.record(id))).toEqual([
    ...city,
    ...ours,
    ...posts(['otherStreet'], staff),
  ])
  const one = `reporter/${unit.otherStreet}`
  const listed = Object.fromEntries(
    ['begin', 'comment', 'makeWritten', 'makeOnsite', 'setOrder', 'strikeOff'].map((name) => [
      `${one}/${name}`,
      ours,
    ]),
  )
  const sent = posts(['cityOrganisation'], everyRole)
  const asked = [...sent, ...ours]
  const planning = { [`${above}/attend`]: sent, [`${above}/excuse`]: asked }
  expect(table()).toEqual({ notify: ours, ...preparing, ...listed, ...planning })
  told.does(id, 'notify', [organiser, '08-04 09:00'])
  expect(table()).toEqual({ open: ours, ...preparing, ...listed, ...planning })
  told.does(id, 'open', [organiser, '08-10 09:00'])
  const observing = { planAttendance: [...city, ...ours], setVoters: ours }
  expect(table()).toEqual({ finish: ours, ...observing, ...listed, ...planning })
  told.does(id, `${above}/attend`, [cityOrganisation, '08-10 09:01'])
  told.does(id, `${one}/begin`, [organiser, '08-10 09:02'])
  const remark = { [`${above}/remark`]: sent }
  expect(table()).toEqual({ finish: ours, ...observing, [`${one}/end`]: ours, ...remark })
  told.does(id, `${one}/end`, [organiser, '08-10 09:03'])
  expect(table()).toEqual({ finish: ours, ...observing, [`${one}/comment`]: ours, ...remark })
  told.does(id, `${one}/comment`, [organiser, '08-10 09:04', said])
  told.does(id, 'finish', [organiser, '08-10 09:05'])
  expect(table()).toEqual({ close: ours, ...remark })
  expect(told.refused(id, 'close', [otherStreet, '08-10 10:00'])).toBe('notAllowed')
})

/** `self` is any post of the unit. */
const everyRole = staff
