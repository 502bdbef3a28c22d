import { type Line, measureOf, type Score, type ScoreItem } from '../../../../kernel/fair/score.ts'
import { placeText } from '../../../../kernel/fair/words.ts'
import type { Population } from './basis.ts'
import type { Result } from './view.ts'
import type { Changes } from './what-if.ts'
import { certainty, type Scored } from './scored.ts'

export function pointsText({ points }: Pick<Score, 'points'>): string {
  return points === undefined ? '不计分' : points.toFixed(1)
}

export function rangeText({ low, high }: Pick<Score, 'low' | 'high'>): string {
  return `${low.toFixed(1)}–${high.toFixed(1)}`
}

/** A value in the measure of its adjustment: '80.0%', '3.2 件/万人', '0.97'. */
export function valueText({ adjust }: Pick<ScoreItem, 'adjust'>, value: number): string {
  if (adjust === 'none') return `${(value * 100).toFixed(1)}%`
  return adjust === 'population' ? `${value.toFixed(1)} 件/万人` : value.toFixed(2)
}

export function lineValue({ item, value }: Line): string {
  return value === undefined ? '' : valueText(item, value)
}

/** What the value rests on: '80/100', '35 件，常住人口 5.2 万', '80 对应有 82.4'. */
export function restsOn({ item, reading }: Line): string {
  if ('hidden' in reading) return `基数小（${reading.denominator}），不显示`
  const { numerator, denominator, population, expected } = reading
  if (item.adjust === 'population')
    return population === undefined
      ? `${short(numerator)}，没有登记常住人口`
      : `${short(numerator)}，常住人口 ${peopleText(population)}`
  if (item.adjust === 'difficulty')
    return expected === undefined
      ? `${short(numerator)}/${short(denominator)}，没有类别构成`
      : `实际 ${short(numerator)}，应有 ${short(expected)}，基数 ${short(denominator)}`
  return denominator === 0 ? '没有基数' : `${short(numerator)}/${short(denominator)}`
}

/** From nothing to all of the points, in the item's own measure. */
export function scaleText(item: ScoreItem): string {
  return `${valueText(item, item.full)} 满分，${valueText(item, item.zero)} 零分`
}

export function basisText(item: ScoreItem): string {
  const { unit, basis } = measureOf(item)
  return `${unit}：${basis}`
}

export const adjustWords: Readonly<Record<ScoreItem['adjust'], string>> = {
  none: '不折算',
  population: '按人口',
  difficulty: '按难度',
}

function peopleText(people: number): string {
  return people >= 10_000 ? `${short(Math.round(people / 100) / 100)} 万` : short(people)
}

export function populationText({ people, year, source }: Population): string {
  return `常住人口 ${peopleText(people)}（${year} 年，${source}）`
}

/** One sentence on top, made of the numbers. */
export function sentenceOf(scored: Scored): string {
  const [only, second] = scored.rows
  if (only !== undefined && second === undefined) return aloneText(only, scored.placed)
  const { all, sure, shared, none } = certainty(scored)
  const parts = [
    ...(sure === 0 ? [] : [`${sure} 个分得出位次`]),
    ...(shared === 0 ? [] : [`${shared} 个与相邻的分不出先后`]),
    ...(none === 0 ? [] : [`${none} 个有评分项不计分，不列入`]),
  ]
  return `${all} 个单位${parts.length === 0 ? '' : `：${parts.join('，')}`}。`
}

/** What differs from what holds, said on paper, where nobody sees the address. */
export function trialText(
  items: readonly ScoreItem[],
  changes: Changes,
  out: readonly string[],
): string {
  const said = items.map((item) => {
    const { points, full, zero, adjust } = { ...item, ...changes[item.id] }
    const tried = { ...item, points, full, zero, adjust }
    return `${item.label} ${points} 分、${adjustWords[adjust]}、${scaleText(tried)}`
  })
  return [...said, ...(out.length === 0 ? [] : [`剔除 ${out.length} 件待审核的`])].join('；')
}

function aloneText({ told, score, place }: Scored['rows'][number], placed: number): string {
  const points = score.points === undefined ? '不计分' : `${pointsText(score)} 分`
  const among = place === undefined ? '' : `，${placed} 个单位中${placeText(place, placed)}`
  return `${told.name} ${points}（${rangeText(score)}）${among}。`
}

/** What a unit's appeal changed. */
export function reviewText({ pointsBefore, pointsAfter }: Points): string {
  if (pointsBefore === undefined || pointsAfter === undefined) return ''
  return `复核前 ${pointsBefore.toFixed(1)} 分，复核后 ${pointsAfter.toFixed(1)} 分`
}

type Points = Pick<Result, 'pointsBefore' | 'pointsAfter'>

/** How much more or less, with a sign. */
export function changeText(before: number | undefined, after: number | undefined): string {
  if (before === undefined || after === undefined) return ''
  const change = Math.round((after - before) * 10) / 10
  if (change === 0) return '不变'
  return change > 0 ? `＋${change.toFixed(1)}` : `－${Math.abs(change).toFixed(1)}`
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
