import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chainHash, hashedBytes } from './chain.ts'

const event = {
  city: 5301,
  record: '00000000-0000-4000-8000-000000000001',
  seq: 2,
  at: Date.UTC(2026, 2, 2, 1),
  type: 'Noted',
  actor: 'a',
  post: 'p',
  ask: '00000000-0000-4000-8000-000000000002',
  party: null,
  body: '{"change":{},"input":{}}',
}
const prev = Buffer.alloc(32, 1)
const hash = (change: object) => chainHash(prev, { ...event, ...change }).toString('hex')

describe('the hash of an event', () => {
  test('is over a text that anyone can digest', () => {
    const text = `["tongxin-event-2","${'01'.repeat(32)}",5301,"${event.record}",2,"2026-03-02T01:00:00.000Z","Noted","a","p","${event.ask}",null]\n${event.body}`
    expect(hashedBytes(prev, event).toString()).toBe(text)
    expect(hash({})).toBe(createHash('sm3').update(text).digest('hex'))
  })

  test.each([
    [
      { actor: 'a|p', post: '' },
      { actor: 'a', post: 'p|' },
    ],
    [
      { party: 'helper:3', body: 'x|y' },
      { party: 'helper:3|x', body: 'y' },
    ],
    [{ party: null }, { party: '' }],
    [
      { party: 'x"]\n', body: 'y' },
      { party: 'x', body: '"]\ny' },
    ],
  ])('tells values apart however they are divided: %j, %j', (one, other) => {
    expect(hash(one)).not.toBe(hash(other))
  })

  test('of an event of before seals is what it was', () => {
    const words = `5301|${event.record}|2|2026-03-02T01:00:00.000Z|Noted|a|p|${event.ask}||${event.body}`
    const old = createHash('sm3').update(prev).update(words).digest('hex')
    expect(hash({ form: 1 })).toBe(old)
    expect(hash({ form: 2 })).toBe(hash({}))
  })
})
