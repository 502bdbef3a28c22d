import { expect, test } from 'vitest'
import { rateWindows } from './rate-windows.ts'

const lengthMs = 60_000

function opened() {
  const watch = { now: 0 }
  const Windows = rateWindows(() => watch.now)
  const windows = new Windows({})
  const asked = (key: string) => {
    let said: { current: number; ttl: number } | undefined
    windows.incr(key, (_, result) => (said = result), lengthMs, 3)
    return said
  }
  return { watch, asked }
}

test('each is counted alone, from the first time they ask until the window is over', () => {
  const { watch, asked } = opened()
  expect(asked('a')).toEqual({ current: 1, ttl: lengthMs })
  watch.now = 20_000
  expect(asked('a')).toEqual({ current: 2, ttl: 40_000 })
  expect(asked('b')).toEqual({ current: 1, ttl: lengthMs })
  watch.now = 60_000
  expect(asked('a')).toEqual({ current: 1, ttl: lengthMs })
})

test('who asked last is known longest when there are too many to know', () => {
  const { asked } = opened()
  for (let at = 0; at < 5_000; at += 1) asked(`key ${at}`)
  asked('key 0')
  asked('one more')
  expect(asked('key 0')?.current).toBe(3)
  expect(asked('key 1')?.current).toBe(1)
})
