import { describe, expect, it } from 'vitest'
import { publicAnswer, returnReason } from './answers.ts'
import { categoryLeaves } from './categories.ts'
import { dutyItems } from './duty-items.ts'
import { notAcceptedGrounds } from './not-accepted.ts'
import { seededRandom } from './random.ts'
import { answerTemplates } from './templates.ts'

const PLACES = /\{(?!(?:现场情况|处理结果|后续安排|办理单位|政策依据|未办结原因)\})/

describe('the answers of the demo city', () => {
  it('begin from more than 25 templates, each with places to fill that are known', () => {
    expect(answerTemplates.length).toBeGreaterThanOrEqual(25)
    expect(new Set(answerTemplates.map((template) => template.name)).size).toBe(
      answerTemplates.length,
    )
    expect(answerTemplates.filter(({ text }) => !text.includes('{') || PLACES.test(text))).toEqual(
      [],
    )
  })

  it('suit categories there are', () => {
    const codes = new Set(categoryLeaves.flatMap((leaf) => [leaf.code, leaf.parent]))
    const named = answerTemplates.flatMap((template) => template.categories)
    expect(named.filter((code) => !codes.has(code))).toEqual([])
  })

  it('can be written for every category and purpose, solved or not, and name the unit', () => {
    const random = seededRandom(5)
    for (const leaf of categoryLeaves) {
      for (const purpose of [...leaf.purposes, '投诉'] as const) {
        for (const solved of [true, false]) {
          const given = { leaf, purpose, unit: '华山街道办事处', basis: '《物业管理条例》', solved }
          const answer = publicAnswer(random, given)
          expect(answer, leaf.name).not.toMatch(/[{}/|]/)
          expect(answer, leaf.name).toContain('华山街道办事处')
        }
      }
    }
  })

  it('cite the duty item when something is sent back', () => {
    const [item] = dutyItems
    const reason = item && returnReason(seededRandom(1), item, '华山街道')
    expect(reason).toContain('第1.1项')
  })

  it('say where to turn whenever something is not accepted', () => {
    expect(new Set(notAcceptedGrounds.map((ground) => ground.code)).size).toBe(
      notAcceptedGrounds.length,
    )
    expect(notAcceptedGrounds.filter((ground) => ground.turnTo.length < 10)).toEqual([])
  })
})
