/** What `/api/help/:kind` says of a flow. */
export type Flow = {
  readonly states: readonly FlowState[]
  readonly arrows: readonly FlowArrow[]
}

export type FlowState = {
  readonly name: string
  readonly label: string
  readonly is: 'working' | 'resting' | 'end' | 'party'
  readonly step?: number
}

export type FlowArrow = {
  readonly from?: string
  readonly to: string
  readonly label: string
  readonly by: 'people' | 'clock' | 'effect' | 'courier'
  readonly sometimes: boolean
}

/** Where it begins, as a box of its own. */
export const begin = ''

/** The column each state stands in: by its step, and within a step by what leads to what. */
export function columnsOf({ states, arrows }: Flow): readonly (readonly string[])[] {
  const steps = stepsOf(states)
  const rank = new Map<string, number>()
  const order = new Map(states.map(({ name }, at) => [name, at]))
  for (const { name } of states) {
    const before = arrows.flatMap(({ from, to }) => {
      const isEarlier =
        to === name && from !== undefined && (order.get(from) ?? 0) < (order.get(to) ?? 0)
      return isEarlier && steps.get(from) === steps.get(name) ? [rank.get(from) ?? 0] : []
    })
    rank.set(name, before.length === 0 ? 0 : Math.max(...before) + 1)
  }
  const keys = states.map(({ name }) => [steps.get(name) ?? 0, rank.get(name) ?? 0] as const)
  const distinct = [...new Map(keys.map((key) => [key.join('/'), key])).values()].toSorted(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  )
  return [
    [begin],
    ...distinct.map(([step, own]) =>
      states
        .filter(({ name }) => steps.get(name) === step && rank.get(name) === own)
        .map(({ name }) => name),
    ),
  ]
}

/** A state that names no step stands where the one declared before it stands; an end stands last. */
function stepsOf(states: readonly FlowState[]): ReadonlyMap<string, number> {
  const known = states.flatMap(({ step }) => step ?? [])
  const last = known.length === 0 ? 1 : Math.max(...known)
  const steps = new Map<string, number>()
  let before = 1
  for (const { name, is, step } of states) {
    const own = step ?? (is === 'end' ? last + (known.length === 0 ? 1 : 0) : before)
    steps.set(name, own)
    if (is !== 'party') before = own
  }
  return steps
}
