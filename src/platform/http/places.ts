/** What waited for a place in vain; `own` where its asker's other work was all that stood before it. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace'
  readonly own: boolean

  constructor(own: boolean) {
    super('no place became free')
    this.own = own
  }
}

export type Places = {
  /** Does work once there is a place for it, in the order in which it came. */
  at<T>(asker: Asker, work: () => Promise<T>): Promise<T>
}

type Limits = {
  readonly atOnce: number
  /** Places that one asker may hold. */
  readonly each: number
}

type Asker = { readonly who: string; readonly waitMs: number }

type Waiting = { readonly who: string; readonly begin: () => void }

/** A few places for work that takes long, so that it holds up nothing else; nobody has them all. */
export function openPlaces({ atOnce, each }: Limits): Places {
  const held = new Map<string, number>()
  const waiting = new Set<Waiting>()
  const heldBy = (who: string) => held.get(who) ?? 0
  const taken = () => held.values().reduce((sum, n) => sum + n, 0)

  function fill(): void {
    for (const one of waiting) {
      if (taken() >= atOnce) return
      if (heldBy(one.who) >= each) continue
      waiting.delete(one)
      held.set(one.who, heldBy(one.who) + 1)
      one.begin()
    }
  }

  function leave(who: string): void {
    const left = heldBy(who) - 1
    if (left > 0) held.set(who, left)
    else held.delete(who)
    fill()
  }

  function place({ who, waitMs }: Asker): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        waiting.delete(one)
        reject(new NoPlace(heldBy(who) >= each))
      }, waitMs)
      const one: Waiting = {
        who,
        begin() {
          clearTimeout(patience)
          resolve()
        },
      }
      waiting.add(one)
      fill()
    })
  }

  return {
    async at(asker, work) {
      const { who } = asker
      await place(asker)
      try {
        return await work()
      } finally {
        leave(who)
      }
    },
  }
}
