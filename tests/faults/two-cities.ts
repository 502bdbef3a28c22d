import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { prepareCity, withoutPast } from '../../bench/product/prepared-city.ts'
import { launchProduct, type Product, stopProduct } from '../../bench/product/product.ts'
import { CITY_CODE } from '../../src/main/demo/city-code.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { type Gate, openGate } from './gate.ts'
import { prepareSmallCity, smallCity } from './small-city.ts'

/** One of the two cities: a whole product with its own database, behind a gate of its own. */
export type Town = {
  readonly home: string
  /** Where its neighbour reaches it. */
  readonly gate: Gate
  product(): Product
  kill(): Promise<void>
  start(): Promise<void>
  databaseUrl(): Promise<string>
  as(login: string): Promise<Client>
}

export type TwoCities = { readonly here: Town; readonly there: Town; clear(): Promise<void> }

export async function openTwoCities(): Promise<TwoCities> {
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-cities-'))
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  await Promise.all([prepareCity(here), prepareSmallCity(there)])
  const towns = [await openTown(here), await openTown(there)] as const
  await Promise.all(towns.map((town) => town.start()))
  return {
    here: towns[0],
    there: towns[1],
    async clear() {
      for (const town of towns) {
        await stopProduct(town.product())
        await town.gate.close()
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openTown(home: string): Promise<Town> {
  const port = await findFreePort()
  const gate = await openGate(port)
  const launch = () => launchProduct({ home, port, env: withoutPast })
  let running: Product | undefined
  const product = () => {
    if (running === undefined) throw new Error('it was never started')
    return running
  }
  return {
    home,
    gate,
    product,
    async kill() {
      product().send('SIGKILL')
      await product().ended
    },
    async start() {
      running = launch()
      await running.started
    },
    databaseUrl: () => runningUrl(home),
    async as(login) {
      const client = openClient(product().url, { connections: 8 })
      await signIn(client, login)
      return client
    },
  }
}

/** Each city is entered in the other's settings, with the tokens they gave one another. */
export async function introduce({ here, there }: TwoCities): Promise<void> {
  const keeper = await here.as('anquan')
  const admin = await there.as('admin')
  const enter = async (who: Client, values: object, id?: string) => {
    const reply = await who.post('/api/settings/neighbours', { ...(id && { id }), values })
    if (reply.status !== 200) throw new Error(reply.text)
    const said: { readonly password?: string } = JSON.parse(reply.text)
    return said.password ?? ''
  }
  const { code, name } = smallCity
  const toThere = { code, name, address: there.gate.url }
  const token = await enter(keeper, toThere)
  const toHere = { code: CITY_CODE, name: '昆明市', address: here.gate.url, token }
  await enter(keeper, { ...toThere, token: await enter(admin, toHere) }, String(code))
}

/** Asks until it is answered, whatever happens to the product. */
export async function askOf(
  client: Client,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<{ readonly ask: string; readonly id: string }> {
  const ask = randomUUID()
  for (let tries = 0; tries < 1_500; tries += 1) {
    const reply = await client.post(path, { ask, ...body }).catch(() => undefined)
    if (reply?.status === 200) {
      const told: { readonly view: { readonly record: { readonly id: string } } } = JSON.parse(
        reply.text,
      )
      return { ask, id: told.view.record.id }
    }
    if (reply !== undefined && reply.status !== 503) throw new Error(`${path}: ${reply.text}`)
    await pause(40)
  }
  throw new Error(`nobody answered ${path}`)
}

/** An alliance of a street of one city that a street of the other has joined. */
export async function sharedAlliance({ here, there }: TwoCities): Promise<string> {
  const [lead, host, member] = [
    await here.as('shuji'),
    await there.as('shiwei'),
    await there.as('dukou'),
  ]
  const opening = { title: '界河毗邻党建联盟', sort: 'neighbour', charter: '边界共治' }
  const area = 530_102_001
  const { id } = await askOf(lead, '/api/alliance/prepare', { area, data: opening })
  const on = (command: string) => `/api/alliance/${id}/${command}`
  await askOf(lead, on('inviteCity'), { data: { withCity: String(smallCity.code) } })
  await untilState(host, id, 'asked')
  await askOf(host, on('invite'), { data: { units: [smallCity.street] } })
  await askOf(member, on(`member/${smallCity.street}/join`), { data: {} })
  await untilField(lead, id, 'others')
  await askOf(lead, on('found'), { data: {} })
  await untilState(member, id, 'active')
  for (const client of [lead, host, member]) client.close()
  return id
}

type View = {
  readonly record: { readonly state: string }
  readonly fields: readonly { readonly name: string }[]
}

async function untilSeen(client: Client, id: string, is: (view: View) => boolean): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const reply = await client.get(`/api/record/${id}`)
    if (reply.status === 200 && is(JSON.parse(reply.text))) return
    await pause(50)
  }
  throw new Error(`record ${id} does not come that far`)
}

function untilState(client: Client, id: string, state: string): Promise<void> {
  return untilSeen(client, id, ({ record }) => record.state === state)
}

function untilField(client: Client, id: string, field: string): Promise<void> {
  return untilSeen(client, id, ({ fields }) => fields.some(({ name }) => name === field))
}
