import { describe, expect, test } from 'vitest'
import { maySee, relationsOf } from '../../../kernel/access.ts'
import { todosOf } from '../../../kernel/derive.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import { residentAppeal } from './kind.ts'
import {
  agent,
  answered,
  appeal,
  bureau,
  caller,
  citySupervisor,
  clerk,
  handled,
  head,
  leader,
  officer,
  stranger,
  supervisor,
  toStreet,
  worker,
} from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(residentAppeal)).toEqual([])
})

describe('the main job', () => {
  test('asked, dispatched, signed, contacted, answered, judged solved: closed', () => {
    const told = answered()
    expect(told.state(told.id)).toBe('answered')
    told.step('judge', [told.reporter, '08-06 10:00'], { solved: 'solved', responded: true })
    expect(told.state(told.id)).toBe('closed')
    expect(told.fields()['outcome']).toBe('solved')
  })

  test('the nearest desk is expected to dispatch what a resident asks', () => {
    const told = appeal()
    const record = told.city.record(told.id)
    const todos = record === undefined ? [] : todosOf(residentAppeal, told.world, record)
    expect(todos).toMatchObject([{ unit: unit.desk, command: 'dispatch' }])
  })

  test('the title is the head of what was said when none was given', () => {
    const told = appeal()
    expect(told.city.record(told.id)?.title).toBe('楼下烧烤摊每天占道经营到凌晨，油烟很大')
  })

  test('an unsigned dispatch can be recalled, a signed one cannot', () => {
    const told = appeal()
    told.step('dispatch', [agent, '08-03 09:30'], toStreet)
    told.step('recall', [agent, '08-03 09:31'])
    expect(told.state(told.id)).toBe('intake')
    told.step('dispatch', [agent, '08-03 09:40'], toStreet)
    told.step('sign', [clerk, '08-03 10:00'])
    expect(told.refused('recall', [agent, '08-03 10:01'])).toBe('notOffered')
  })
})

describe('many voices', () => {
  test('a merged appeal keeps its reporter: the answer comes to it and it is judged by itself', () => {
    const told = handled()
    const other = told.begin({
      kind: 'resident-appeal',
      command: 'ask',
      area: 1111,
      by: { by: 'public' },
      at: '08-03 12:00',
      data: { detail: '烧烤摊扰民' },
    })
    expect(
      told.does(other, 'merge', { by: agent, at: '08-03 12:05', data: { primary: other } }),
    ).toMatchObject({ refused: 'primaryIsOpen' })
    expect(
      told.does(other, 'merge', { by: agent, at: '08-03 12:05', data: { primary: told.id } }).ok,
    ).toBe(true)
    told.step('submitAnswer', [clerk, '08-05 16:00'], { publicAnswer: '已现场劝离' })
    expect(told.state(other)).toBe('answered')
    const own = { by: 'link', record: other } as const
    expect(
      told.does(other, 'judge', {
        by: own,
        at: '08-06 10:00',
        data: { solved: 'unsolved', reason: '没有变化' },
      }).ok,
    ).toBe(true)
    expect(told.state(other)).toBe('handling')
    expect(told.city.record(other)?.fields['lead']).toBe(unit.street)
    expect(told.state(told.id)).toBe('answered')
  })

  test('when the first one withdraws, what was merged into it stands by itself again', () => {
    const told = handled()
    const other = told.begin({
      kind: 'resident-appeal',
      command: 'ask',
      area: 1111,
      by: { by: 'public' },
      at: '08-03 12:00',
      data: { detail: '烧烤摊扰民' },
    })
    told.does(other, 'merge', { by: agent, at: '08-03 12:05', data: { primary: told.id } })
    told.step('withdraw', [told.reporter, '08-04 09:00'])
    expect(told.state(other)).toBe('intake')
  })

  test('the same kind of matter in the same community within thirty days is linked as recurring', () => {
    const told = answered()
    told.step('judge', [told.reporter, '08-06 10:00'], { solved: 'solved' })
    const again = (day: string) => {
      const id = told.begin({
        kind: 'resident-appeal',
        command: 'ask',
        area: 1111,
        by: { by: 'public' },
        at: `${day} 09:00`,
        data: { detail: '又占道经营' },
      })
      told.does(id, 'dispatch', { by: agent, at: `${day} 10:00`, data: toStreet })
      return told.city.record(id)?.fields['recurrenceOf']
    }
    expect(again('08-20')).toBe(told.id)
    expect(again('11-20')).toBeUndefined()
  })

  test('a source’s number enters once', () => {
    const told = appeal()
    const file = (number: string) =>
      told.city.ask({
        kind: 'resident-appeal',
        command: 'register',
        actor: agent,
        at: at('08-03 10:00'),
        place: { city: 1, district: 11 },
        data: { detail: '路灯不亮', channel: 'api', source: '省平台', sourceNumber: number },
      })
    expect(file('A1').ok).toBe(true)
    expect(file('A1')).toMatchObject({ refused: 'claimTaken' })
    expect(file('A2').ok).toBe(true)
  })

  test('what another system had answered comes closed with its answer, the rest waits for dispatch', () => {
    const told = appeal()
    const bring = (data: object) =>
      told.city.ask({
        kind: 'resident-appeal',
        command: 'bring',
        actor: agent,
        at: at('08-03 10:00'),
        place: { city: 1, district: 11 },
        data: {
          detail: '路灯不亮',
          channel: 'file',
          source: '留言板',
          sourceNumber: 'A1',
          occurredAt: at('08-03 10:00'),
          ...data,
        },
      })
    expect(bring({ publicAnswer: '已修复' })).toMatchObject({ refused: 'answerHasItsTime' })
    expect(bring({ publicAnswer: '已修复', answeredAt: at('08-03 09:00') })).toMatchObject({
      refused: 'answerHasItsTime',
    })
    expect(bring({ publicAnswer: '已修复', answeredAt: at('08-05 09:00') })).toMatchObject({
      record: { state: 'closed', fields: { outcome: 'unjudged' } },
    })
    expect(bring({ sourceNumber: 'A2' })).toMatchObject({ record: { state: 'intake' } })
  })

  test('a leader’s instruction becomes a dated to-do of a unit and ends when it was read', () => {
    const told = handled()
    const given = told.does(told.id, 'instruct', {
      by: leader,
      at: '08-04 09:00',
      data: { instruction: '本周内见效', unit: unit.street, dueOn: '2026-08-07' },
    })
    const id = given.ok ? (given.steps[1]?.after.id ?? '') : ''
    expect(told.state(id)).toBe('given')
    expect(
      told.does(id, 'report', { by: stranger, at: '08-05 09:00', data: { reply: '已落实' } }),
    ).toMatchObject({ refused: 'notVisible' })
    told.does(id, 'report', { by: clerk, at: '08-05 09:00', data: { reply: '已落实' } })
    told.does(id, 'accept', { by: leader, at: '08-06 09:00' })
    expect(told.state(id)).toBe('done')
  })
})

describe('who sees what', () => {
  const sees = (by: typeof agent, data = {}) => {
    const told = handled(data)
    const record = told.city.record(told.id)
    if (record === undefined) throw new Error('no record')
    return maySee(
      residentAppeal,
      relationsOf(residentAppeal, { world: told.world, record, actor: by }),
    )
  }

  test('a neighbouring street, another district’s desk and an uncalled bureau see nothing', () => {
    for (const by of [
      stranger,
      post('agent', unit.otherDesk),
      bureau,
      post('head', unit.foreignStreet),
    ])
      expect(sees(by)).toBe(false)
  })

  test('its desk, its lead, the supervisors above and the call-back see it', () => {
    for (const by of [agent, clerk, supervisor, citySupervisor, caller, leader])
      expect(sees(by)).toBe(true)
  })

  test('the unit complained of sees nothing, nor does any unit under it', () => {
    for (const by of [clerk, head, officer, worker])
      expect(sees(by, { complained: unit.cityBureau })).toBe(by === clerk || by === head)
    const told = appeal({ complained: unit.street })
    for (const by of [clerk, head, officer, worker])
      expect(told.refused('note', [by, '08-03 10:00'], { words: '看看' })).toBe('notVisible')
  })

  test('a handler of a confidential appeal may not see who asked, the desk may', () => {
    const told = handled({ keepSecret: true })
    expect(told.refused('reveal', [clerk, '08-03 12:00'], { reason: '联系' })).toBe(
      'handlerMayKnow',
    )
    expect(told.refused('reveal', [agent, '08-03 12:00'], { reason: '联系' })).toBeUndefined()
  })
})

test('a practice turned off in mid-life starts nothing new, and what is open finishes', () => {
  const told = handled()
  const off = [{ name: 'swift-response', from: 0, to: at('08-04 00:00'), parameters: {} }]
  told.city.setWorld({ ...told.world, practices: off })
  const again = told.city.ask({
    kind: 'resident-appeal',
    command: 'ask',
    actor: { by: 'public' },
    at: at('08-04 09:00'),
    place: { city: 1, district: 11 },
    data: { detail: '路灯不亮' },
  })
  expect(again).toMatchObject({ ok: false, refused: 'practiceIsOn' })
  told.step('submitAnswer', [clerk, '08-05 16:00'], { publicAnswer: '已经处理完毕' })
  told.step('judge', [told.reporter, '08-06 10:00'], { solved: 'solved' })
  expect(told.state(told.id)).toBe('closed')
})
