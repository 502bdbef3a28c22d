import { expect, test } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { governedUnits, post, town, unit } from '../../../kernel/testing.ts'
import { residentAppeal } from '../../command-response/resident-appeal/kind.ts'
import { dutyItem } from '../../street-mandate/duty-item.ts'
import { all, type Data, limitsOf, linked, starters } from '../../four-level-linkage/testing.ts'
import { fieldReception } from './kind.ts'

const host = post('clerk', unit.committee)
const agent = post('agent', unit.desk)
const street = post('clerk', unit.street)
const announce = { kind: 'field-reception', command: 'announce', area: town.district }
const announced: Data = {
  title: '八月书记接待日',
  sort: 'reception',
  leader: '区委书记',
  onDay: '2026-08-05',
  hours: '09:00—11:30',
  spot: '前街党群服务中心',
}
const demand: Data = { detail: '楼下烧烤摊每天占道到凌晨', reporter: { contact: 'c1' } }

/** Announced by the district's committee on Monday 3 August at nine. */
function ahead() {
  const told = linked([fieldReception, residentAppeal, dutyItem])
  return { told, id: told.begin(announce, [host, '08-03 09:00'], announced) }
}

function receiving() {
  const one = ahead()
  one.told.step(one.id, ['begin', host, '08-05 09:00'])
  return one
}

type Reception = ReturnType<typeof receiving>

function asks({ told, id }: Reception, data: Data = {}, by: Actor = host) {
  const receive = { kind: 'resident-appeal', command: 'receive', area: town.community }
  return told.tries(receive, [by, '08-05 09:30'], { reception: id, ...demand, ...data })
}

function raised(one: Reception, data: Data = {}): string {
  const done = asks(one, data)
  if (!done.ok) throw new Error(done.refused)
  return done.record.id
}

/** Dispatched to the street, handled and answered on Thursday. */
function answered(one: Reception): string {
  const appeal = raised(one)
  const { told } = one
  told.step(appeal, ['dispatch', agent, '08-05 10:00'], {
    lead: unit.street,
    category: 'stall',
    limitClass: 'general',
  })
  told.step(appeal, ['sign', street, '08-05 11:00'])
  told.step(appeal, ['contact', street, '08-05 11:30'], { how: 'phone' })
  told.step(appeal, ['submitAnswer', street, '08-06 09:00'], { publicAnswer: '已劝离并安排值守' })
  return appeal
}

const reporter = (record: string): Actor => ({ by: 'link', record })

test('the declaration is sound', () => {
  expect(problemsIn(fieldReception)).toEqual([])
  expect(limitsOf(fieldReception)).toEqual({ 'reception.conclude': '3 个工作日' })
})

test('it is announced for a day to come, may be moved, and lies where its host is', () => {
  const { told, id } = ahead()
  const tries = (onDay: string) =>
    told.tries({ ...announce, area: town.community }, [host, '08-03 09:00'], {
      ...announced,
      onDay,
    })
  expect(tries('2026-08-02')).toMatchObject({ refused: 'isAhead' })
  const done = tries('2026-08-03')
  expect(done).toMatchObject({ record: { fields: { host: unit.committee } } })
  expect(done.ok ? done.record.place.street : 0).toBeUndefined()
  const move = (onDay: string) =>
    told.refused(id, ['move', host, '08-04 09:00'], { ...announced, onDay })
  expect(move('2026-08-03')).toBe('isAhead')
  expect(move('2026-08-07')).toBeUndefined()
  expect(told.until('08-07 16:59', id)).toEqual([])
  expect(told.until('08-07 17:00', id)).toEqual(['ReceptionRanLate'])
})

test('it is cancelled with a reason before it begins', () => {
  const { told, id } = ahead()
  told.step(id, ['cancel', host, '08-04 09:00'], { reason: '与会议冲突' })
  expect(told.state(id)).toBe('cancelled')
})

test('R123 attendances are counted, not persons: whoever comes again counts again', () => {
  const { told, id } = ahead()
  expect(told.expected(id)).toEqual([`${unit.committee} begin`])
  const begun = told.step(id, ['begin', host, '08-05 09:00'])
  expect(told.counts(begun)).toEqual([`+held ${unit.committee}`])
  const attend = () => told.step(id, ['attend', host, '08-05 09:10'], { people: 2 })
  expect(told.counts(attend())).toEqual([`+attendances ${unit.committee}`])
  attend()
  expect(told.fields(id)['attendances']).toBe(4)
})

test('a demand raised there is an appeal of its own that knows its reception and goes to a desk', () => {
  const one = receiving()
  const { told, id } = one
  const appeal = raised(one)
  expect(told.fields(appeal)).toMatchObject({
    reception: id,
    desk: unit.desk,
    channel: 'visit',
    reporter: { contact: 'c1' },
  })
  expect(told.state(appeal)).toBe('intake')
  expect(told.fields(id)['raised']).toBe(1)
  expect(Object.keys(told.fields(id))).not.toContain('reporter')
  const ofDesk = raised(one, { complained: unit.desk })
  expect(told.fields(ofDesk)['desk']).toBe(unit.hotline)
  expect(told.fields(id)['raised']).toBe(2)
})

test('only a reception of one’s own that has begun takes demands, also once it is over', () => {
  const early = ahead()
  expect(asks(early)).toMatchObject({ refused: 'receptionIsOwn' })
  const one = receiving()
  expect(asks(one, {}, post('clerk', unit.street))).toMatchObject({ refused: 'receptionIsOwn' })
  one.told.step(one.id, ['conclude', host, '08-05 09:20'], { summary: '来访四人次' })
  expect(asks(one).ok).toBe(true)
  expect(one.told.fields(one.id)['raised']).toBe(1)
})

test('R123 a demand is solved only when its matter is closed with an answer', () => {
  const one = receiving()
  const { told, id } = one
  const appeal = answered(one)
  told.step(id, ['conclude', host, '08-05 11:40'], { summary: '来访四人次' })
  expect(told.fields(id)['solved']).toBeUndefined()
  const unsolved = { solved: 'unsolved', reason: '晚上又来了' }
  told.step(appeal, ['judge', reporter(appeal), '08-07 09:00'], unsolved)
  expect(told.fields(id)['solved']).toBeUndefined()
  told.step(appeal, ['submitAnswer', street, '08-10 09:00'], { publicAnswer: '已取缔并复查' })
  const closed = told.step(appeal, ['judge', reporter(appeal), '08-11 09:00'], { solved: 'solved' })
  expect(told.state(appeal)).toBe('closed')
  expect(told.fields(id)['solved']).toBe(1)
  expect(told.counts(closed)).toContain(`+solved ${unit.committee}`)
})

test('R123 an answer that nobody judged in time closes the matter, and it counts', () => {
  const one = receiving()
  const appeal = answered(one)
  one.told.until('12-31 17:00')
  expect(one.told.state(appeal)).toBe('closed')
  expect(one.told.fields(one.id)['solved']).toBe(1)
})

test('R123 a matter that ends without an answer, or is another’s, solves nothing', () => {
  const one = receiving()
  const { told, id } = one
  const withdrawn = raised(one)
  told.step(withdrawn, ['withdraw', reporter(withdrawn), '08-06 09:00'])
  expect(told.fields(id)['solved']).toBeUndefined()
  const open = raised(one)
  const by: Actor = { by: 'effect', of: open }
  const note = (appeal: string) => told.refused(id, ['noteSolved', by, '08-07 09:00'], { appeal })
  expect(note(open)).toBe('isClosedWithAnswer')
  expect(note(withdrawn)).toBe('isClosedWithAnswer')
  const other = told.begin(
    { kind: 'resident-appeal', command: 'bring', area: town.district },
    [agent, '08-07 09:00'],
    {
      detail: '路灯不亮',
      channel: 'file',
      source: '留言板',
      sourceNumber: 'A1',
      occurredAt: told.world.directory.city,
      publicAnswer: '已修复',
      answeredAt: told.world.directory.city + 1,
    },
  )
  expect(told.state(other)).toBe('closed')
  expect(note(other)).toBe('isClosedWithAnswer')
})

test('a summary that is not written is noted', () => {
  const { told, id } = receiving()
  expect(told.expected(id)).toEqual([`${unit.committee} conclude`])
  expect(told.until('08-10 17:00', id)).toEqual(['ReceptionSummaryRanLate'])
})

test('the host keeps it, everybody at work may read when and where it is', () => {
  const told = linked([fieldReception])
  const here = { ...announce, area: town.community }
  expect(starters((by) => told.tries(here, [by, '08-03 09:00'], announced))).toEqual(
    all(
      unit.cityBureau,
      unit.cityCommittee,
      unit.cityGovernment,
      unit.bureau,
      unit.traffic,
      unit.committee,
      unit.government,
      unit.street,
      unit.community,
    ),
  )
  const one = ahead()
  const own = all(unit.committee)
  expect(one.told.offered(one.id)).toEqual({ begin: own, move: own, cancel: own })
  expect(one.told.readers(one.id)).toHaveLength(governedUnits.length)
  const two = receiving()
  expect(two.told.offered(two.id)).toEqual({ attend: own, conclude: own })
  two.told.step(two.id, ['conclude', host, '08-05 10:00'], { summary: '来访四人次' })
  expect(two.told.offered(two.id)).toEqual({})
})
