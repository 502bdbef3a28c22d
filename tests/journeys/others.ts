import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { strangers } from './main-job-city.ts'

/** Somebody who asks over HTTP, and the status they are answered with. */
export type Other = {
  readonly who: string
  readonly ask: (path: string, body: AskBody) => Promise<number>
}

export type AskBody = { readonly data: object; readonly area?: number }

const demoPassword = 'tongxin-demo'
const jsonHeaders = { 'content-type': 'application/json', 'x-tongxin': '1' }

/** Those to whom no step of the appeal is open: the dispatcher of another street, a department
 *  that is no party, and a resident who follows an appeal of their own. */
export async function openOthers(url: string, elsewhere: number): Promise<readonly Other[]> {
  const officials = await Promise.all(strangers.map(({ login }) => openOfficial(url, login)))
  return [...officials, await openResident(url, elsewhere)]
}

/** An official's session, in the post held at a unit or else in their first. */
export async function openOfficial(url: string, login: string, unit?: string): Promise<Other> {
  const answer = await send(`${url}/api/session`, { login, password: demoPassword })
  expect({ login, status: answer.status }).toEqual({ login, status: 200 })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (unit !== undefined) {
    const me: { posts: { id: string; unit: { name: string } }[] } = JSON.parse(await answer.text())
    const post = me.posts.find((one) => one.unit.name === unit)?.id
    expect((await send(`${url}/api/me/post`, { post }, { cookie })).status).toBe(200)
  }
  return {
    who: `${login} ${unit ?? ''}`.trim(),
    ask: async (path, body) =>
      (await send(url + path, { ask: randomUUID(), ...body }, { cookie })).status,
  }
}

async function openResident(url: string, area: number): Promise<Other> {
  const data = { detail: '小区门口的路面坏了一个坑，骑车的人容易摔倒。' }
  const asked = await send(`${url}/api/public/appeals`, { ask: randomUUID(), area, data })
  const { number, code }: { number: string; code: string } = JSON.parse(await asked.text())
  const followed = await send(`${url}/api/public/follow`, { number, code })
  const { token }: { token: string } = JSON.parse(await followed.text())
  const authorization = `Link ${token}`
  return {
    who: 'another resident',
    ask: async (path, body) =>
      (await send(url + path, { ask: randomUUID(), ...body }, { authorization })).status,
  }
}

function send(
  address: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { ...jsonHeaders, ...headers },
    body: JSON.stringify(body),
  })
}
