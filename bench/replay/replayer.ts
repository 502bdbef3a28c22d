import { createHash } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { type Recorded, readRecorded, type Statement } from './statements.ts'

/**
 * A process that does nothing but send recorded statements to the database: what `pg` can do on
 * four pipelined connections with every statement prepared, without HTTP, sign-in and rules. Told
 * by messages which part to send; answers with requests a second.
 */
const orderShape = z.object({ part: z.number(), of: z.number(), times: z.number() })

const [url = '', file = '', path = ''] = process.argv.slice(2)
const connections = await readRecorded(file, path)
const lanes = await Promise.all(Array.from({ length: 4 }, openLane))
process.on('message', (message) => void obey(orderShape.parse(message)))
process.send?.({ connections: connections.length })

/** Every recorded connection goes on where it was, all of them side by side. */
async function obey({ part, of, times }: z.infer<typeof orderShape>): Promise<void> {
  const work = connections.map((requests) => {
    const [from, to] = [part, part + 1].map((at) => Math.floor((requests.length * at) / of))
    return Array.from({ length: times }, () => requests.slice(from, to)).flat()
  })
  const began = performance.now()
  await Promise.all(work.map(replay))
  const requests = work.reduce((sum, own) => sum + own.length, 0)
  process.send?.({ perSecond: requests / ((performance.now() - began) / 1000) })
}

async function replay(requests: readonly Recorded[]): Promise<void> {
  for (const statements of requests) for (const statement of statements) await send(statement)
}

async function send({ text, values }: Statement): Promise<void> {
  const lane = lanes.reduce((best, one) => (one.inFlight < best.inFlight ? one : best))
  lane.inFlight += 1
  try {
    await lane.client.query({ name: nameOf(text), text, values: [...values] })
  } finally {
    lane.inFlight -= 1
  }
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

async function openLane() {
  const options = '-c enable_seqscan=off -c jit=off -c timezone=UTC'
  const client = new pg.Client({ connectionString: url, pipeline: true, options })
  await client.connect()
  return { client, inFlight: 0 }
}
