import { describe, expect, test } from 'vitest'
import { titledText } from './features.ts'
import { seedRows } from './seed-rows.ts'
import { suggesterFrom } from './suggester.ts'
import { trainSuggester } from './train.ts'

const dutyList = [
  { label: '市政', name: '路灯管养', keywords: ['路灯', '不亮', '灯杆'] },
  { label: '城管', name: '占道经营', keywords: ['烧烤', '摆摊', '占道经营', '流动摊贩'] },
  { label: '环保', name: '噪声扰民', keywords: ['噪音', '扰民', '夜间施工', '广场舞'] },
]

const decided = [
  { text: titledText('工地夜里施工', '隔壁工地半夜打桩,噪音大得睡不着'), label: '环保' },
  { text: titledText('广场舞太吵', '每晚音响开得很大'), label: '环保' },
  { text: titledText('烧烤摊占道', '人行道上全是烧烤摊,油烟呛人'), label: '城管' },
  { text: titledText('流动摊贩', '校门口的摊贩堵住路口'), label: '城管' },
  { text: titledText('路灯坏了', '整条街的路灯都不亮'), label: '市政' },
  { text: titledText('路灯一直闪', '灯杆也歪了'), label: '市政' },
]

describe('the suggester', () => {
  test('suggests from the duty list alone before any case was decided', () => {
    const suggester = trainSuggester(seedRows(dutyList))
    expect(suggester.suggest('门口路灯不亮了', 1)[0]).toMatchObject({
      label: '市政',
      because: expect.arrayContaining(['路灯']),
    })
    expect(suggester.suggest('楼下占道经营严重', 1)[0]).toMatchObject({
      label: '城管',
      because: ['占道经营'],
    })
  })

  test('lets decided cases outweigh what the list expected', () => {
    const list = seedRows([...dutyList, { label: '文化', name: '广场活动', keywords: ['广场舞'] }])
    const cases = Array.from({ length: 4 }, () => ({ text: '广场舞扰民', label: '公安' }))
    const [best] = trainSuggester([...list, ...cases]).suggest('广场舞', 1)
    expect(best?.label).toBe('公安')
  })

  test('says which words of the text spoke for each label', () => {
    const text = '半夜施工,噪音太大'
    for (const { because } of trainSuggester(decided).suggest(text, 3)) {
      for (const word of because) expect(text).toContain(word)
    }
    expect(trainSuggester(decided).suggest(text, 1)[0]?.because).toContain('噪音')
  })

  test('gives shares that fall and make one whole', () => {
    const shares = trainSuggester(decided)
      .suggest('烧烤摊噪音', 3)
      .map(({ share }) => share)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  test('suggests nothing where it knows no word', () => {
    expect(trainSuggester(decided).suggest('hello 123', 3)).toEqual([])
    expect(trainSuggester(decided).suggest('', 3)).toEqual([])
    expect(trainSuggester([]).suggest('路灯', 3)).toEqual([])
  })

  test('learns the same from the same rows', () => {
    expect(trainSuggester(decided).model).toEqual(trainSuggester(decided).model)
  })

  test('comes back from another process and suggests the same', () => {
    const suggester = trainSuggester([...decided, ...seedRows(dutyList)])
    const back = suggesterFrom(structuredClone(suggester.model))
    expect(back?.suggest('路灯下摆摊', 3)).toEqual(suggester.suggest('路灯下摆摊', 3))
  })

  test('does not come back from what is of another form or cut short', () => {
    const { model } = trainSuggester(decided)
    expect(suggesterFrom({ ...model, rarity: [...model.rarity] })).toBeUndefined()
    expect(suggesterFrom({ ...model, words: model.words.slice(1) })).toBeUndefined()
    expect(suggesterFrom('nothing')).toBeUndefined()
  })
})
