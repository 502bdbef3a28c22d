import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { type Answered, type Ask, appealLife, askers } from './appeal-life.ts'

/** An ask that the product said it had done. */
export type Acknowledged = {
  readonly ask: string
  readonly record: string
  /** Events that this ask made, over all records. */
  readonly events: number
  readonly again: () => Promise<number>
}

export type Load = {
  readonly acknowledged: readonly Acknowledged[]
  /** How often an ask had to be sent again because nobody answered, or 503 was the answer. */
  resent(): number
  /** Answers that nobody should get: refusals of what is due, and faults. */
  readonly surprises: readonly string[]
  /** Lets every life that has begun come to its end. */
  stop(): Promise<void>
}

const longestSilence = 60_000

/** Several lives of appeals side by side, one after the other, whatever happens to the product. */
export async function startLoad(url: string, sideBySide: number): Promise<Load> {
  const acknowledged: Acknowledged[] = []
  const surprises: string[] = []
  let resent = 0
  let stopping = false
  const clients = await Promise.all(askers.map((login) => signedIn(url, login)))

  const ask: Ask = async ({ by, path, body, events = 1 }) => {
    const client = clients[askers.indexOf(by)]
    if (client === undefined) throw new Error(`${by} asks nothing here`)
    const id = randomUUID()
    const send = () => client.post(path, { ask: id, ...body })
    const text = await untilAnswered(send)
    const told: { view: { record: { id: string }; links: Answered['links'] } } = JSON.parse(text)
    const { record, links } = told.view
    const again = async () => (await send()).status
    acknowledged.push({ ask: id, record: record.id, events, again })
    return { record: record.id, links }
  }

  async function untilAnswered(send: () => ReturnType<Client['post']>): Promise<string> {
    const began = Date.now()
    while (Date.now() - began < longestSilence) {
      const reply = await send().catch(() => undefined)
      if (reply?.status === 200) return reply.text
      if (reply !== undefined && reply.status !== 503) {
        surprises.push(`${reply.status} ${reply.text}`)
        if (reply.status < 500) throw new Error(`refused: ${reply.text}`)
      }
      resent += 1
      await pause(40)
    }
    throw new Error(`nobody answered for ${longestSilence} ms`)
  }

  async function lives(): Promise<void> {
    while (!stopping) await appealLife(ask)
  }

  const running = Promise.all(Array.from({ length: sideBySide }, lives))
  running.catch(() => undefined)
  return {
    acknowledged,
    surprises,
    resent: () => resent,
    async stop() {
      stopping = true
      await running.finally(() => clients.forEach((client) => client.close()))
    },
  }
}

async function signedIn(url: string, login: string): Promise<Client> {
  const client = openClient(url, { connections: 16 })
  await signIn(client, login)
  return client
}
