import { type Indicator, isCover } from '../../kernel/indicator.ts'
import type { Counter, Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'

export type Measure = { readonly name: string; readonly label: string }

/** What of a kind can be shown as numbers, as it declares it. */
export type Shape = {
  readonly kind: Kind
  /** How many came, by the day they began; otherwise what the kind counts first. */
  readonly volume: Measure | undefined
  /** The same as a cohort, which moves with corrections of place and category. */
  readonly base: Measure | undefined
  readonly flows: readonly Measure[]
  readonly cohorts: readonly Measure[]
  /** Counted when something ran late; and, of a cohort, what ever did. */
  readonly late: Measure | undefined
  readonly everLate: Measure | undefined
  /** States in which a record is not ended, in the order of declaration. */
  readonly open: readonly string[]
}

/** A kind counts as part of the overview once it declares what is counted of it. */
export function shapeOf(kind: Kind): Shape | undefined {
  const counters = Object.entries(kind.counters ?? {})
  if (counters.length === 0) return undefined
  const named = (name: string) =>
    counters.filter(([own]) => own === name).map(([, { label }]) => ({ name, label }))[0]
  const those = (is: (counter: Counter) => boolean) =>
    counters.flatMap(([name, counter]) => (is(counter) ? [{ name, label: counter.label }] : []))
  const [started] = those((counter) => 'on' in counter && 'start' in counter.on)
  const [base] = those((counter) => 'cohort' in counter && counter.cohort(anyRecord) === true)
  return {
    kind,
    volume: started ?? base ?? those(() => true)[0],
    base,
    flows: those((counter) => 'on' in counter),
    cohorts: those((counter) => !('on' in counter)),
    late: named('late'),
    everLate: named('everLate'),
    open: Object.keys(kind.states).filter((name) => kind.states[name]?.is !== 'end'),
  }
}

/** What is true of a record of which nothing is known is true of all. */
const anyRecord: RecordState = {
  id: '',
  kind: '',
  number: '',
  title: '',
  place: { city: 0 },
  state: '',
  version: 0,
  fields: {},
  parties: [],
  clocks: {},
  takers: {},
  counted: {},
  openedAt: 0,
}

/** Every measure that showing the kind takes, stocks included. */
export function measuresOf({ kind }: Shape): readonly string[] {
  return [
    ...Object.keys(kind.counters ?? {}),
    ...Object.keys(kind.states).map((name) => `state:${name}`),
  ]
}

/** The shares that are made of what this kind counts over the days and nothing else; stocks, and
 *  areas that have enough of something, have their own pages. */
export function ownIndicators(all: readonly Indicator[], { kind }: Shape): readonly Indicator[] {
  return all.filter(
    (one) =>
      one.denominator.length > 0 &&
      [...one.numerator, ...one.denominator].every(
        (term) => !isCover(term) && term.kind === kind.name && !term.measure.startsWith('state:'),
      ),
  )
}
