import { listOf, textOf } from '../../../kernel/field.ts'
import { readingsIn, readingTexts } from '../../../kernel/fair/written.ts'
import type { EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { actsForCommittee, answersToAsker, committeeFor, personOf } from '../reviewing.ts'
import { typeOf } from '../scoring-sheet/fields.ts'
import { basis } from './fields.ts'
import { agrees, correctionsIn, isNamed, linesOf, settledLines } from './corrections.ts'
import { drawn, heldOver, standing } from './drawing.ts'
import { scoredIn } from './scoring.ts'

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
      const rows = facts['told']?.rows ?? []
      const now = readingsIn(record.fields['readings'])
      return (
        rows.every(({ state }) => state !== 'appealed') &&
        correctionsIn(record.fields, rows).every((one) => agrees(one, now))
      )
    },
  },
  anyRighted: {
    says: '没有沿用的复核更正',
    basis,
    facts: ['told'],
    holds: (context) => standing(context).length > 0,
  },
  isRighted: {
    says: '这个单位的这一项没有沿用的复核更正',
    instead: '请填沿用的复核更正里的单位和评分项',
    basis,
    facts: ['told'],
    input: true,
    holds: (context) => standing(context).some((one) => isNamed(one, context.input)),
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
  redraws: (context) => heldOver(context, standing(context)),
  /** Until then; the platform's own count stands again. */
  letsGo: (context) => {
    const [all, reason] = [standing(context), textOf(context.input, 'reason') ?? '']
    const gone = all.filter((one) => isNamed(one, context.input))
    const held = all.filter((one) => !gone.includes(one))
    return heldOver(context, held, settledLines(context.record.fields, gone, reason))
  },
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
          righted: linesOf(fields, 'righted', score.unit),
          settled: linesOf(fields, 'settled', score.unit),
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
