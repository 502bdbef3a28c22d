import {
  isHidden,
  type Line,
  type Reading,
  type Score,
  scoreOf,
} from '../../../kernel/fair/score.ts'
import { smallestOf } from '../../../kernel/fair/smallest.ts'
import { readingsIn, readingTexts, scoreItemsIn } from '../../../kernel/fair/written.ts'
import { unitName } from '../../../kernel/directory.ts'
import { listOf, numberOf, textOf, type Value, type Values } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { personOf } from '../reviewing.ts'
import { counting } from '../score-round/corrections.ts'
import { tenth } from '../score-round/scoring.ts'
import { basis } from './fields.ts'

export const rules: Readonly<Record<string, Rule>> = {
  itemsAreThere: {
    says: '评分表里没有这个序号',
    instead: '请填评分项的序号，可以填几项',
    basis,
    input: true,
    holds: ({ record, input }) => {
      const ids = new Set<Value>(scoreItemsIn(record.fields['items']).map(({ id }) => id))
      const named = listOf(input, 'contested')
      return named.length > 0 && named.every((id) => ids.has(id))
    },
  },
  itemIsOpen: {
    says: '这一项没有申请复核，或者已经更正',
    instead: '请填申请复核、还没有更正的评分项',
    basis,
    input: true,
    holds: ({ record: { fields }, input }) =>
      openItems(fields).some((id) => id === (input['item'] ?? '')),
  },
  allAreChanged: {
    says: '还有申请复核的评分项没有答复',
    basis,
    holds: ({ record: { fields } }) => openItems(fields).length === 0,
  },
  answeredByAnother: {
    says: '公布得分的人不能答复复核',
    instead: '请其他负责人答复',
    basis,
    holds: ({ actor, record }) => personOf(actor) !== textOf(record.fields, 'publisher'),
  },
  countsDiffer: {
    says: '更正后的数和原来的一样',
    instead: '没有变化的，请维持原分',
    basis,
    input: true,
    holds: ({ record: { fields }, input }) => {
      const was = ownReadings(fields)[textOf(input, 'item') ?? '']
      if (was === undefined || isHidden(was)) return true
      return was.numerator !== input['numerator'] || was.denominator !== input['denominator']
    },
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  isNamed: ({ input, world }) => {
    const name = unitName(world.directory, numberOf(input, 'unit') ?? 0)
    return {
      title: `${name}得分（${textOf(input, 'from') ?? ''} 至 ${textOf(input, 'to') ?? ''}）`,
    }
  },
  tellsPoints: ({ input }) => ({ fields: pointsIn(input) }),
  keepsPoints: ({ record: { fields } }) => ({
    fields: { pointsBefore: pointsBefore(fields), pointsAfter: fields['points'] ?? null },
  }),
  /** The other units' places are told anew when the round is corrected; until then this one has none. */
  changesPoints: ({ record: { fields }, input }) => {
    const [unit, item] = [String(numberOf(fields, 'unit') ?? 0), textOf(input, 'item') ?? '']
    const own = ownReadings(fields)
    const counts = {
      numerator: numberOf(input, 'numerator') ?? 0,
      denominator: numberOf(input, 'denominator') ?? 0,
    }
    const right = counting(own[item] ?? counts, counts)
    const readings = readingTexts({ [unit]: { ...own, [item]: right } })
    const told = pointsIn({ ...fields, readings })
    return {
      fields: {
        ...told,
        readings,
        changedItems: [...listOf(fields, 'changedItems'), item],
        pointsBefore: pointsBefore(fields),
        pointsAfter: told.points,
        placeFrom: null,
        placeTo: null,
      },
    }
  },
}

/** Lines that were appealed against and not put right. */
function openItems(fields: Values): readonly Value[] {
  const changed = new Set(listOf(fields, 'changedItems'))
  return listOf(fields, 'contested').filter((id) => !changed.has(id))
}

function ownReadings(fields: Values): Readonly<Record<string, Reading>> {
  return readingsIn(fields['readings'])[String(numberOf(fields, 'unit') ?? 0)] ?? {}
}

/** The points before the first line was put right. */
function pointsBefore(fields: Values): Value {
  const isFirst = listOf(fields, 'changedItems').length === 0
  return fields[isFirst ? 'points' : 'pointsBefore'] ?? null
}

function pointsIn(fields: Values) {
  const unit = numberOf(fields, 'unit') ?? 0
  const score = scoreOf({
    unit,
    items: scoreItemsIn(fields['items']),
    readings: ownReadings(fields),
    smallest: smallestOf(fields['smallest']),
  })
  const { points, low, high } = rounded(score)
  return { points, low, high, lines: score.lines.map(lineText) }
}

function rounded({ points, low, high }: Score) {
  return { points: points === undefined ? null : tenth(points), low: tenth(low), high: tenth(high) }
}

/** '1 解决率 36.4/40 分（31.2–38），412/500'. */
function lineText({ item, reading, points, pointsLow, pointsHigh, why }: Line): string {
  const head = `${item.id} ${item.label}`
  if (points === undefined) {
    const words = why === 'noBase' ? '没有可比的基数' : '基数不足'
    return `${head} ${words}，不计分`
  }
  const bounds = `${tenth(pointsLow)}–${tenth(pointsHigh)}`
  const counts = `${reading.numerator}/${reading.denominator}`
  return `${head} ${tenth(points)}/${item.points} 分（${bounds}），${counts}`
}
