import { expect, test } from 'vitest'
import { holds, matchesFor, type Need, type Resource } from './match.ts'

const need: Need = {
  id: 'n',
  title: '老人缺活动室',
  topic: '为老服务',
  form: '场地',
  detail: '',
  place: '五华区 / 华山街道 / 文林社区',
  community: { id: 1, name: '华山街道文林社区' },
  street: '华山街道办事处',
  wished: ['上午'],
  openedAt: '2026-08-03T09:00:00+08:00',
  isOld: false,
  isMatched: false,
  isClaimed: false,
}

const room: Resource = {
  id: 'r',
  title: '会议室',
  topic: '为老服务',
  form: '场地',
  conditions: '用后归位',
  place: '五华区 / 华山街道 / 文林社区',
  scope: '五华区',
  unit: { id: 9, name: '五华区民政局' },
  days: ['周六'],
  hours: ['上午', '下午'],
  until: '',
  used: 0,
}

const of = (change: Partial<Resource>, wanted: Partial<Need> = {}) =>
  matchesFor({ ...need, ...wanted }, [{ ...room, ...change }])[0]

test('a resource is proposed for the same matter, to whom it is open, by somebody else', () => {
  expect(of({})).toBeDefined()
  expect(of({ topic: '停车' })).toBeUndefined()
  expect(of({ scope: '盘龙区' })).toBeUndefined()
  expect(of({ scope: '' })).toBeDefined()
  expect(of({ unit: { id: 1, name: '华山街道文林社区' } })).toBeUndefined()
})

test('each reason is said in words', () => {
  expect(of({})).toMatchObject({
    reasons: ['同是为老服务', '缺场地，给的正是场地', '就在本社区', '想要上午，上午开放'],
    doubts: [],
  })
  expect(of({ place: '五华区 / 华山街道 / 五华山社区' })?.reasons).toContain('同在华山街道')
  expect(of({ place: '五华区' })?.reasons).toContain('同在五华区')
  expect(of({}, { wished: [] })?.reasons).toContain('上午、下午开放')
})

test('what would have to be talked about is said as well', () => {
  expect(
    of({ form: '服务', place: '盘龙区 / 拓东街道', scope: '', hours: ['晚上'] }),
  ).toMatchObject({
    reasons: ['同是为老服务'],
    doubts: ['缺的是场地，给的是服务', '不在同一个区，要跑一段路', '想要上午，只在晚上开放'],
    score: 0,
  })
})

test('what is lacked comes before what is near, what is near before the hour', () => {
  const all = [
    { ...room, id: 'far', place: '盘龙区', scope: '' },
    { ...room, id: 'late', hours: ['晚上'] },
    { ...room, id: 'other', form: '服务', place: '盘龙区', scope: '' },
    room,
  ]
  expect(matchesFor(need, all).map(({ resource }) => resource.id)).toEqual([
    'r',
    'late',
    'far',
    'other',
  ])
})

test('a place holds itself and what lies in it, not one that only begins alike', () => {
  expect(holds('五华区', '五华区 / 华山街道')).toBe(true)
  expect(holds('五华区', '五华区')).toBe(true)
  expect(holds('五华', '五华区')).toBe(false)
  expect(holds('', '五华区')).toBe(true)
})
