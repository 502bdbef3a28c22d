import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../bench/product/client.ts'
import { stopProduct } from '../../bench/product/product.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { seededDice, shuffled } from './dice.ts'
import { atLength } from './length.ts'
import { killDatabase } from './own-kill.ts'
import { recheckProgram } from './programs.ts'
import { rowsOf } from './held.ts'
import {
  askOf,
  introduce,
  openTwoCities,
  sharedAlliance,
  type Town,
  type TwoCities,
} from './two-cities.ts'

/** What goes wrong between two cities, in turn. */
type Strike = 'sender' | 'receiver' | 'both' | 'database' | 'network' | 'answers'
const strikes: readonly Strike[] = ['sender', 'receiver', 'database', 'network', 'answers', 'both']
const rounds = atLength({ short: 5, long: 120 })
const seed = 20_261_122

let cities: TwoCities
beforeEach(async () => {
  cities = await openTwoCities()
})
afterEach(() => cities.clear())

test('killed on either side or cut off between, every shared matter stands in the other city once', async () => {
  await introduce(cities)
  const alliance = await sharedAlliance(cities)
  const { here, there } = cities
  const [load, back] = [
    await startRaising(here, 'shuji', alliance),
    await startRaising(there, 'dukou', alliance),
  ]
  const dice = seededDice(seed)
  const plan = Array.from({ length: rounds }, (_, at) => strikes[at % strikes.length] ?? 'sender')
  for (const strike of shuffled(plan, dice)) {
    const enough = load.raised.length + back.raised.length + 12
    await until(() => load.raised.length + back.raised.length >= enough)
    await struck(strike, cities, dice)
  }
  await Promise.all([load.stop(), back.stop()])
  const urls = await Promise.all([here, there].map(untilNothingWaits))

  const [own, others] = await Promise.all(urls.map(mattersIn))
  expect(load.raised.length + back.raised.length).toBeGreaterThan(12 * rounds)
  expect(own?.raisedBy).toEqual(load.raised.toSorted())
  expect(others?.raisedBy).toEqual(back.raised.toSorted())
  expect(others?.received).toEqual(own?.opened)
  expect(own?.received).toEqual(others?.opened)
  for (const url of urls) expect(await rowsOf(url, refusedText)).toEqual([])

  await Promise.all([here, there].map(expectAgreement))
}, 3_600_000)

async function expectAgreement(town: Town): Promise<void> {
  const { home } = town
  expect((await stopProduct(town.product())).code).toBe(0)
  expect(await recheckProgram(home)).toEqual({ code: 0, said: '' })
}

type Raising = { readonly raised: readonly string[]; stop(): Promise<void> }

/** Raises one matter after the other, each asked until it is answered. */
async function startRaising(town: Town, login: string, alliance: string): Promise<Raising> {
  const client = await town.as(login)
  const raised: string[] = []
  const state = { isStopping: false }
  const running = raising({ client, alliance, raised, state })
  running.catch(() => undefined)
  return {
    raised,
    async stop() {
      state.isStopping = true
      await running.finally(() => client.close())
    },
  }
}

async function raising(at: {
  readonly client: Client
  readonly alliance: string
  readonly raised: string[]
  readonly state: { readonly isStopping: boolean }
}): Promise<void> {
  const { client, alliance, raised, state } = at
  const data = { matterSort: 'boundary', dueOn: '2099-09-01', detail: '夜间占道，两边都有投诉' }
  while (!state.isStopping) {
    const matter = `界河第 ${raised.length + 1} 处护栏松动`
    const body = { data: { ...data, matter } }
    raised.push((await askOf(client, `/api/alliance/${alliance}/raise`, body)).ask)
    await pause(20)
  }
}

async function struck(
  strike: Strike,
  { here, there }: TwoCities,
  dice: (below: number) => number,
): Promise<void> {
  const fallen = { sender: [here], receiver: [there], both: [here, there] }
  if (strike === 'database') return void (await killDatabase((dice(2) === 0 ? here : there).home))
  if (strike === 'answers') return there.gate.deafen(3)
  if (strike === 'network') {
    there.gate.shut()
    here.gate.shut()
    await pause(500 + dice(1_000))
    there.gate.open()
    return here.gate.open()
  }
  for (const town of fallen[strike]) await town.kill()
  await pause(dice(500))
  await Promise.all(fallen[strike].map((town) => town.start()))
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > 90_000) throw new Error('the cities do not come back')
    await pause(20)
  }
}

/** Waits until the courier has brought everything, and effects at home are done; gives where the
 *  database is, which may only just have come back. */
async function untilNothingWaits(town: Town): Promise<string> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const url = await town.databaseUrl().catch(() => '')
    const [row] = await rowsOf<{ n: number }>(
      url,
      `select (select count(*) from parcel where taken_at is null and refused is null)::int
        + (select count(*) from clock where effect_id is not null)::int as n`,
    ).catch(() => [])
    if (row?.n === 0) return url
    await pause(100)
  }
  throw new Error('something never arrived')
}

/** The asks that raised matters, the matters they opened, and those that came from the other city:
 *  a record twice in a list happened twice. */
async function mattersIn(url: string) {
  return withClient(url, async (client) => {
    const of = async (column: string, type: string) =>
      (
        await client.query<{ id: string }>(
          `select ${column}::text as id from event where type = $1 order by 1`,
          [type],
        )
      ).rows.map(({ id }) => id)
    return {
      raisedBy: await of('ask', 'AllianceMatterRaised'),
      opened: await of('record_id', 'SharedMatterRaised'),
      received: await of('record_id', 'SharedMatterReceived'),
    }
  })
}

const refusedText = 'select id, said from parcel where refused is not null'
