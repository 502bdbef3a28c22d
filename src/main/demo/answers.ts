import {
  AFTERWARDS,
  CONSIDERED,
  FINDINGS,
  GUIDANCE,
  RETURN_REASONS,
  UNSOLVED_REASONS,
} from './answer-sentences.ts'
import type { CategoryLeaf, Purpose } from './categories.ts'
import type { DemoDutyItem } from './duty-items.ts'
import { OUTCOME_ROWS } from './outcome-rows.ts'
import { fill, pick, type Random } from './random.ts'
import { tableRows } from './table.ts'
import { type AnswerTemplate, answerTemplates } from './templates.ts'

export type Answering = {
  readonly leaf: CategoryLeaf
  readonly purpose: Purpose
  /** The unit that answers, by name. */
  readonly unit: string
  /** The basis of the duty item under which it was handled. */
  readonly basis: string
  readonly solved: boolean
}

const outcomes: ReadonlyMap<string, readonly string[]> = new Map(
  tableRows(OUTCOME_ROWS, 2).map(([code = '', ways = '']) => [
    code,
    ways.split('/').map((way) => way.trim()),
  ]),
)

/** A public answer as a unit would write it from one of its templates. */
export function publicAnswer(random: Random, answering: Answering): string {
  return fill(pick(random, suitable(answering)).text, {
    现场情况: pick(random, FINDINGS),
    处理结果: pick(random, resultsOf(answering)),
    后续安排: pick(random, AFTERWARDS),
    未办结原因: pick(random, UNSOLVED_REASONS),
    办理单位: answering.unit,
    政策依据: answering.basis,
  })
}

/** Why a unit sends an appeal back, citing the duty item as it must. */
export function returnReason(random: Random, item: DemoDutyItem, street: string): string {
  return fill(pick(random, RETURN_REASONS), { item: item.number, street })
}

function suitable({ leaf, purpose, solved }: Answering): readonly AnswerTemplate[] {
  if (purpose === '咨询') return named('政策解答')
  if (purpose === '建议') return named('建议采纳')
  if (!solved) return named('暂不能解决的说明')
  return answerTemplates.filter(
    ({ categories }) => categories.includes(leaf.code) || categories.includes(leaf.parent),
  )
}

function named(name: string): readonly AnswerTemplate[] {
  return answerTemplates.filter((template) => template.name === name)
}

function resultsOf({ leaf, purpose }: Answering): readonly string[] {
  if (purpose === '咨询') return GUIDANCE
  return purpose === '建议' ? CONSIDERED : (outcomes.get(leaf.code) ?? [])
}
