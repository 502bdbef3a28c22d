import type { OpenEffect } from './kind.ts'

/** Why an ask was not done: a value, whose code is the rule's name. */
export type Refusal = {
  readonly ok: false
  readonly refused: string
  readonly says: string
  readonly basis?: string | undefined
  readonly instead?: string | undefined
  readonly field?: string | undefined
  /** `hidden`: the asker may not even know that the record exists. */
  readonly as: 'rule' | 'forbidden' | 'hidden' | 'stale' | 'invalid'
  /** Records that the refusal opens, by itself: those it concerns see what was tried. */
  readonly leaves?: readonly OpenEffect[] | undefined
}

const engineSays = {
  notOffered: ['这件事现在不能这样办：它已经进入别的环节', 'rule'],
  notAllowed: ['您当前的岗位不能办理这一步', 'forbidden'],
  notVisible: ['没有这条记录，或您当前的岗位无权查看', 'hidden'],
  clockIsStale: ['时限已经重新计算，这次到期提醒作废', 'stale'],
  somebodyIsExpected: ['这样办理之后将没有单位负责，请先设置承担单位', 'rule'],
  practiceIsOn: ['本市当前没有启用这项工作机制，不能新发起', 'rule'],
  unitHasEnded: ['这个单位已经撤并，不能再交给它，请选择接替它的单位', 'rule'],
  areaHasEnded: ['这个地区已经撤并，请选择现在的地区', 'rule'],
  notToTheComplainedOf: ['不能交给被反映的单位或其下属单位办理', 'rule'],
} as const satisfies Record<string, readonly [string, Refusal['as']]>

export function engineRefusal(code: keyof typeof engineSays, basis?: string): Refusal {
  const [says, as] = engineSays[code]
  return { ok: false, refused: code, says, basis, as }
}
