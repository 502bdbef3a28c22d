import { objectIn, textIn } from './read.ts'

export type Problem = {
  readonly kind: 'offline' | 'away' | 'tooMany' | 'invalid' | 'refused' | 'gone'
  readonly code: string
  readonly says: string
  readonly instead: string
  /** Sentences by field, for the summary at the top of a page. */
  readonly fields: Readonly<Record<string, string>>
}

export type Answer = {
  readonly status: number
  readonly body: unknown
  /** Seconds, from the header of that name. */
  readonly retryAfter?: number | undefined
}

/** What an answer that is not a success means to the person who waits for it. */
export function problemOf({ status, body, retryAfter }: Answer): Problem {
  const error = objectIn(objectIn(body)['error'])
  const kind = kindOf(status)
  const says = textIn(error, 'says') || fallbacks[kind]
  const field = textIn(error, 'field')
  const saysWhen = kind !== 'tooMany' || /\d/.test(says)
  return {
    kind,
    code: textIn(error, 'code'),
    says,
    instead: textIn(error, 'instead') || (saysWhen ? '' : waitWords(retryAfter)),
    fields: { ...sentences(error['fields']), ...(field === '' ? {} : { [field]: says }) },
  }
}

export const offline: Problem = {
  kind: 'offline',
  code: 'offline',
  says: '网络没有连上，刚才的操作没有收到回音。',
  instead: '您写的内容都还在。请等网络好了再试一次，不会重复提交。',
  fields: {},
}

/** Whether the server has surely not done what was asked. */
export function isRefused({ kind }: Problem): boolean {
  return kind !== 'offline' && kind !== 'away'
}

const fallbacks: Readonly<Record<Problem['kind'], string>> = {
  offline: offline.says,
  away: '系统这会儿忙不过来。您写的内容都还在，请稍等一会儿再试，不会重复提交。',
  tooMany: '操作太频繁了。',
  invalid: '有的内容要改一下才能提交。',
  refused: '现在不能这样做。',
  gone: '没有找到。请核对编号和查询码。',
}

function kindOf(status: number): Problem['kind'] {
  if (status === 429) return 'tooMany'
  if (status === 401 || status === 403 || status === 404) return 'gone'
  if (status === 400 || status === 413 || status === 415 || status === 422) return 'invalid'
  return status >= 500 ? 'away' : 'refused'
}

function waitWords(seconds: number | undefined): string {
  if (seconds === undefined || Number.isNaN(seconds)) return '请过几分钟再试。'
  return seconds <= 60
    ? `请过 ${Math.max(1, Math.ceil(seconds))} 秒再试。`
    : `请过 ${Math.ceil(seconds / 60)} 分钟再试。`
}

function sentences(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(objectIn(value))
  return Object.fromEntries(
    entries.flatMap(([name, says]) => (typeof says === 'string' ? [[name, says]] : [])),
  )
}
