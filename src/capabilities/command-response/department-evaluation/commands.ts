import type { Command } from '../../../kernel/kind.ts'
import { aspects, grade, reads, type Side, words } from './fields.ts'

/** One side says how the other worked, once. */
export function judging(judged: Side, by: Side): Command {
  const own = judged === 'department' ? 'Department' : 'Street'
  const asked = Object.fromEntries(
    Object.entries(aspects).map(([aspect, label]) => [
      `${judged}${aspect}`,
      { ...grade(label), required: true },
    ]),
  )
  return {
    label: judged === 'department' ? '评价部门' : '评价街道',
    by: [by],
    input: { ...asked, [`${judged}Comment`]: words('意见') },
    requires: [`${judged}Unjudged`],
    records: `${own}Judged`,
    says: `${judged === 'department' ? '街道评价部门' : '部门评价街道'}：响应{${judged}Response}、态度{${judged}Attitude}、质量{${judged}Quality}、结果{${judged}Result}`,
    keeps: [...reads(judged), `${judged}Comment`],
    moves: [{ to: 'replying', when: 'bothJudged' }],
    tells: [judged],
  }
}

export function replying(by: Side): Command {
  const own = by === 'department' ? 'Department' : 'Street'
  return {
    label: '答复评价',
    by: [by],
    input: { [`${by}Reply`]: { ...words('答复'), required: true } },
    requires: [`${by}MayReply`],
    records: `${own}Replied`,
    says: `答复：{${by}Reply}`,
    keeps: [`${by}Reply`],
    moves: [{ to: 'closed', when: 'nothingIsLeftToSay' }],
    tells: [by === 'department' ? 'street' : 'department'],
  }
}
