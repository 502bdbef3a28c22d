import { type Line, type Score, scoreOf } from '../../../kernel/fair/score.ts'
import { readingsIn, readingTexts, scoreItemsIn } from '../../../kernel/fair/written.ts'
import { unitName } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Rule, Setter } from '../../../kernel/kind.ts'
import { personOf } from '../reviewing.ts'
import { tenth } from '../score-round/scoring.ts'
import { basis } from './fields.ts'

export const rules: Readonly<Record<string, Rule>> = {
  itemIsThere: {
    says: '评分表里没有这个序号',
    basis,
    input: true,
    holds: ({ record, input }) =>
      scoreItemsIn(record.fields['items']).some(({ id }) => id === input['item']),
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
      const unit = String(numberOf(fields, 'unit') ?? 0)
      const was = readingsIn(fields['readings'])[unit]?.[textOf(fields, 'item') ?? '']
      return was?.numerator !== input['numerator'] || was?.denominator !== input['denominator']
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
  keepsPoints: ({ record }) => {
    const points = numberOf(record.fields, 'points') ?? null
    return { fields: { pointsBefore: points, pointsAfter: points } }
  },
  /** The other units' places are told anew when the round is corrected; until then this one has none. */
  changesPoints: ({ record: { fields }, input }) => {
    const [unit, item] = [String(numberOf(fields, 'unit') ?? 0), textOf(fields, 'item') ?? '']
    const own = readingsIn(fields['readings'])[unit] ?? {}
    const right = {
      ...own[item],
      numerator: numberOf(input, 'numerator') ?? 0,
      denominator: numberOf(input, 'denominator') ?? 0,
    }
    const readings = readingTexts({ [unit]: { ...own, [item]: right } })
    const told = pointsIn({ ...fields, readings })
    return {
      fields: {
        ...told,
        readings,
        changedItem: item,
        pointsBefore: fields['points'] ?? null,
        pointsAfter: told.points,
        placeFrom: null,
        placeTo: null,
      },
    }
  },
}

function pointsIn(fields: Values) {
  const unit = numberOf(fields, 'unit') ?? 0
  const score = scoreOf({
    unit,
    items: scoreItemsIn(fields['items']),
    readings: readingsIn(fields['readings'])[String(unit)] ?? {},
    smallest: numberOf(fields, 'smallest') ?? 0,
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
