import { numberOf, listOf, textOf, type Value } from '../../../kernel/field.ts'
import { readingsIn, readingTexts, type UnitReadings } from '../../../kernel/fair/written.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { actsForCommittee, answersToAsker, committeeFor, personOf } from '../reviewing.ts'
import { typeOf } from '../scoring-sheet/fields.ts'
import { basis } from './fields.ts'
import { placeLines, scoredIn } from './scoring.ts'

export const rules: Readonly<Record<string, Rule>> = {
  answersToAsker: answersToAsker('units'),
  sheetIsInForce: {
    says: '这张评分表不是本级现行的评分表',
    instead: '请选本级已公布的评分表',
    basis,
    facts: ['sheet'],
    input: true,
    holds: ({ facts, actor, world }) => {
      const sheet = facts['sheet']?.rows[0]
      return (
        sheet !== undefined && sheet.fields['host'] === committeeFor(world.directory, actor)?.id
      )
    },
  },
  unitsFitTheSheet: {
    says: '被评单位和评分表的评分对象不一致',
    basis,
    facts: ['sheet'],
    input: true,
    holds: ({ input, facts, world: { directory } }) => {
      const type = typeOf[textOf(facts['sheet']?.rows[0]?.fields ?? {}, 'subjects') ?? '']
      return listOf(input, 'units').every(
        (unit) => typeof unit === 'number' && directory.units.get(unit)?.type === type,
      )
    },
  },
  periodIsOver: {
    says: '评分期间还没有结束，或者起止日期颠倒',
    instead: '请在期间结束后取数；期间内可以试算',
    basis,
    input: true,
    holds: ({ input, at }) => {
      const [from, to] = [textOf(input, 'from') ?? '', textOf(input, 'to') ?? '']
      return from <= to && to < dayOf(at)
    },
  },
  publishedByAnother: {
    says: '取数的人不能自己公布',
    instead: '请其他同志核对后公布',
    basis,
    holds: ({ actor, record }) => personOf(actor) !== textOf(record.fields, 'drawer'),
  },
  appealsAreIn: {
    says: '有单位的复核还没有答复，或者答复后还没有重新取数',
    instead: '请先答复，再重新取数',
    basis: '复核更正的数，更正版里要一并更正',
    facts: ['told'],
    holds: ({ facts, record }) => {
      const drawnNow = readingsIn(record.fields['readings'])
      return (facts['told']?.rows ?? []).every(({ state, fields }) => {
        const [unit, item] = [String(numberOf(fields, 'unit')), textOf(fields, 'changedItem')]
        if (state === 'appealed') return false
        if (item === undefined) return true
        const [now, right] = [drawnNow[unit]?.[item], readingsIn(fields['readings'])[unit]?.[item]]
        return now?.numerator === right?.numerator && now?.denominator === right?.denominator
      })
    },
  },
  wasNeverPublished: {
    says: '已经公布过的，不能放弃',
    instead: '请公布更正版',
    basis,
    holds: ({ record }) => record.fields['publishedAt'] === undefined,
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  actsForCommittee,
  draws: (context) => drawn(context, context.facts['drawn']?.readings ?? {}),
  /** What an appeal has put right stays right when the figures are drawn anew. */
  redraws: (context) => drawn(context, corrected(context)),
  publishes: ({ actor, at }) => ({
    fields: { publisher: personOf(actor) ?? null, publishedAt: at },
  }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  /** What is published is what was previewed: nothing is drawn again on the way. */
  tellsUnits: ({ record: { id, fields } }) => {
    const { scores, places } = scoredIn(fields)
    const readings = readingsIn(fields['readings'])
    const same = ['sheet', 'host', 'office', 'from', 'to', 'items', 'smallest', 'version'] as const
    const shared = Object.fromEntries(same.map((name) => [name, fields[name] ?? null]))
    return scores.map((score) => {
      const place = places.get(score.unit)
      return {
        open: 'score-result',
        command: 'tell',
        input: {
          ...shared,
          round: id,
          unit: score.unit,
          readings: readingTexts({ [score.unit]: readings[String(score.unit)] ?? {} }),
          publisher: fields['publisher'] ?? null,
          placeFrom: place?.from ?? null,
          placeTo: place?.to ?? null,
          placed: places.size,
        },
      }
    })
  },
  supersedesTold: ({ facts }) =>
    (facts['told']?.rows ?? []).map((row) => ({
      ask: row.id,
      kind: 'score-result',
      command: 'supersede',
      input: {},
    })),
}

function drawn(context: Context, readings: UnitReadings) {
  const { record, starting, input, facts, world, at, actor } = context
  const own = starting ? input : record.fields
  const items: Value = (starting ? facts['sheet']?.rows[0] : record)?.fields['items'] ?? null
  const smallest = parameterAt(world, 'score.smallest', at)?.value
  const fields = {
    items,
    readings: readingTexts(readings),
    smallest: typeof smallest === 'number' ? smallest : 0,
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

function corrected({ facts }: Context): UnitReadings {
  const readings = facts['redrawn']?.readings ?? {}
  const right = (facts['told']?.rows ?? []).flatMap(({ fields }) => {
    const [unit, item] = [numberOf(fields, 'unit'), textOf(fields, 'changedItem')]
    const own = readingsIn(fields['readings'])[String(unit)]
    const reading = item === undefined ? undefined : own?.[item]
    return reading === undefined || item === undefined
      ? []
      : [{ unit: String(unit), item, reading }]
  })
  const changed: Record<string, UnitReadings[string]> = { ...readings }
  for (const { unit, item, reading } of right) changed[unit] = { ...changed[unit], [item]: reading }
  return changed
}
