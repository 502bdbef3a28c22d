import { describe, expect, it } from 'vitest'
import { type Around, type Live, type LiveState, type Moved, startLive } from './live.ts'

/** A browser with tabs: one lock, one channel, and lines to a server that can be cut. */
function browser() {
  type Line = Parameters<Around['connect']>[0]
  const waiting: { start: () => () => void; end?: () => void }[] = []
  const tabs = new Set<(said: Parameters<Around['channel']['say']>[0]) => void>()
  const lines = new Set<Line>()
  const timers: { work: () => void; ms: number }[] = []
  let connected = 0
  const pass = () => {
    const [first] = waiting
    if (first !== undefined && first.end === undefined) first.end = first.start()
  }
  const tab = (): Live => {
    let own: ((said: Parameters<Around['channel']['say']>[0]) => void) | undefined
    return startLive({
      lead(start) {
        const turn: { start: () => () => void; end?: () => void } = { start }
        waiting.push(turn)
        pass()
        return () => {
          turn.end?.()
          waiting.splice(waiting.indexOf(turn), 1)
          pass()
        }
      },
      channel: {
        say: (said) => [...tabs].filter((hear) => hear !== own).forEach((hear) => hear(said)),
        hear(listener) {
          own = listener
          tabs.add(listener)
          return () => tabs.delete(listener)
        },
      },
      connect(line) {
        connected += 1
        lines.add(line)
        return () => lines.delete(line)
      },
      later(work, ms) {
        const timer = { work, ms }
        timers.push(timer)
        return () => {
          timers.splice(timers.indexOf(timer), 1)
        }
      },
    })
  }
  return {
    tab,
    lines,
    connected: () => connected,
    open: () => [...lines].forEach((line) => line.opened()),
    say: (moved: Moved) => [...lines].forEach((line) => line.moved(moved)),
    cut: () => [...lines].forEach((line) => line.cut()),
    /** Lets the pause before the next attempt pass; gives its length. */
    wait() {
      const timer = timers.shift()
      timer?.work()
      return timer?.ms
    },
  }
}

function heardBy(live: Live): Moved[] {
  const heard: Moved[] = []
  live.watch({ moved: (moved) => heard.push(moved) })
  return heard
}

describe('tabs of one browser', () => {
  it('share one connection, and each hears what moved', () => {
    const one = browser()
    const tabs = [one.tab(), one.tab(), one.tab()]
    const heard = tabs.map(heardBy)
    one.open()
    one.say('counts')
    expect(one.lines.size).toBe(1)
    expect(one.connected()).toBe(1)
    expect(tabs.map((tab) => tab.state())).toEqual(['live', 'live', 'live'])
    expect(heard).toEqual([['counts'], ['counts'], ['counts']])
  })

  it('know how the line is when they are opened later', () => {
    const one = browser()
    one.tab()
    one.open()
    expect(one.tab().state()).toBe('live')
  })

  it('go on when the tab that held the line is closed', () => {
    const one = browser()
    const first = one.tab()
    const second = one.tab()
    one.open()
    first.stop()
    expect(one.lines.size).toBe(1)
    const heard = heardBy(second)
    one.open()
    one.say('notices')
    expect(heard).toEqual(['notices'])
  })

  it('have the line opened anew when one of them acts for another unit', () => {
    const one = browser()
    one.tab()
    const second = one.tab()
    one.open()
    second.reopen()
    expect(one.lines.size).toBe(1)
    expect(one.connected()).toBe(2)
  })
})

describe('a line that is cut', () => {
  it('is told to every tab, taken up after longer and longer pauses, and then all look again', () => {
    const one = browser()
    const tabs = [one.tab(), one.tab()]
    one.open()
    const heard = tabs.map(heardBy)
    const states: LiveState[] = []
    tabs[1]?.watch({ state: (state) => states.push(state) })
    one.cut()
    expect(one.wait()).toBe(1_000)
    one.cut()
    expect(one.wait()).toBe(2_000)
    one.open()
    expect(states).toEqual(['cut', 'live'])
    expect(heard).toEqual([
      ['counts', 'notices'],
      ['counts', 'notices'],
    ])
    one.cut()
    expect(one.wait()).toBe(1_000)
  })

  it('is not waited for longer than half a minute', () => {
    const one = browser()
    one.tab()
    const pauses = Array.from({ length: 8 }, () => {
      one.cut()
      return one.wait()
    })
    expect(pauses.at(-1)).toBe(30_000)
  })
})

it('a browser whose tabs cannot agree opens no line, and pages ask by themselves', () => {
  const live = startLive({
    lead: undefined,
    channel: { say: () => undefined, hear: () => () => undefined },
    connect: () => expect.unreachable(),
    later: () => expect.unreachable(),
  })
  expect(live.state()).toBe('polling')
})
