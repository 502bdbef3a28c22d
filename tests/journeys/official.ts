import { randomUUID } from 'node:crypto'

type Json = Readonly<Record<string, unknown>>

export type Official = {
  get(path: string): Promise<unknown>
  post(path: string, body: Json): Promise<unknown>
}

/** The street answers an appeal: dispatched, signed, contacted, answered, checked if it must be. */
export async function answerAppeal(url: string, number: string, words: string): Promise<void> {
  const desk = await signIn(url, 'wuhua')
  const clerk = await signIn(url, 'huashan-jingban')
  const found = objectIn(await desk.get(`/api/records/resident-appeal?number=${number}`))
  const id = String(objectIn(listIn(found['rows'])[0])['id'])
  const path = `/api/resident-appeal/${id}`
  await desk.post(`${path}/dispatch`, {
    data: { lead: await streetOf(desk), category: await categoryOf(desk), limitClass: 'general' },
  })
  await clerk.post(`${path}/sign`, { data: {} })
  await clerk.post(`${path}/contact`, { data: { how: 'phone' } })
  await clerk.post(`${path}/submitAnswer`, { data: { publicAnswer: words } })
  const view = objectIn(objectIn(await clerk.get(`/api/record/${id}`))['record'])
  if (view['state'] !== 'checking') return
  const head = await signIn(url, 'huashan-fuze')
  await head.post(`${path}/approve`, { data: {} })
}

/** An official of the demo city, signed in, who works over HTTP. A refusal ends the test. */
export async function signIn(url: string, login: string): Promise<Official> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ login, password: 'tongxin-demo' }),
  })
  if (!response.ok) throw new Error(`${login} cannot sign in: ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call = async (path: string, init: RequestInit) => {
    const answer = await fetch(url + path, {
      ...init,
      headers: { cookie, 'content-type': 'application/json', 'x-tongxin': '1' },
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${login} ${path}: ${answer.status} ${text}`)
    const body: unknown = JSON.parse(text)
    return body
  }
  return {
    get: (path) => call(path, { method: 'GET' }),
    post: (path, body) =>
      call(path, { method: 'POST', body: JSON.stringify({ ask: randomUUID(), ...body }) }),
  }
}

async function streetOf(official: Official): Promise<number> {
  const units = listIn(objectIn(await official.get('/api/directory'))['units'])
  const street = units.map(listIn).find(([, name]) => name === '华山街道办事处')
  if (street === undefined) throw new Error('the demo city has no 华山街道办事处')
  return Number(street[0])
}

async function categoryOf(official: Official): Promise<unknown> {
  const lists = objectIn(await official.get('/api/lists'))
  const narrow = listIn(lists['categories'])
    .map(objectIn)
    .find((one) => one['parent'] !== undefined)
  return narrow?.['value']
}

function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
