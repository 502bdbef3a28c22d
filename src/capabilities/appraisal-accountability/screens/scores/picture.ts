import { placeWords } from '../../../../kernel/fair/words.ts'
import { type Picture, text } from '../../../../web/indicators/picture.ts'
import { at, axisOf } from './axis.ts'
import type { Scored } from './scored.ts'
import { pointsText, rangeText } from './words.ts'

const width = 960
const left = 220
const right = 250
const top = 116
const step = 32
const size = 14

/** The table as one picture that stands by itself: what it is, of which days, every unit's bounds. */
export function pictureOf(
  scored: Scored,
  said: { readonly title: string; readonly days: string; readonly demo: boolean },
): Picture {
  const { rows } = scored
  const axis = axisOf(rows.map(({ score }) => score))
  const foot = top + rows.length * step
  const height = foot + 64
  const x = (value: number) => left + (at(axis, value) / 100) * (width - left - right)
  const lines = rows.flatMap((row, index) => {
    const { told, score } = row
    const y = top + index * step + step / 2
    const words = `${pointsText(score)}（${rangeText(score)}）${placeWords(row, scored)}`
    return [
      text({ x: left - 12, y: y + 5, size, anchor: 'end' }, told.name),
      `<line x1="${x(score.low).toFixed(1)}" x2="${x(score.high).toFixed(1)}" y1="${y}" y2="${y}" stroke="#5b8ac6" stroke-width="3"${score.points === undefined ? ' stroke-dasharray="4 4"' : ''}/>`,
      ...(score.points === undefined
        ? []
        : [`<circle cx="${x(score.points).toFixed(1)}" cy="${y}" r="5" fill="#1a4f94"/>`]),
      text({ x: width - right + 16, y: y + 5, size }, words),
    ]
  })
  const ticks = axis.ticks.flatMap((tick) => [
    `<line x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${top}" y2="${foot}" stroke="#d8dde3"/>`,
    text({ x: x(tick), y: top - 8, size, anchor: 'middle' }, String(tick)),
  ])
  const body = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text({ x: 40, y: 40, size: 22 }, said.title),
    text({ x: 40, y: 68, size }, `${said.days}；点为得分，线为 95% 区间，区间重叠的不分先后`),
    ...ticks,
    ...lines,
    text(
      { x: 40, y: height - 24, size },
      `按区划和单位顺序，不按分数排${said.demo ? ' · 演示数据' : ''}`,
    ),
  ].join('')
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif">${body}</svg>`,
    width,
    height,
  }
}
