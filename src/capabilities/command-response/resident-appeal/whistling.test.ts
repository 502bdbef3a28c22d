import { describe, expect, test } from 'vitest'
import { factsForOffers, offersFor } from '../../../kernel/offers.ts'
import { at, unit } from '../../../kernel/testing.ts'
import { toldOf, type WhistleStory } from '../street-whistle/testing.ts'
import { residentAppeal } from './kind.ts'
import {
  agent,
  appeal,
  type AppealStory,
  bureau,
  clerk,
  handled,
  head,
  officer,
  toStreet,
} from './testing.ts'

const blown = { matter: '街道没有执法权', occasion: 'demand', lead: unit.bureau }
const answer = { publicAnswer: '已联合整治' }

/** An appeal the street handles, and the whistle it blew for it on Monday afternoon. */
function whistled(data: object = {}): { told: AppealStory; whistle: WhistleStory } {
  const told = handled()
  const done = told.does(told.id, 'whistle', {
    by: clerk,
    at: '08-03 14:00',
    data: { ...blown, ...data },
  })
  if (!done.ok) throw new Error(done.refused)
  const id = done.steps[1]?.after.id ?? ''
  return { told, whistle: toldOf(told, id) }
}

/** The bureau comes, finishes and hands in; the street closes on Tuesday at ten. */
function closes(whistle: WhistleStory): readonly string[] {
  const own = `department/${unit.bureau}/`
  whistle.step(`${own}sign`, [bureau, '08-03 15:00'])
  whistle.step(`${own}arrive`, [bureau, '08-03 15:30'], { how: 'onSite' })
  whistle.step(`${own}finish`, [bureau, '08-03 16:30'], { result: '已整治' })
  whistle.step('submit', [bureau, '08-03 16:40'], { result: '已整治' })
  const steps = whistle.step('accept', [clerk, '08-04 10:00'])
  return steps.filter(({ kind }) => kind === residentAppeal).map(({ event }) => event.type)
}

describe('an appeal the street cannot solve alone', () => {
  test('its whistle carries the appeal, its place, its title and what the street says', () => {
    const { told, whistle } = whistled({ spot: '北门', basis: '条例', peers: [unit.otherStreet] })
    const record = whistle.record()
    expect(record).toMatchObject({
      kind: 'street-whistle',
      state: 'responding',
      title: told.city.record(told.id)?.title,
      place: told.city.record(told.id)?.place,
      fields: { appeal: told.id, street: unit.street, lead: unit.bureau, occasion: 'demand' },
    })
    expect(record.parties.map(({ role, unit: member }) => [role, member])).toEqual([
      ['department', unit.bureau],
      ['peer', unit.otherStreet],
    ])
    for (const name of ['matter', 'spot', 'basis']) expect(record.fields[name]).toBeDefined()
  })

  test('it is not answered while its whistle is open, and is once that is closed', () => {
    const { told, whistle } = whistled()
    expect(told.refused('submitAnswer', [clerk, '08-03 14:30'], answer)).toBe('whistleIsOver')
    expect(closes(whistle)).toEqual(['WhistleHeard'])
    expect(told.refused('submitAnswer', [clerk, '08-04 11:00'], answer)).toBeUndefined()
  })

  test('it hears of a whistle that was cancelled, and may whistle again', () => {
    const { told, whistle } = whistled()
    expect(told.refused('whistle', [clerk, '08-03 14:10'], blown)).toBe('noWhistleIsOpen')
    const steps = whistle.step('cancel', [clerk, '08-03 14:20'], { reason: '已自行解决' })
    expect(steps.at(-1)?.event).toMatchObject({
      type: 'WhistleHeard',
      input: { outcome: 'cancelled' },
    })
    expect(told.refused('whistle', [clerk, '08-03 14:30'], blown)).toBeUndefined()
  })

  test('withdrawn meanwhile it still hears how its whistle ended', () => {
    const { told, whistle } = whistled()
    told.step('withdraw', [told.reporter, '08-03 14:10'])
    expect(closes(whistle)).toEqual(['WhistleHeard'])
    expect(told.state(told.id)).toBe('withdrawn')
  })

  test('its own limit goes on while its whistle is open', () => {
    const alone = handled()
    const { told } = whistled()
    const limit = (of: AppealStory) => of.city.record(of.id)?.clocks['limit']
    expect(limit(told)).toEqual(limit(alone))
    expect(limit(told)?.stages).toHaveLength(1)
  })
})

describe('who whistles for it', () => {
  test('the street that handles it, neither its office nor a department that leads', () => {
    const told = handled()
    told.step('passToOffice', [clerk, '08-03 12:00'], { office: unit.office, task: '现场处置' })
    expect(told.refused('whistle', [officer, '08-03 14:00'], blown)).toBe('notAllowed')
    expect(told.refused('whistle', [head, '08-03 14:00'], blown)).toBeUndefined()
    const led = appeal()
    led.step('dispatch', [agent, '08-03 09:30'], { ...toStreet, lead: unit.bureau })
    led.step('sign', [bureau, '08-03 10:00'])
    expect(led.refused('whistle', [bureau, '08-03 11:00'], { ...blown, lead: unit.traffic })).toBe(
      'aStreetHandlesIt',
    )
  })

  test('nobody is offered a whistle while the practice is off or one is open', () => {
    const { told } = whistled()
    expect(offered(told, {})).toContain('whistle')
    expect(offered(told, { openWhistle: { count: 1, rows: [] } })).not.toContain('whistle')
    expect(offered(told, { openWhistle: { count: 1, rows: [] } })).not.toContain('submitAnswer')
    const practices = told.world.practices.filter(({ name }) => name !== 'whistle-report')
    const off = { ...told, world: { ...told.world, practices } }
    expect(offered(off, {})).not.toContain('whistle')
    told.city.setWorld(off.world)
    expect(told.refused('whistle', [clerk, '08-03 16:00'], blown)).toBe('whistlingIsOn')
  })

  test('whom it complains of is called neither as lead nor as department nor as peer', () => {
    const told = handled({ complained: unit.cityBureau })
    const whistle = (data: object) =>
      told.refused('whistle', [clerk, '08-03 14:00'], { ...blown, lead: unit.traffic, ...data })
    expect(whistle({ lead: unit.bureau })).toBe('notToTheComplainedOf')
    expect(whistle({ called: [unit.bureau] })).toBe('notToTheComplainedOf')
    const other = handled({ complained: unit.otherStreet })
    expect(
      other.refused('whistle', [clerk, '08-03 14:00'], { ...blown, peers: [unit.otherStreet] }),
    ).toBe('notToTheComplainedOf')
    expect(whistle({})).toBeUndefined()
  })

  test('the whistle keeps out whom the appeal complains of', () => {
    const told = handled({ complained: unit.cityBureau })
    const done = told.does(told.id, 'whistle', {
      by: clerk,
      at: '08-03 14:00',
      data: { ...blown, lead: unit.traffic },
    })
    const id = done.ok ? (done.steps[1]?.after.id ?? '') : ''
    const call = { by: clerk, at: '08-03 14:10', data: { called: [unit.bureau] } }
    expect(told.does(id, 'call', call)).toMatchObject({ refused: 'notToTheComplainedOf' })
  })

  test('its offers rest on whether a whistle is open', () => {
    const { told } = whistled()
    const record = told.city.record(told.id)
    expect(record && factsForOffers(residentAppeal, record)).toContain('openWhistle')
  })
})

type Facts = Parameters<typeof offersFor>[1]['facts']

function offered(told: Pick<AppealStory, 'city' | 'id' | 'world'>, facts: Facts) {
  const record = told.city.record(told.id)
  if (record === undefined) throw new Error('no record')
  const at14 = { world: told.world, record, actor: clerk, at: at('08-03 14:30'), facts }
  return offersFor(residentAppeal, at14).map(({ command }) => command)
}
