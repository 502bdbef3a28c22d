import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { Actor, Post } from '../../src/kernel/actor.ts'
import type { Instant } from '../../src/kernel/time.ts'
import type { World } from '../../src/kernel/world.ts'
import { pastIds } from '../../src/main/demo/past-ids.ts'
import { figuresInSamples } from '../../src/main/demo/samples/linkage-institutions.ts'
import { halfYear } from '../../src/main/demo/half-year.ts'
import { simulate, type SimulatedLife } from '../../src/main/demo/simulate.ts'
import { demoStaff } from '../../src/main/demo/staff.ts'
import { storedLife } from '../../src/main/demo/stored-life.ts'
import { allIndicators, kinds } from '../../src/main/registry.ts'
import { type RunningCity, startRunningCity } from '../../src/main/testing/running-city.ts'
import type { HttpDeps } from '../../src/platform/http/deps.ts'
import { tokenFor } from '../../src/platform/http/links.ts'
import { newId } from '../../src/platform/numbers/ids.ts'
import { bulkWrite } from '../../src/platform/store/bulk.ts'

export type Said = { readonly status: number; readonly code: string }

export type HttpCity = {
  readonly running: RunningCity
  readonly world: World
  readonly now: Instant
  /** What has happened before the city is opened. */
  readonly lives: Iterable<SimulatedLife>
  write(lives: readonly SimulatedLife[]): Promise<void>
  /** Asks as somebody over HTTP; a link's holder has another address each time. */
  post(actor: Actor, path: string, body: object): Promise<Said>
  get(actor: Actor, path: string): Promise<Said>
  stop(): Promise<void>
}

/**
 * The demo city served over a real database, its time standing still. Anybody may be acted as: who
 * signs in how is tested where it is; here their sessions are handed in.
 */
export async function startHttpCity(appeals: number): Promise<HttpCity> {
  const now = Date.now()
  let served: HttpDeps | undefined
  const running = await startRunningCity((deps) => (served = standing(deps, now)))
  const { deps } = running.platform
  const { city } = running.platform.worlds.state() ?? { city: 0 }
  const world = deps.worldOf(city)
  const { keys } = deps
  const digest = (text: string) => keys.digest(text)
  const past = simulate({
    ...pastIds(7),
    kinds,
    indicators: allIndicators.filter(({ id }) => figuresInSamples.includes(id)),
    world,
    posts: demoStaff([...world.directory.units.values()]).posts,
    end: now,
    days: halfYear.days,
    appeals,
    seed: 7,
    digest,
  })
  const tools = {
    world,
    newId,
    digest,
    sealWords: (id: string, text: string) => keys.sealWords(id, text),
    segment: () => [],
  }
  const agent = new Agent({ keepAlive: true, maxSockets: 12 })
  return {
    running,
    world,
    now,
    lives: past.lives,
    write: (lives) =>
      bulkWrite(
        deps.db,
        tools,
        lives.map((life) => storedLife(life, keys, past.person)),
      ),
    post: (actor, path, body) =>
      send(agent, { url: running.url + path, headers: headersOf(actor, served), body }),
    get: (actor, path) =>
      send(agent, { url: running.url + path, headers: headersOf(actor, served) }),
    async stop() {
      agent.destroy()
      await running.stop()
    },
  }
}

function standing(deps: HttpDeps, now: Instant): HttpDeps {
  const plenty = 1_000_000
  return {
    ...deps,
    now: () => now,
    figures: undefined,
    holders: undefined,
    rate: { residents: plenty, machines: plenty, officials: plenty },
    sessions: {
      ...deps.sessions,
      find: (token) => Promise.resolve(sessionOf(token)),
    },
  }
}

function sessionOf(token: string) {
  const post = held.get(token)
  if (post === undefined) return undefined
  const { id, person } = post
  const account = { id, person, login: id }
  return { id, account, personName: '某人', post: { ...post, title: '', personName: '某人' } }
}

/** Who is acted as, by what their browser holds. */
const held = new Map<string, Post>()

let calls = 0

function headersOf(actor: Actor, deps: HttpDeps | undefined): Readonly<Record<string, string>> {
  const address = () => `10.${Math.floor((calls += 1) / 250) % 250}.${calls % 250}.7`
  if (actor.by === 'post') {
    held.set(actor.post.id, actor.post)
    return { cookie: `tx_session=${actor.post.id}` }
  }
  if (actor.by !== 'link' || deps === undefined) return { 'x-forwarded-for': address() }
  return {
    authorization: `Link ${tokenFor(deps, actor.record)}`,
    'x-forwarded-for': address(),
  }
}

type Sending = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** What is asked; without it, it is read. */
  readonly body?: object
}

function send(agent: Agent, { url, headers, body }: Sending): Promise<Said> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, 'x-tongxin': '1', 'content-type': 'application/json' },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, code: codeIn(Buffer.concat(parts)) })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? '' : JSON.stringify({ ask: randomUUID(), ...body }))
  })
}

function codeIn(bytes: Buffer): string {
  const text = bytes.toString()
  const read: unknown = text.startsWith('{') ? JSON.parse(text) : {}
  if (typeof read !== 'object' || read === null || !('error' in read)) return ''
  const { error } = read
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return String(error.code)
}
