import { mayRead, relationsOf } from '../../kernel/access.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { ScoreItem } from '../../kernel/fair/score.ts'
import { readingsIn, scoreItemsIn, scoreItemText } from '../../kernel/fair/written.ts'
import { unitName } from '../../kernel/directory.ts'
import { listOf, numberOf, textOf, type Values } from '../../kernel/field.ts'
import { dayOf } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Seen } from './seen.ts'

/** What stands in a list of things to look at. */
export function choiceView({ record, kind }: Seen) {
  const { id, title, number, state } = record
  const here = kind.states[state]
  return {
    id,
    kind: kind.name,
    title,
    number,
    state,
    stateLabel: here?.label ?? state,
    is: here?.is ?? ('working' as const),
  }
}

/** A round, one unit's result or a sheet: what is scored, and the figures as they were drawn. */
export function chosenView(seen: Seen, told: readonly Seen[]) {
  const { fields } = seen.record
  const isSheet = seen.kind.name === 'scoring-sheet'
  const isResult = seen.kind.name === 'score-result'
  const units = isResult ? [numberOf(fields, 'unit') ?? 0] : unitsIn(fields)
  return {
    ...choiceView(seen),
    items: scoreItemsIn(fields['items']),
    units,
    from: textOf(fields, 'from'),
    to: textOf(fields, 'to'),
    subjects: textOf(fields, 'subjects'),
    sheet: isSheet ? seen.record.id : textOf(fields, 'sheet'),
    /** Of a sheet: what it is called and rests on, which its next version begins with. */
    name: isSheet ? textOf(fields, 'name') : undefined,
    smallest: numberOf(fields, 'smallest'),
    drawn: fields['readings'] === undefined ? undefined : readingsIn(fields['readings']),
    drawnAt: numberOf(fields, 'drawnAt'),
    places: placesIn(seen),
    results: (isResult ? [seen] : told.filter(isNow)).map((one) => ({
      ...choiceView(one),
      unit: numberOf(one.record.fields, 'unit') ?? 0,
      pointsBefore: numberOf(one.record.fields, 'pointsBefore'),
      pointsAfter: numberOf(one.record.fields, 'pointsAfter'),
    })),
  }
}

/** The published place goes with that unit and those items alone: what is tried has none. */
export function placesShown(
  { items, units, places }: Pick<ReturnType<typeof chosenView>, 'items' | 'units' | 'places'>,
  shown: {
    readonly items: readonly ScoreItem[]
    readonly units: readonly number[]
    /** Requests that are left out on trial. */
    readonly out: readonly string[]
  },
) {
  const told = [units.join(','), ...items.map(scoreItemText)]
  const asked = [shown.units.join(','), ...shown.items.map(scoreItemText)]
  return shown.out.length === 0 && told.join('\n') === asked.join('\n') ? places : undefined
}

/** A corrected result stands in the place of the one before. */
function isNow({ record: { state } }: Seen): boolean {
  return state !== 'superseded'
}

/** Whoever sees one result alone cannot work its place out: it is told as it was published. */
function placesIn({ kind, record: { fields } }: Seen) {
  const [from, to] = [numberOf(fields, 'placeFrom'), numberOf(fields, 'placeTo')]
  const placed = numberOf(fields, 'placed')
  if (kind.name !== 'score-result' || from === undefined || to === undefined) return undefined
  return { from, to, placed: placed ?? 0 }
}

/** A request to leave a case out, with the rates that its decision kept for those who deal with it. */
export function requestView(world: World, seen: Seen, actor: Actor) {
  const { kind, record } = seen
  const { fields, openedAt } = record
  const relations = relationsOf(kind, { world, record, actor })
  const told = (name: string) => {
    const field = kind.fields[name]
    return field && mayRead(field, relations) ? numberOf(fields, name) : undefined
  }
  const unit = numberOf(fields, 'unit') ?? 0
  return {
    ...choiceView(seen),
    unit,
    unitName: unitName(world.directory, unit),
    ground: groundText(seen),
    from: textOf(fields, 'from') ?? dayOf(openedAt),
    to: textOf(fields, 'to') ?? dayOf(openedAt),
    rates: [
      ['响应率', told('respondedBefore'), told('respondedAfter')] as const,
      ['解决率', told('solvedBefore'), told('solvedAfter')] as const,
    ].flatMap(([label, before, after]) =>
      before === undefined || after === undefined ? [] : [{ label, before, after }],
    ),
  }
}

function groundText({ kind, record }: Seen): string {
  const value = textOf(record.fields, 'ground') ?? ''
  const options = kind.fields['ground']?.options
  if (options === undefined || typeof options === 'string') return value
  return options.find((option) => option.value === value)?.label ?? value
}

function unitsIn(fields: Values): readonly number[] {
  return listOf(fields, 'units').filter((one) => typeof one === 'number')
}
