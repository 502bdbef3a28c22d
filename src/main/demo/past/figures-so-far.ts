import { deltasOf } from '../../../kernel/derive.ts'
import type { FigureReader } from '../../../kernel/figure-fact.ts'
import {
  countTermsOf,
  figureOf,
  type Indicator,
  isCover,
  ofCounts,
} from '../../../kernel/indicator.ts'
import type { Step } from '../../../kernel/rehearsal.ts'
import type { Day } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'

/** Figures that are made of plain counts, told from what has happened in the past that is played: a
 *  store would read its own counts. */
export function figuresSoFar(
  world: World,
  indicators: readonly Indicator[],
): { readonly hear: (steps: readonly Step[]) => void; readonly read: FigureReader } {
  const plain = indicators.filter(isPlain)
  const measures = new Set(
    plain.flatMap((one) => countTermsOf(one).map(({ kind, measure }) => `${kind}|${measure}`)),
  )
  const kinds = new Set([...measures].map((key) => key.split('|')[0]))
  const counts = new Map<string, Map<Day, number>>()
  return {
    hear: (steps) => {
      for (const step of steps) {
        if (!kinds.has(step.kind.name)) continue
        for (const { measure, place, day, n } of deltasOf(step.kind, world, step)) {
          const key = `${step.kind.name}|${measure}`
          if (!measures.has(key)) continue
          for (const area of [place.city, place.district, place.street, place.community])
            if (area !== undefined) adds(counts, `${key}|${area}`, { day, n })
        }
      }
    },
    read: ({ id, part, area, from, to }) => {
      const found = plain.find((one) => one.id === id && (part === undefined || one.part === part))
      if (found === undefined) return undefined
      return figureOf(
        found,
        ofCounts(({ kind, measure }) =>
          sum(counts.get(`${kind}|${measure}|${area}`), {
            from: measure.startsWith('state:') ? undefined : from,
            to,
          }),
        ),
      )
    },
  }
}

function isPlain({ numerator, denominator }: Indicator): boolean {
  return [...numerator, ...denominator].every(
    (term) => !isCover(term) && !term.measure.startsWith('apart:'),
  )
}

function adds(
  counts: Map<string, Map<Day, number>>,
  key: string,
  { day, n }: { readonly day: Day; readonly n: number },
): void {
  const days = counts.get(key) ?? new Map<Day, number>()
  counts.set(key, days)
  days.set(day, (days.get(day) ?? 0) + n)
}

function sum(
  days: ReadonlyMap<Day, number> | undefined,
  { from, to }: { readonly from: Day | undefined; readonly to: Day },
): number {
  let total = 0
  for (const [day, n] of days ?? [])
    if ((from === undefined || day >= from) && day <= to) total += n
  return total
}
