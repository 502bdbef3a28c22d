import { expect, test } from 'vitest'
import { handedIn, openQuestions, wordsFor } from './handed.ts'

const campaign = handedIn({
  kind: 'joint-remediation',
  title: '夜市整治',
  stateLabel: '正在听取居民、商户意见',
  fields: [{ label: '整治天数', text: '22' }],
  offers: [
    {
      command: 'residentSays',
      label: '我住在这里，说说变化',
      input: {
        residentView: {
          label: '有变化吗',
          required: true,
          options: [{ value: 'same', label: '没有变化' }],
        },
        more: { label: '还想说的' },
      },
    },
  ],
})

test('what was handed out is read question by question', () => {
  const [offer] = campaign.offers
  expect(offer?.questions.map(({ name, choices }) => [name, choices.length])).toEqual([
    ['residentView', 1],
    ['more', 0],
  ])
})

test('a required question left open is named, an answered one is not', () => {
  const [offer] = campaign.offers
  if (offer === undefined) throw new Error('no offer')
  expect(openQuestions(offer, {})).toEqual({ residentView: '请回答：有变化吗' })
  expect(openQuestions(offer, { residentView: 'same' })).toEqual({})
})

test('an answer of another shape shows an empty record rather than failing', () => {
  expect(handedIn(null)).toMatchObject({ title: '', offers: [], fields: [] })
})

test('whoever is asked with everybody is promised no name, whoever reads their own record is not', () => {
  expect(campaign.personal).toBe(false)
  expect(wordsFor(campaign).hint).toContain('不记姓名')
  const own = handedIn({ kind: 'member-report-in', personal: true })
  expect(wordsFor(own)).toMatchObject({ none: '', hint: '这个链接只给您本人，请不要转发。' })
  expect(wordsFor(own).said).not.toContain('匿名')
})
