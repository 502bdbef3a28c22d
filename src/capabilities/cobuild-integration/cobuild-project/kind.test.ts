import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { limitsOf } from '../../four-level-linkage/testing.ts'
import {
  bureau,
  community,
  delivered,
  here,
  listNeed,
  lists,
  market,
  openRoom,
  propose,
  proposed,
  street,
  traffic,
  underway,
} from '../testing/market.ts'
import { cobuildProject } from './kind.ts'

test('the declaration is sound', () => {
  expect(problemsIn(cobuildProject)).toEqual([])
})

test('R053 a project joins a need that waits and a resource that is open', () => {
  expect(lists().tries().ok).toBe(true)
  expect(lists().tries({ need: 'none' })).toMatchObject({ refused: 'linksANeed' })
  expect(lists().tries({ resource: 'none' })).toMatchObject({ refused: 'linksAResource' })
  const gone = lists()
  gone.told.step(gone.need, ['withdraw', community, '08-03 09:30'], { reason: '不需要了' })
  expect(gone.tries()).toMatchObject({ refused: 'linksANeed' })
  const shut = lists()
  shut.told.step(shut.resource, ['pause', bureau, '08-03 09:30'])
  expect(shut.tries()).toMatchObject({ refused: 'linksAResource' })
  const { input } = cobuildProject.starts.propose
  expect([input.need.required, input.resource.required]).toEqual([true, true])
})

test('R053 a need that grew old is joined as well, and has one project at a time', () => {
  const { told, need, tries } = lists()
  told.until('09-02 09:00')
  expect(told.state(need)).toBe('ageing')
  const what = { need, resource: openRoom(told, {}, '09-03 08:00') }
  const first = told.tries(propose, [bureau, '09-03 09:00'], what)
  expect(first.ok).toBe(true)
  expect(tries()).toMatchObject({ refused: 'claimTaken' })
  const id = first.ok ? first.record.id : ''
  told.step(id, ['confirm', community, '09-03 10:00'])
  expect(told.fields(need)['project']).toBe(id)
  expect(told.fields(need)['aged']).toBeUndefined()
})

test('either side or the street between them proposes, where the resource reaches', () => {
  const { tries } = lists()
  expect(tries({}, traffic)).toMatchObject({ refused: 'isOneOfTheTwo' })
  expect(lists().tries({}, community)).toMatchObject({
    record: { fields: { communityOk: true, unitOk: false } },
  })
  expect(lists().tries({}, street)).toMatchObject({
    record: { fields: { communityOk: false, unitOk: false } },
  })
  expect(lists({}, { scope: town.otherCommunity }).tries()).toMatchObject({
    refused: 'reachesTheCommunity',
  })
  expect(tries({ finishOn: '2026-08-02' })).toMatchObject({ refused: 'finishesAhead' })
})

test('a community does not make a project with itself', () => {
  const told = market()
  const need = listNeed(told)
  const open = { kind: 'unit-resource', command: 'open', ...here }
  const resource = told.begin(open, [community, '08-03 09:10'], {
    title: '社区活动室',
    form: 'venue',
    topic: 'elderly',
    weekdays: ['1'],
    hours: ['morning'],
    conditions: '登记',
    scope: town.street,
  })
  expect(told.tries(propose, [community, '08-03 10:00'], { need, resource })).toMatchObject({
    refused: 'joinsTwo',
  })
})

test('what nobody typed is taken from both ends', () => {
  const { told, id } = proposed()
  expect(told.fields(id)).toMatchObject({
    community: unit.community,
    unit: unit.bureau,
    topic: 'elderly',
    unitDuty: '提供“一楼大会议室”',
    finishOn: '2026-10-02',
    unitOk: true,
    communityOk: false,
  })
  const titled = lists().tries({
    title: '周末活动室',
    unitDuty: '开门',
    communityDuty: '排班',
    finishOn: '2026-09-01',
  })
  expect(titled).toMatchObject({
    record: {
      title: '周末活动室',
      place: { community: town.community },
      fields: { unitDuty: '开门', communityDuty: '排班', finishOn: '2026-09-01' },
    },
  })
  expect(lists().tries()).toMatchObject({ record: { title: '老人缺一处活动室：一楼大会议室' } })
  expect(lists({ neededBy: '2026-08-30' }).tries()).toMatchObject({
    record: { fields: { finishOn: '2026-08-30' } },
  })
})

test('it begins when both have confirmed, and both lists know of it', () => {
  const { told, id, need, resource } = proposed()
  expect(told.expected(id)).toEqual([`${unit.community} confirm`])
  expect(told.refused(id, ['confirm', bureau, '08-03 09:30'])).toBe('ownConfirmationIsOpen')
  expect(told.state(need)).toBe('open')
  const done = told.step(id, ['confirm', community, '08-03 10:00'])
  expect(told.state(id)).toBe('underway')
  expect(told.state(need)).toBe('matched')
  expect(told.fields(need)['claimed']).toBeUndefined()
  expect(told.fields(resource)['joined']).toBe(1)
  expect(told.counts(done)).toEqual([`+agreed ${unit.bureau}`, `+useful ${unit.bureau}`])
  const brokered = lists()
  const begun = brokered.tries({}, street)
  const other = begun.ok ? begun.record.id : ''
  expect(brokered.told.expected(other)).toEqual([
    `${unit.community} confirm`,
    `${unit.bureau} confirm`,
  ])
  brokered.told.step(other, ['confirm', bureau, '08-03 11:00'])
  expect(brokered.told.state(other)).toBe('proposed')
  expect(brokered.told.state(brokered.need)).toBe('open')
})

test('what does not come about leaves the need to wait again', () => {
  const { told, id, need } = underway()
  told.step(id, ['stop', bureau, '08-10 09:00'], { reason: '场地装修' })
  expect(told.state(id)).toBe('stopped')
  expect(told.state(need)).toBe('open')
  expect(told.fields(need)['project']).toBeUndefined()
  const again = proposed()
  expect(again.told.fields(again.need)['claimed']).toBe(true)
  again.told.step(again.id, ['decline', community, '08-04 09:00'], { reason: '时间不合' })
  expect(again.told.state(again.id)).toBe('declined')
  expect(again.told.state(again.need)).toBe('open')
  expect(again.told.fields(again.need)['claimed']).toBeUndefined()
})

test('each step has its time', () => {
  const { told, id } = proposed()
  expect(told.until('08-10 16:59', id)).toEqual([])
  expect(told.until('08-10 17:00', id)).toEqual(['ConfirmationRanLate'])
  const late = underway()
  expect(late.told.expected(late.id)).toEqual([`${unit.bureau} deliver`])
  expect(late.told.until('10-02 17:00', late.id)).toEqual(['ProjectRanLate'])
  const open = delivered()
  expect(open.told.until('09-03 17:00', open.id)).toEqual(['JudgementRanLate'])
  expect(limitsOf(cobuildProject)).toEqual({
    'project.confirming': '5 个工作日',
    'project.judging': '10 个工作日',
  })
})

test('an agreement is drafted from a project once, its clauses what both promised', () => {
  const { told, id } = underway()
  const done = told.step(id, ['draftAgreement', community, '08-04 09:00'])
  const [agreement = ''] = told.opened(done, 'cobuild-agreement')
  expect(told.fields(agreement)).toMatchObject({
    project: id,
    drafter: unit.community,
    other: unit.bureau,
    territory: unit.community,
    clause1: '提供“一楼大会议室”',
    until: '2027-08-04',
  })
  expect(told.refused(id, ['draftAgreement', bureau, '08-04 10:00'])).toBe('hasNoAgreement')
  const byUnit = underway()
  const other = byUnit.told.step(byUnit.id, ['draftAgreement', bureau, '08-04 09:00'])
  const [own = ''] = byUnit.told.opened(other, 'cobuild-agreement')
  expect(byUnit.told.fields(own)).toMatchObject({ drafter: unit.bureau, other: unit.community })
})

test('from a need taken up to an agreement it is two steps', () => {
  const { told, id } = proposed()
  const done = told.step(id, ['draftAgreement', bureau, '08-03 09:30'])
  const [agreement = ''] = told.opened(done, 'cobuild-agreement')
  expect(told.expected(agreement)).toEqual([`${unit.community} sign`])
})
