import { randomUUID } from 'node:crypto'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { proposed } from '../../src/capabilities/city/reorganisation/proposal.ts'
import { linesOf } from '../../src/capabilities/city/reorganisation/rows.ts'
import { dayOf } from '../../src/kernel/time.ts'
import { directoryOf } from '../../src/kernel/directory.ts'
import { demoDirectory } from '../../src/main/demo/city.ts'

/** 护国街道, which goes into 华山街道. */
export const goneStreet = 530_102_002
const into = 530_102_001
const district = 530_102

/** Drafted by the arbiter, approved by the leader, and begun at once. */
export async function carryOutMerger(url: string): Promise<string> {
  const { areas, units } = demoDirectory()
  const rows = proposed(directoryOf(areas, units), {
    what: 'merge',
    of: 'areas',
    from: [goneStreet],
    into: [{ key: into }],
  })
  const drafter = await signedIn(url, 'bianban')
  const data = { title: '护国街道并入华山街道', what: 'merge', of: 'areas', ...linesOf(rows) }
  const drafted = await asked(drafter, '/api/reorganisation/draft', { area: district, data })
  const { id }: { id: string } = JSON.parse(drafted.text)
  const leader = await signedIn(url, 'lingdao')
  const approval = { basis: '五政发〔2026〕12号', on: dayOf(Date.now()) }
  await asked(leader, `/api/reorganisation/${id}/approve`, { data: approval })
  const path = `/api/reorganisation/${id}/carryOutNow`
  const begun = await leader.post(path, { ask: randomUUID(), data: {} })
  // After hours its own clock has begun it when this is asked.
  if (begun.status !== 200 && !begun.text.includes('notOffered')) throw new Error(begun.text)
  drafter.close()
  leader.close()
  return id
}

async function asked(client: Client, path: string, body: object) {
  const reply = await client.post(path, { ask: randomUUID(), ...body })
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`)
  return reply
}

async function signedIn(url: string, login: string): Promise<Client> {
  const client = openClient(url)
  await signIn(client, login)
  return client
}
