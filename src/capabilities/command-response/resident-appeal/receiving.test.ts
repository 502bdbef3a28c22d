import { expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import { fieldReception } from '../../appraisal-accountability/field-reception/kind.ts'
import { linked, starters } from '../../four-level-linkage/testing.ts'
import { residentAppeal } from './kind.ts'

const receive = { kind: 'resident-appeal', command: 'receive', area: town.community }
const said = { detail: '路灯不亮', reporter: { contact: 'c1' } }

/** A reception of a unit that has begun. */
function receiving(host: number) {
  const told = linked([residentAppeal, fieldReception])
  const by = post('clerk', host)
  const announce = { kind: 'field-reception', command: 'announce', area: town.community }
  const reception = told.begin(announce, [by, '08-03 09:00'], {
    title: '接待日',
    sort: 'reception',
    leader: '书记',
    onDay: '2026-08-03',
    hours: '09:00—11:30',
    spot: '党群服务中心',
  })
  told.step(reception, ['begin', by, '08-03 09:10'])
  return { told, reception, by }
}

test('whoever receives residents writes their demands down, in whatever post they do so', () => {
  const { told, reception } = receiving(unit.street)
  const tries = starters((by) => told.tries(receive, [by, '08-03 09:20'], { ...said, reception }))
  const receivers = [
    unit.cityBureau,
    unit.cityCommittee,
    unit.cityGovernment,
    unit.bureau,
    unit.traffic,
    unit.committee,
    unit.government,
    unit.street,
    unit.community,
  ]
  const roles = 'clerk dispatcher head leader secretary worker'
  expect(tries).toEqual(receivers.toSorted((a, b) => a - b).map((one) => `${one}: ${roles}`))
})

test('what was asked for goes to the desk, which sees who asked; who received does not follow them', () => {
  const { told, reception, by } = receiving(unit.bureau)
  const id = told.begin(receive, [by, '08-03 09:20'], { ...said, reception })
  expect(told.expected(id)).toEqual([`${unit.desk} dispatch`])
  expect(told.refused(id, ['note', by, '08-03 09:30'], { words: '看看' })).toBe('notVisible')
})

test('a demand that complains of the nearest desk goes to the next above it', () => {
  const { told, reception, by } = receiving(unit.street)
  const data = { ...said, reception, complained: unit.desk }
  const id = told.begin(receive, [by, '08-03 09:20'], data)
  expect(told.expected(id)).toEqual([`${unit.hotline} dispatch`])
})

test('only the unit’s own reception takes it, and hears when it is closed with an answer', () => {
  const { told, reception, by } = receiving(unit.street)
  const other = post('clerk', unit.committee)
  const tried = told.tries(receive, [other, '08-03 09:20'], { ...said, reception })
  expect(tried).toMatchObject({ refused: 'receptionIsOwn' })
  const id = told.begin(receive, [by, '08-03 09:20'], { ...said, reception })
  expect(told.fields(id)).toMatchObject({ reception, channel: 'visit' })
  expect(told.fields(reception)['raised']).toBe(1)
  const agent = post('agent', unit.desk)
  const toStreet = { lead: unit.street, category: 'light', limitClass: 'general' }
  told.step(id, ['dispatch', agent, '08-03 10:00'], toStreet)
  told.step(id, ['sign', by, '08-03 10:10'])
  told.step(id, ['contact', by, '08-03 10:20'], { how: 'phone' })
  told.step(id, ['submitAnswer', by, '08-03 16:00'], { publicAnswer: '已修复' })
  expect(told.fields(reception)['solved']).toBeUndefined()
  told.step(id, ['judge', { by: 'link', record: id }, '08-04 09:00'], { solved: 'solved' })
  expect(told.fields(reception)['solved']).toBe(1)
})
