import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { at } from '../../kernel/testing.ts'
import { type Appointment, calendarFile } from './calendar-file.ts'

const meeting: Appointment = {
  id: '0198a1b2-0000-7000-8000-000000000001',
  version: 7,
  title: '八月联席会议，第二次；扩大',
  start: at('08-10 09:00'),
  end: at('08-10 11:00'),
  where: '前街党群服务中心，二楼',
  words: ['编号 HY-1', '参会单位：一社区、东区城管局'],
  isOff: false,
  address: 'https://city.example/records/1',
  now: at('08-04 09:00'),
}

function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text))
  const [inside, ...others] = component.getAllSubcomponents('vevent')
  if (inside === undefined) throw new Error('no event')
  return { event: new ICAL.Event(inside), inside, others, component }
}

test('another program reads what, when and where, with the words unharmed', () => {
  const { event, others, inside } = read(calendarFile(meeting))
  expect(others).toEqual([])
  expect(event.summary).toBe(meeting.title)
  expect(event.location).toBe(meeting.where)
  expect(event.description).toBe('编号 HY-1\n参会单位：一社区、东区城管局')
  expect(event.startDate.toJSDate().getTime()).toBe(meeting.start)
  expect(event.endDate.toJSDate().getTime()).toBe(meeting.end)
  expect(inside.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(inside.getAllSubcomponents('valarm')).toHaveLength(1)
})

test('a later file of the same appointment takes the place of the earlier one', () => {
  const first = read(calendarFile(meeting)).event
  const moved = { ...meeting, version: 9, start: at('08-12 09:00'), end: at('08-12 11:00') }
  const second = read(calendarFile(moved)).event
  expect(second.uid).toBe(first.uid)
  expect(second.sequence).toBeGreaterThan(first.sequence)
  expect(second.startDate.toJSDate().getTime()).toBe(moved.start)
})

test('one called off is struck out and rings no more', () => {
  const { inside } = read(calendarFile({ ...meeting, isOff: true }))
  expect(inside.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(inside.getAllSubcomponents('valarm')).toEqual([])
})

test('without an end it takes an hour', () => {
  const { event } = read(calendarFile({ ...meeting, end: undefined, where: undefined }))
  expect(event.endDate.toJSDate().getTime()).toBe(at('08-10 10:00'))
  expect(event.location).toBeNull()
})
