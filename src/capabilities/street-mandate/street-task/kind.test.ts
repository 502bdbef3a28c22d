import { describe, expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, placedIn, post, town, unit } from './testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { inForce } from '../street-duty-admission/testing.ts'
import { whoMay, whoMayStart } from '../testing.ts'
import { streetTask } from './kind.ts'
import { bureau, item, refusals, removedInvestment, send, stage, street, task } from './testing.ts'

test('the declaration is sound, with its limits', () => {
  expect(problemsIn(streetTask)).toEqual([])
  const limits = Object.values(streetTask.parameters).map(({ default: value }) => asLimit(value))
  expect(limits.map((one) => one && limitText(one))).toEqual(['2 个工作日', '3 个工作日'])
})

describe('R003 what may be sent to a street', () => {
  test('R003 a task that neither list nor admission covers is refused, and the street sees it', () => {
    const told = stage()
    expect(() => send(told, {})).toThrow('isCovered')
    expect(refusals(told)).toEqual([
      {
        state: 'noted',
        title: task.title,
        ground: 'uncovered',
        street: unit.street,
        department: unit.bureau,
        place: placedIn,
      },
    ])
  })

  test('R003 the street’s own duties are sent by any department', () => {
    const told = stage()
    const id = send(told, { dutyItem: item(told, 'basic', ['street']) }, [
      post('clerk', unit.traffic),
    ])
    expect(told.state(id)).toBe('sent')
  })

  test('R003 what a street helps with is sent by a department that leads or helps', () => {
    const told = stage()
    const dutyItem = item(told, 'cooperate', ['城市管理', '交通'])
    expect(told.state(send(told, { dutyItem }))).toBe('sent')
    expect(told.state(send(told, { dutyItem }, [post('clerk', unit.traffic)]))).toBe('sent')
    const alien = item(told, 'cooperate', ['住房'])
    expect(() => send(told, { dutyItem: alien })).toThrow('isCovered')
  })

  test('R003 what was taken back, or is no more in force, covers nothing', () => {
    const told = stage()
    expect(() => send(told, { dutyItem: item(told, 'withdrawn', ['城市管理']) })).toThrow(
      'isCovered',
    )
    const dutyItem = item(told, 'basic', ['street'])
    const keeper = post('arbiter', unit.arbiter)
    told.step(dutyItem, 'end', [keeper, '08-04 10:00', { endReason: '修订' }])
    expect(() => send(told, { dutyItem })).toThrow('isCovered')
  })

  test('R003 an admission covers its own department, its own streets and its own time', () => {
    const told = stage()
    const admission = inForce(told)
    expect(told.state(send(told, { admission }))).toBe('sent')
    expect(() => send(told, { admission }, [post('clerk', unit.traffic)])).toThrow('isCovered')
    expect(() => send(told, { admission, street: unit.otherStreet })).toThrow('isCovered')
    told.city.until(at('12-31 17:00'))
    expect(() => send(told, { admission, dueOn: '2027-02-01' }, [bureau, '12-31 18:00'])).toThrow(
      'isCovered',
    )
  })
})

test('R002 a sort of task the street was relieved of is refused, and the street sees it', () => {
  const told = stage()
  const dutyItem = item(told, 'basic', ['street'])
  removedInvestment(told)
  expect(() => send(told, { dutyItem, taskKind: 'investment' })).toThrow('notRelieved')
  expect(refusals(told)).toMatchObject([{ ground: 'removed', street: unit.street }])
  expect(told.state(send(told, { dutyItem, taskKind: 'tax' }))).toBe('sent')
})

test('a task is accepted, done, reported and confirmed; a result may be sent back', () => {
  const told = stage()
  const id = send(told, { dutyItem: item(told, 'basic', ['street']) })
  told.step(id, 'accept', [street, '08-04 12:00'])
  told.step(id, 'report', [street, '08-05 09:00', { result: '已清理' }])
  told.step(id, 'sendBack', [bureau, '08-05 10:00', { reason: '还有两处' }])
  expect(told.state(id)).toBe('doing')
  told.step(id, 'report', [street, '08-06 09:00', { result: '两处也已清理' }])
  told.step(id, 'confirm', [bureau, '08-06 10:00'])
  expect(told.state(id)).toBe('done')
})

test('a task stays in the department’s area and leaves time for the work', () => {
  const told = stage()
  const dutyItem = item(told, 'basic', ['street'])
  expect(() => send(told, { dutyItem, street: unit.foreignStreet })).toThrow('streetsAreWithin')
  expect(() => send(told, { dutyItem, dueOn: '2026-08-04' })).toThrow('dueLater')
})

test('who is late is reminded: to accept, to finish, to confirm', () => {
  const told = stage()
  const id = send(told, { dutyItem: item(told, 'basic', ['street']), dueOn: '2026-08-07' })
  const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
  expect(types('08-06 16:59')).toEqual([])
  expect(types('08-06 17:00')).toEqual(['AcceptanceOverdue'])
  told.step(id, 'accept', [street, '08-06 18:00'])
  expect(types('08-07 17:00')).toEqual(['TaskOverdue'])
  told.step(id, 'report', [street, '08-10 09:00', { result: '已清理' }])
  expect(types('08-13 16:59')).toEqual([])
  expect(types('08-13 17:00')).toEqual(['ConfirmationOverdue'])
})

test('what was sent is counted under the street', () => {
  const told = stage()
  const asked = told.city.ask({
    kind: 'street-task',
    command: 'send',
    actor: bureau,
    at: at('08-04 11:00'),
    place: placedIn,
    data: { ...task, dutyItem: item(told, 'basic', ['street']) },
  })
  const steps = asked.ok ? asked.steps : []
  const deltas = steps.flatMap((step) => deltasOf(streetTask, told.world, step))
  expect(deltas.map(({ measure, unit: own }) => [measure, own])).toContainEqual([
    'sent',
    unit.street,
  ])
})

test('who may do what', () => {
  const told = stage()
  const id = send(told, { dutyItem: item(told, 'basic', ['street']) })
  const may = () => whoMay(streetTask, { world: told.world, record: told.record(id) })
  const staff = ['市城管局', '东区城管局', '东区交警'].map((one) => `${one} dispatcher clerk head`)
  const place = { city: town.city, district: town.district }
  expect(whoMayStart(streetTask, { world: told.world, place })).toEqual({ send: staff })
  const sees = {
    see: [
      '市委组织部',
      '东区城管局 dispatcher clerk head leader secretary',
      '东区区委组织部',
      '前街街道',
    ],
  }
  const own = ['东区城管局 dispatcher clerk head leader secretary']
  const streets = ['前街街道 dispatcher clerk head']
  expect(may()).toEqual({ ...sees, accept: streets, withdraw: own })
  told.step(id, 'accept', [street, '08-04 12:00'])
  expect(may()).toEqual({ ...sees, report: streets, withdraw: own })
  told.step(id, 'report', [street, '08-04 13:00', { result: '已清理' }])
  expect(may()).toEqual({ ...sees, confirm: own, sendBack: own })
})
