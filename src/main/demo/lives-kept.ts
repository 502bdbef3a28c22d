type Kept = {
  readonly kind: { readonly states: Readonly<Record<string, { readonly is: string }>> }
  readonly before: object | undefined
  readonly after: { readonly id: string; readonly state: string }
  readonly openedBy: string | undefined
}

type KeptLife<S extends Kept> = { readonly kind: S['kind']; readonly steps: S[] }

/** Gathers steps by record and gives a life away when nothing more can come: it is over, and so is
 *  all that it opened, for what was opened may still tell it how it went. */
export function livesKept<S extends Kept>() {
  const lives = new Map<string, KeptLife<S>>()
  const opened = new Map<string, string[]>()
  const openers = new Map<string, string>()
  const over = new Set<string>()
  const kept = new Set<string>()
  /** What may be given away now, or no more. */
  let changed: string[] = []

  const settle = (id: string): void => {
    over.add(id)
    changed.push(id)
  }
  const add = (step: S): void => {
    const { kind, before, after, openedBy } = step
    const known = lives.get(after.id)
    if (known === undefined && before !== undefined)
      throw new Error(`something became of ${after.id} after its life was given away`)
    const life: KeptLife<S> = known ?? { kind, steps: [] }
    lives.set(after.id, life)
    life.steps.push(step)
    if (before === undefined && openedBy !== undefined) {
      opened.set(openedBy, [...(opened.get(openedBy) ?? []), after.id])
      openers.set(after.id, openedBy)
    }
    if (kind.states[after.state]?.is === 'end') settle(after.id)
  }
  const isAwaited = (id: string) =>
    kept.has(id) || opened.get(id)?.some((one) => lives.has(one)) === true
  const ended = (): readonly KeptLife<S>[] => {
    const given: KeptLife<S>[] = []
    for (let id = changed.pop(); id !== undefined; id = changed.pop()) {
      const life = lives.get(id)
      if (life === undefined || !over.has(id) || isAwaited(id)) continue
      given.push(life)
      lives.delete(id)
      opened.delete(id)
      over.delete(id)
      const opener = openers.get(id)
      openers.delete(id)
      if (opener !== undefined) changed.push(opener)
    }
    return given
  }
  /** Something else may still ask of it: it comes with the rest. */
  const keep = (id: string): void => void kept.add(id)
  return { add, settle, keep, ended, rest: () => lives.values() }
}
