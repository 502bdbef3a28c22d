import { axisLabel, heightOf } from './axis.ts'
import type { DetailView, Part } from './view.ts'
import { baseText, daysText, figureText, isSmall, referenceText } from './words.ts'

export type Picture = { readonly svg: string; readonly width: number; readonly height: number }

const width = 960
const height = 540
const left = 40
const right = 40
const top = 132
const foot = 460

/** The chart as one picture that stands by itself: what it is of, when, its base, its references. */
export function pictureOf(view: DetailView, part: Part): Picture {
  const { trend = [], references } = part
  const most = heightOf(
    [...trend, ...references].map(({ value }) => value ?? 0),
    part.unit,
  )
  const step = (width - left - right) / Math.max(1, trend.length)
  const y = (value: number) => foot - (value / most) * (foot - top)
  const bars = trend.flatMap((point, at) => {
    const x = left + at * step
    const middle = x + step / 2
    const value = point.value ?? 0
    return [
      `<rect x="${x + step * 0.2}" y="${y(value)}" width="${step * 0.6}" height="${foot - y(value)}" fill="${isSmall(point, part) ? '#c6d9f0' : '#5b8ac6'}"/>`,
      text({ x: middle, y: y(value) - 6, size: 12, anchor: 'middle' }, figureText(point, part)),
      text({ x: middle, y: foot + 20, size: 12, anchor: 'middle' }, axisLabel(point)),
    ]
  })
  const lines = references.map(
    ({ value }) =>
      `<line x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}" stroke="#57606a" stroke-dasharray="4 4"/>`,
  )
  const base = baseText(part, part)
  const own = `${figureText(part, part)}${base === undefined ? '' : `（${base}）`}`
  const beside = references.map((one) => referenceText(one, part.unit)).join('；')
  const body = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text({ x: left, y: 40, size: 22 }, part.label),
    text({ x: left, y: 68, size: 14 }, `${view.areaName} · ${daysText(view, part.by)} · ${own}`),
    ...(beside === '' ? [] : [text({ x: left, y: 92, size: 14 }, `虚线为参考值：${beside}`)]),
    ...lines,
    ...bars,
    `<line x1="${left}" x2="${width - right}" y1="${foot}" y2="${foot}" stroke="#d8dde3"/>`,
    text({ x: left, y: height - 24, size: 12 }, `${part.formula}${view.demo ? ' · 演示数据' : ''}`),
  ].join('')
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif">${body}</svg>`,
    width,
    height,
  }
}

type At = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Words in a picture. */
export function text({ x, y, size, anchor = 'start' }: At, words: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="${anchor}" fill="#1f2328">${escaped(words)}</text>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
