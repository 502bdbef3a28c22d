import { describe, expect, it } from 'vitest'
import { sentenceOf, type Told } from './sentence.ts'

const told: Told = {
  area: '五华区',
  period: '近 7 天',
  kind: '居民诉求',
  runs: false,
  compares: true,
  came: { value: 171, whole: 156, before: 144 },
  open: 338,
  late: { count: 14, now: true },
  areas: [
    { name: '华山街道', late: 8 },
    { name: '护国街道', late: 2 },
  ],
  categories: [
    { label: '噪声扰民', whole: 30, before: 29 },
    { label: '停车与交通', whole: 24, before: 12 },
  ],
}

describe('the sentence on top', () => {
  it('says how much came, how much is open and late, where, and what grew', () => {
    expect(sentenceOf(told)).toBe(
      '五华区近 7 天居民诉求 171 件，较上一个同期多 8%；在办 338 件，已超时 14 件，华山街道较集中（8 件）；停车与交通类比上一个同期多 12 件。',
    )
  })

  it('says only the difference where there is little to compare with', () => {
    const came = { value: 6, whole: 6, before: 4 }
    expect(sentenceOf({ ...told, came })).toContain('居民诉求 6 件，较上一个同期多 2 件；')
    expect(sentenceOf({ ...told, came: { ...came, before: 0 } })).toContain('居民诉求 6 件；')
  })

  it('says how many times as much where a percentage would say nothing, and compares only if asked', () => {
    const came = { value: 96, whole: 90, before: 20 }
    expect(sentenceOf({ ...told, came })).toContain('居民诉求 96 件，是上一个同期的 4.5 倍；')
    expect(sentenceOf({ ...told, compares: false })).toBe(
      '五华区近 7 天居民诉求 171 件；在办 338 件，已超时 14 件，华山街道较集中（8 件）。',
    )
  })

  it('sets a day that still runs beside a whole one and draws nothing from it', () => {
    const came = { value: 15, whole: 15, before: 13 }
    expect(sentenceOf({ ...told, period: '今天', runs: true, came })).toBe(
      '五华区今天居民诉求 15 件，上周同日全天 13 件；在办 338 件，已超时 14 件，华山街道较集中（8 件）。',
    )
  })

  it('names no place where lateness is spread or too small to say so', () => {
    const late = { count: 4, now: true }
    expect(sentenceOf({ ...told, late, areas: [{ name: '华山街道', late: 4 }] })).toContain(
      '已超时 4 件；',
    )
    const spread = ['甲', '乙', '丙', '丁'].map((name) => ({ name, late: 5 }))
    expect(sentenceOf({ ...told, late: { count: 20, now: true }, areas: spread })).toContain(
      '已超时 20 件；',
    )
  })

  it('says of a past period what ran late in it, and of nothing that there was nothing', () => {
    expect(sentenceOf({ ...told, late: { count: 14, now: false } })).toContain('期间新超时 14 件')
    const came = { value: 0, whole: 0, before: 0 }
    const none = { ...told, came, open: 0, late: { count: 0, now: true }, categories: [] }
    expect(sentenceOf(none)).toBe('五华区近 7 天没有居民诉求；在办 0 件，没有超时件。')
  })
})
