/** That something moved, never what: whoever hears it asks again. */
export type Moved = 'counts' | 'notices'

/** 'polling': this browser cannot share a connection among tabs, so pages ask by themselves. */
export type LiveState = 'starting' | 'live' | 'cut' | 'polling'

type Listener = {
  readonly moved?: (moved: Moved) => void
  readonly state?: (state: LiveState) => void
}

export type Live = {
  readonly state: () => LiveState
  readonly watch: (listener: Listener) => () => void
  /** One acts for another unit now: what it is told of must reach this browser. */
  readonly reopen: () => void
  readonly stop: () => void
}

type Said =
  | { readonly moved: Moved }
  | { readonly state: LiveState }
  | { readonly wants: 'state' | 'reopen' }

/** What a tab takes from its browser. */
export type Around = {
  /** Runs the work in one tab of the browser at a time, from when it is this tab's turn until the
   *  given function is called; absent where tabs cannot agree. */
  readonly lead: ((work: () => () => void) => () => void) | undefined
  readonly channel: {
    readonly say: (said: Said) => void
    readonly hear: (listener: (said: Said) => void) => () => void
  }
  readonly connect: (line: {
    readonly opened: () => void
    readonly moved: (moved: Moved) => void
    readonly cut: () => void
  }) => () => void
  readonly later: (work: () => void, ms: number) => () => void
}

const firstPause = 1_000
const longestPause = 30_000

/**
 * One connection of a browser, shared by its tabs: the tab whose turn it is holds the line and
 * passes on what it hears. When it closes, another takes over.
 */
export function startLive({ lead, channel, connect, later }: Around): Live {
  const listeners = new Set<Listener>()
  let state: LiveState = lead === undefined ? 'polling' : 'starting'
  let reopen: (() => void) | undefined
  const turn = (next: LiveState) => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener.state?.(next)
  }
  const told = (moved: Moved) => {
    for (const listener of listeners) listener.moved?.(moved)
  }
  const deaf = channel.hear((said) => {
    if ('moved' in said) told(said.moved)
    else if ('state' in said) turn(said.state)
    else if (said.wants === 'reopen') reopen?.()
    else if (reopen !== undefined) channel.say({ state })
  })
  const hold = () => {
    const line = holdLine({
      connect,
      later,
      turned: (next) => {
        turn(next)
        channel.say({ state: next })
      },
      told: (moved) => {
        told(moved)
        channel.say({ moved })
      },
    })
    reopen = line.reopen
    return () => {
      reopen = undefined
      line.drop()
    }
  }
  const release = lead?.(hold)
  if (lead !== undefined) channel.say({ wants: 'state' })
  return {
    state: () => state,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reopen() {
      if (reopen === undefined) channel.say({ wants: 'reopen' })
      else reopen()
    },
    stop() {
      release?.()
      deaf()
      listeners.clear()
    },
  }
}

type Held = Pick<Around, 'connect' | 'later'> & {
  readonly turned: (state: LiveState) => void
  readonly told: (moved: Moved) => void
}

/** Holds a line open: a cut one is taken up again after a pause, longer each time. What moved in
 *  between was not heard, so everyone looks again. */
function holdLine({ connect, later, turned, told }: Held) {
  let pause = firstPause
  let undo = () => undefined as void
  let wasCut = false
  const open = () => {
    const close = connect({
      opened() {
        pause = firstPause
        turned('live')
        if (!wasCut) return
        wasCut = false
        told('counts')
        told('notices')
      },
      moved: told,
      cut() {
        close()
        wasCut = true
        turned('cut')
        undo = later(open, pause)
        pause = Math.min(longestPause, pause * 2)
      },
    })
    undo = close
  }
  open()
  return {
    drop: () => undo(),
    reopen: () => {
      undo()
      wasCut = true
      open()
    },
  }
}
