import { lengthOf, type Problems } from '../ask/checks.ts'

export type Judgement = {
  readonly responded: string
  readonly solved: string
  readonly satisfied: string
  readonly reason: string
  readonly words: string
}

/** What keeps a judgement from being sent. Only 'solved' must be answered. */
export function judgementProblems({ solved, reason, words }: Judgement): Problems {
  return {
    ...(solved === '' ? { solved: '请选问题解决了没有' } : {}),
    ...(solved === 'unsolved' && lengthOf(reason) < 2
      ? { reason: '请写还有什么没解决，承办单位好接着办' }
      : {}),
    ...(lengthOf(reason) > 500 ? { reason: '最多 500 字，请删短一些' } : {}),
    ...(lengthOf(words) > 300 ? { words: '最多 300 字，请删短一些' } : {}),
  }
}

/** What is sent. A reason belongs to a matter not wholly solved and is dropped with it. */
export function judgementData(judgement: Judgement): Readonly<Record<string, unknown>> {
  const { responded, solved, satisfied } = judgement
  const reason = solved === 'solved' ? '' : judgement.reason.trim()
  const words = judgement.words.trim()
  return {
    solved,
    ...(responded === '' ? {} : { responded: responded === 'yes' }),
    ...(satisfied === '' ? {} : { satisfied }),
    ...(reason === '' ? {} : { reason }),
    ...(words === '' ? {} : { words }),
  }
}
