import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { fengning, huashan, streets } from './appraisal-cast.ts'
import { votes } from './review-page.ts'

/** Ten of the room vote, two of them on a telephone: of 华山 seven say 好 and three 较好. */
export async function tenVote(
  { browser, url }: { readonly browser: Browser; readonly url: string },
  codes: readonly string[],
): Promise<void> {
  const all = Object.fromEntries(streets.map(({ office }) => [office, '好']))
  await votes(browser, url, [
    { code: codes[0] ?? '', choices: { ...all, [huashan.office]: '较好' } },
    { code: codes[1] ?? '', choices: { ...all, [fengning.office]: '一般' } },
  ])
  for (const [at, code] of codes.slice(2, 10).entries())
    await castsSlip(url, code, {
      [huashan.unit]: at < 2 ? 'fair' : 'good',
      [fengning.unit]: at < 5 ? 'plain' : 'fair',
    })
}

/** A slip used over HTTP: `chosen` of the street that is spoken of, 好 of all the others. */
async function castsSlip(
  url: string,
  code: string,
  chosen: Readonly<Record<number, string>>,
): Promise<void> {
  const send = async (path: string, body: object) => {
    const answer = await fetch(`${url}/api/public/ballot/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const sheet = await send('sheet', { code })
  const { lines }: { lines: readonly { readonly key: string }[] } = JSON.parse(sheet.text)
  const answers = Object.fromEntries(
    lines.map(({ key }) => [key, chosen[Number(key.split(':')[1])] ?? 'good']),
  )
  expect((await send('cast', { code, answers })).status).toBe(200)
}
