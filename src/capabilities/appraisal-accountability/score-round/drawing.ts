import { numberOf, listOf, textOf, type Value } from '../../../kernel/field.ts'
import { smallestBase } from '../../../kernel/fair/smallest.ts'
import { readingTexts, type UnitReadings } from '../../../kernel/fair/written.ts'
import type { Context } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { personOf } from '../reviewing.ts'
import {
  agrees,
  type Correction,
  correctionsIn,
  correctionTexts,
  laidOver,
  settledLines,
} from './corrections.ts'
import { placeLines, scoredIn } from './scoring.ts'

/** What a round keeps of what was drawn; its points and places are worked out from it. */
export function drawn(context: Context, readings: UnitReadings) {
  const { record, starting, input, facts, world, at, actor } = context
  const own = starting ? input : record.fields
  const items: Value = (starting ? facts['sheet']?.rows[0] : record)?.fields['items'] ?? null
  const fields = {
    items,
    readings: readingTexts(readings),
    smallest: smallestBase(world, dayOf(at)),
    drawnAt: at,
    drawer: personOf(actor) ?? null,
    version: (numberOf(record.fields, 'version') ?? 0) + 1,
  }
  const scored = scoredIn({ ...own, ...fields })
  const name = `${textOf(own, 'from') ?? ''} 至 ${textOf(own, 'to') ?? ''}评分`
  return {
    fields: { ...fields, places: placeLines(scored, world.directory) },
    title: name,
  }
}

/** What appeals put right and what still holds of it. */
export function standing({ record, facts }: Context): readonly Correction[] {
  return correctionsIn(record.fields, facts['told']?.rows ?? [])
}

/** Drawn anew, with the corrections that still hold laid over what the platform counted. */
export function heldOver(
  context: Context,
  corrections: readonly Correction[],
  gone: readonly string[] = [],
) {
  const { fields } = context.record
  const readings = context.facts['redrawn']?.readings ?? {}
  const agreed = corrections.filter((one) => agrees(one, readings))
  const righted = corrections.filter((one) => !agreed.includes(one))
  const setting = drawn(context, laidOver(readings, righted))
  return {
    ...setting,
    fields: {
      ...setting.fields,
      righted: correctionTexts(righted),
      settled: [
        ...listOf(fields, 'settled'),
        ...gone,
        ...settledLines(fields, agreed, '重新取数与更正一致'),
      ],
    },
  }
}
