import type { Value } from '../field.ts'
import { figureKey } from '../figure-key.ts'
import { isHidden, type Reading, type ScoreItem } from './score.ts'

/** Readings by unit, then by item. */
export type UnitReadings = Readonly<Record<string, Readonly<Record<string, Reading>>>>

const adjustments = { none: '不调整', population: '按人口', difficulty: '按难度' } as const
const shape =
  /^(\S+) (\S+) ([A-Za-z][\w-]*)(?:#([\w-]+))? (\S+)分 满分(\S+) 零分(\S+) (不调整|按人口|按难度)$/u

/**
 * Items and readings as lines that a record keeps and anybody can read: '1 解决率 N13#solved 40分
 * 满分0.9 零分0.5 不调整' and '30 1 412/500 人口52000 应有430.5'. Read again they are the same.
 */
export function scoreItemText(item: ScoreItem): string {
  const { id, label, indicator, part, points, full, zero, adjust } = item
  const named = label.replaceAll(/\s+/gu, '')
  return `${id} ${named} ${figureKey(indicator, part)} ${points}分 满分${full} 零分${zero} ${adjustments[adjust]}`
}

export function scoreItemOf(text: string): ScoreItem | undefined {
  const [, id = '', label = '', indicator = '', part, ...rest] = shape.exec(text) ?? []
  const [points, full, zero] = rest.map(Number)
  const adjust = (['none', 'population', 'difficulty'] as const).find(
    (one) => adjustments[one] === rest[3],
  )
  if (adjust === undefined || !isNumber(points) || !isNumber(full) || !isNumber(zero))
    return undefined
  return { id, label, indicator, ...(part && { part }), points, full, zero, adjust }
}

/** The items among some lines; what is none is left out. */
export function scoreItemsIn(value: Value | undefined): readonly ScoreItem[] {
  return linesIn(value).flatMap((text) => scoreItemOf(text) ?? [])
}

export function readingTexts(readings: UnitReadings): readonly string[] {
  return Object.entries(readings).flatMap(([unit, own]) =>
    Object.entries(own).map(([item, reading]) => {
      const { numerator, denominator, population, expected } = reading
      const over = isHidden(reading) ? notShown : numerator
      const people = population === undefined ? '' : ` 人口${population}`
      const due = expected === undefined ? '' : ` 应有${expected}`
      return `${unit} ${item} ${over}/${denominator}${people}${due}`
    }),
  )
}

export function readingsIn(value: Value | undefined): UnitReadings {
  const found: Record<string, Record<string, Reading>> = {}
  for (const text of linesIn(value)) {
    const [, unit = '', item = '', over = '', under = '', people, due] = counted.exec(text) ?? []
    if (unit === '') continue
    found[unit] = {
      ...found[unit],
      [item]: {
        ...(over === notShown ? { numerator: 0, hidden: true } : { numerator: Number(over) }),
        denominator: Number(under),
        ...(people === undefined ? {} : { population: Number(people) }),
        ...(due === undefined ? {} : { expected: Number(due) }),
      },
    }
  }
  return found
}

/** Stands for the numerator of a reading that is hidden for its small base. */
const notShown = '不显示'
const counted = /^(\d+) (\S+) ([^\s/]+)\/(\S+)(?: 人口(\S+))?(?: 应有(\S+))?$/u

function linesIn(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value)
}
