import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect } from 'vitest'
import type { Caller } from './running-city.ts'

type Came = {
  readonly id: string
  readonly record: string
  readonly command: string
  readonly data: object
}

/** The platform of another city, as far as a courier meets it. */
export type Door = {
  readonly url: string
  readonly came: Came[]
  readonly tokens: (string | undefined)[]
  answers: (came: Came) => { readonly status: number; readonly body: object }
  stop(): void
}

export async function openDoor(): Promise<Door> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const parcel: Came = JSON.parse(text)
      own.came.push(parcel)
      own.tokens.push(request.headers.authorization)
      const { status, body } = own.answers(parcel)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const own: Door = {
    url: `http://127.0.0.1:${port}`,
    came: [],
    tokens: [],
    answers: takes,
    stop: () => void server.close(),
  }
  return own
}

export const takes: Door['answers'] = ({ record }) => ({
  status: 200,
  body: { id: record, number: '盟〔2026〕1号' },
})

/** An alliance of two streets, to which another city was invited: gives its id. */
export async function invitedCity(lead: Caller, code: number, area: number): Promise<string> {
  const ask = (path: string, data: object) => lead.post(path, { ask: randomUUID(), data, area })
  const opening = { title: '界河毗邻党建联盟', sort: 'neighbour', charter: '边界共治' }
  const { id } = (await ask('/api/alliance/prepare', opening)).body
  const said = await ask(`/api/alliance/${id}/inviteCity`, { withCity: String(code) })
  expect(said.status).toBe(200)
  return String(id)
}
