import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Caller } from './running-city.ts'

/** A sheet of lines, as somebody saves it from a spreadsheet program. */
export function csvOf(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** Uploads a sheet and waits until every row was looked at. */
export async function checked(
  who: Caller,
  what: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer['body']> {
  const { status, body } = await who.upload(`/api/sheets/${what}`, bytes, '表格.csv')
  if (status !== 200) throw new Error(`the sheet was not taken: ${JSON.stringify(body)}`)
  return settled(who, body.id)
}

/** A job once the server has nothing more to do for it. */
async function settled(who: Caller, job: string): Promise<Answer['body']> {
  for (let waited = 0; waited < 40_000; waited += 50) {
    const { body } = await who.get(`/api/sheets/jobs/${job}`)
    if (body.busy === false) return body
    await pause(50)
  }
  throw new Error('the import does not come to an end')
}

/** Asks for a step of a job ('ID/write') and waits for its end. */
export async function stepped(
  who: Caller,
  step: string,
  body: object = {},
): Promise<Answer['body']> {
  const answer = await who.post(`/api/sheets/jobs/${step}`, body)
  if (answer.status !== 200) throw new Error(`${step} was refused: ${JSON.stringify(answer.body)}`)
  return settled(who, answer.body.id)
}

export async function rowsOf(who: Caller, job: string, result = ''): Promise<Answer['body'][]> {
  return (await who.get(`/api/sheets/jobs/${job}/rows?result=${result}`)).body.rows
}

/** Where each row is wrong, in the words that are shown. */
export function saysOf(
  rows: readonly { line: number; problems: { column: string; says: string }[] }[],
): readonly (readonly [number, ...string[]])[] {
  return rows.map(({ line, problems }) => [
    line,
    ...problems.map((one) => `${one.column}：${one.says}`),
  ])
}

export const itemColumns =
  '事项编号,事项名称,职责板块,事项类型,牵头单位,依据,对应诉求类别,生效日期,失效日期,关键词'

/** A row of a duty list under these columns. */
export function itemRow(number: string, name: string, more: Record<string, string> = {}): string {
  return Object.values({
    number,
    name,
    block: '平安建设',
    type: '基本履职',
    lead: '街道',
    basis: '《物业管理条例》',
    categories: '0703',
    from: '2026年1月1日',
    to: '',
    words: '',
    ...more,
  }).join(',')
}
