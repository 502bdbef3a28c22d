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
export async function settled(who: Caller, job: string): Promise<Answer['body']> {
  for (let waited = 0; waited < 40_000; waited += 50) {
    const { body } = await who.get(`/api/sheets/jobs/${job}`)
    if (body.busy === false) return body
    await pause(50)
  }
  throw new Error('the import does not come to an end')
}

/** Asks for a step of a job and waits for its end. */
export async function stepped(
  who: Caller,
  job: string,
  step: string,
  body: object = {},
): Promise<Answer['body']> {
  const answer = await who.post(`/api/sheets/jobs/${job}/${step}`, body)
  if (answer.status !== 200) throw new Error(`${step} was refused: ${JSON.stringify(answer.body)}`)
  return settled(who, job)
}

export async function rowsOf(who: Caller, job: string, result = ''): Promise<Answer['body'][]> {
  return (await who.get(`/api/sheets/jobs/${job}/rows?result=${result}`)).body.rows
}
