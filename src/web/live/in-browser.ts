import type { Around, Moved } from './live.ts'

const name = 'tongxin:live'

/** What a tab takes from a real browser. Without locks, which only pages with a safe origin have,
 *  each tab would hold a connection of its own and six of them would block the site. */
export function inBrowser(): Around {
  const channel = new BroadcastChannel(name)
  return {
    lead: 'locks' in navigator ? lead : undefined,
    channel: {
      say: (said) => channel.postMessage(said),
      hear(listener) {
        channel.onmessage = ({ data }: MessageEvent<Parameters<typeof listener>[0]>) =>
          listener(data)
        return () => channel.close()
      },
    },
    connect,
    later(work, ms) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  }
}

const lead: Around['lead'] = (work) => {
  const leaving = new AbortController()
  let release: (() => void) | undefined
  const held = async () => {
    const end = work()
    await new Promise<void>((resolve) => {
      release = resolve
    })
    end()
  }
  // Left before its turn came, the wait is given up; that is no fault.
  navigator.locks.request(name, { signal: leaving.signal }, held).catch(() => undefined)
  return () => {
    leaving.abort()
    release?.()
  }
}

const connect: Around['connect'] = ({ opened, moved, cut }) => {
  const source = new EventSource('/api/live')
  source.onopen = opened
  source.onerror = cut
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const told = movedIn(data)
    if (told !== undefined) moved(told)
  }
  return () => source.close()
}

function movedIn(text: string): Moved | undefined {
  if (text.startsWith('{"counts":')) return 'counts'
  return text.startsWith('{"notices":') ? 'notices' : undefined
}
