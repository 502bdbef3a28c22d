import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import { placeOf } from '../../kernel/directory.ts'
import { ask } from '../../platform/asking/ask.ts'
import { prepare } from '../../platform/asking/prepare.ts'
import { loadRecord } from '../../platform/store/load.ts'
import { recheck } from '../../platform/recheck/recheck.ts'
import { readTally } from '../../platform/tallies/read.ts'
import { dayOf } from '../../kernel/time.ts'
import { CITY_CODE } from '../demo/city-code.ts'
import { asked, department, registered } from '../testing/appeal-asks.ts'
import { approvedMerger, merging } from '../testing/merging.ts'
import { type RunningCity, startRunningCity } from '../testing/running-city.ts'
import { readProgress } from './progress.ts'
import { oneAtATime } from '../../platform/turns/one-at-a-time.ts'
import { reorganisingRounds } from './worker.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const today = dayOf(Date.now())

/** The street office of an area, while it stands. */
function officeOf(area: number): number {
  const { units } = city.platform.deps.worldOf(CITY_CODE).directory
  for (const unit of units.values())
    if (unit.type === 'street' && unit.area === area) return unit.id
  throw new Error(`no office of ${area}`)
}

function unitAt(area: number): number {
  const { units } = city.platform.deps.worldOf(CITY_CODE).directory
  return [...units.values()].find((unit) => unit.area === area)?.id ?? 0
}

function findingCategory(): string {
  const list = city.platform.worlds.state()?.lists['finding-categories'] ?? []
  return list.find(({ parent }) => parent !== undefined)?.value ?? ''
}

type Begun = {
  readonly by: { readonly unit: number; readonly role: Role }
  readonly area: number
  readonly data: Readonly<Record<string, unknown>>
}

/** Somebody of a unit without an account begins something. */
async function begun(name: string, command: string, { by, area, data }: Begun): Promise<string> {
  const { deps } = city.platform
  const post = { id: randomUUID(), person: randomUUID(), ...by }
  const fields = deps.registry.get(name)?.starts[command]?.input ?? {}
  const place = placeOf(deps.worldOf(CITY_CODE).directory, area)
  const answer = await ask(deps, {
    id: randomUUID(),
    city: CITY_CODE,
    kind: name,
    command,
    actor: { by: 'post', post },
    at: deps.now(),
    place,
    prepared: prepare(fields, data, deps),
  })
  if (!answer.ok) throw new Error(`${command} was refused: ${answer.refused}`)
  return answer.record.id
}

async function state(id: string): Promise<string> {
  return (await loadRecord(city.platform.deps.db, CITY_CODE, id))?.record.state ?? 'none'
}

async function opened(area: number, detail: string): Promise<string> {
  const desk = await city.as('wuhua')
  const answer = await desk.post('/api/resident-appeal/register', {
    ask: randomUUID(),
    area,
    data: { detail, channel: 'phone', reporter: { name: '王小明', phone: '15400012345' } },
  })
  return answer.body.id
}

async function count(area: number, measure: string): Promise<number> {
  const cells = await readTally(city.platform.deps.db, {
    city: CITY_CODE,
    level: 'street',
    areas: [area],
    kinds: ['resident-appeal'],
    measures: [measure],
    to: today,
  })
  return cells.reduce((sum, { n }) => sum + n, 0)
}

/** Lets the worker run until a condition holds, then stops it. */
async function working(until: () => Promise<boolean>): Promise<void> {
  const { deps, worlds } = city.platform
  const worker = oneAtATime(deps.db, [
    reorganisingRounds(deps, {
      cities: () => [CITY_CODE],
      reload: () => worlds.reload(),
      say: (line) => {
        throw new Error(line)
      },
      everyMs: 20,
      aheadMs: 300,
    }),
  ])
  for (let n = 0; n < 600 && !(await until()); n += 1) await pause(20)
  await worker.stop()
}

async function differences(): Promise<readonly string[]> {
  const said: string[] = []
  await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
  return said
}

test('a merger moves open work, leaves what is closed and can be broken off and gone on with', async () => {
  const desk = await city.as('wuhua')
  const office = officeOf(merging.from)
  const heir = officeOf(merging.into)
  const there = (code: number) => code * 1000 + 1
  const open: string[] = []
  for (let n = 0; n < 30; n += 1) {
    const id = await opened(there(merging.from), `第 ${n} 处路灯坏了三天没人修`)
    const dispatched = await asked(desk, `${id}/dispatch`, {
      lead: office,
      category: '0101',
      limitClass: 'general',
    })
    expect(dispatched.status).toBe(200)
    open.push(id)
  }
  const closed = await opened(there(merging.from), '对法院的判决不服，要求重新审理')
  const ended = await asked(desk, `${closed}/notAccept`, {
    ground: 'litigation',
    turnTo: '拨打12348',
  })
  expect(ended.status).toBe(200)
  const elsewhere = (await registered(desk)).body.id
  await asked(desk, `${elsewhere}/dispatch`, {
    lead: department,
    category: '0101',
    limitClass: 'general',
  })
  const whistle = await begun('street-whistle', 'whistle', {
    by: { unit: office, role: 'head' },
    area: merging.from,
    data: {
      title: '占道经营',
      matter: '沿街商户占道经营反复出现',
      occasion: 'enforcement',
      called: [department],
      lead: department,
    },
  })
  const finding = await begun('grid-finding', 'report', {
    by: { unit: unitAt(there(merging.from)), role: 'gridWorker' },
    area: there(merging.from),
    data: { category: findingCategory(), detail: '井盖破损' },
  })
  const before = await count(merging.from, 'registered')
  expect(before).toBe(31)
  expect(await differences()).toEqual([])

  const id = await approvedMerger(city)
  const moved = async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from event
      where city = ${CITY_CODE} and type = 'Relocated'`.execute(city.platform.deps.db.read)
    return rows[0]?.n ?? 0
  }
  await working(async () => (await moved()) >= 5)
  expect(await state(id)).toBe('underway')
  expect(await moved()).toBeLessThan(30)
  expect(await readProgress(city.platform.deps.db, CITY_CODE, id)).toMatchObject({
    records: { 'resident-appeal': 30, 'street-whistle': 1, 'grid-finding': 1 },
  })
  await working(async () => (await state(id)) !== 'underway')
  expect(await state(id)).toBe('done')
  // Those counted, and the decision itself whose parties have heirs.
  expect(await moved()).toBe(33)

  const { db } = city.platform.deps
  for (const one of open) {
    const record = (await loadRecord(db, CITY_CODE, one))?.record
    expect(record?.place.street).toBe(merging.into)
    expect(record?.fields['lead']).toBe(heir)
    expect(record?.state).toBe('dispatched')
  }
  const blown = (await loadRecord(db, CITY_CODE, whistle))?.record
  expect(blown).toMatchObject({
    state: 'responding',
    place: { street: merging.into },
    fields: { street: heir, lead: department },
  })
  expect(blown?.parties.map(({ unit, state: now }) => [unit, now])).toEqual([
    [department, 'called'],
  ])
  const found = (await loadRecord(db, CITY_CODE, finding))?.record
  const { areas } = city.platform.deps.worldOf(CITY_CODE).directory
  const now = areas.get(found?.place.community ?? 0)
  expect(now).toMatchObject({ parent: merging.into })
  expect(now?.name).toBe(areas.get(there(merging.from))?.name)
  const stays = (await loadRecord(db, CITY_CODE, closed))?.record
  expect(stays?.place.street).toBe(merging.from)
  expect(await count(merging.from, 'registered')).toBe(before)
  expect(await count(merging.from, 'state:dispatched')).toBe(0)
  expect(await count(merging.into, 'state:dispatched')).toBe(31)
  expect(await differences()).toEqual([])
  const report = (await loadRecord(db, CITY_CODE, id))?.record.fields
  expect(report).toMatchObject({ moved: 32, left: 0 })
  expect(report?.['report']).toContain('居民诉求 30 件')
})

test('the successor reads what was closed, and its people have the to-dos of both', async () => {
  const street = await city.as('huashan')
  const list = await street.get('/api/records/resident-appeal?state=notAccepted')
  expect(list.body.rows.map((row: { place: string }) => row.place)).toEqual([
    expect.stringContaining('原护国街道'),
  ])
  const todos = await street.get('/api/todos')
  expect(todos.body.rows.length).toBeGreaterThan(20)
  const [row] = todos.body.rows
  const signed = await asked(street, `${row.record.id}/sign`)
  expect(signed.status).toBe(200)
})

test('the overview tells both pasts: as areas are cut now, and by the codes of the time', async () => {
  const leader = await city.as('lingdao')
  const overview = async (more: string) =>
    (await leader.get(`/api/overview?area=${merging.into}&kind=resident-appeal${more}`)).body
  const registeredIn = (view: { flows: readonly { name: string; value: number }[] }) =>
    view.flows.find(({ name }) => name === 'registered')?.value ?? 0
  const now = await overview('')
  const was = await overview('&as=was')
  expect(now.reorganised).toEqual({ as: 'now', added: ['原护国街道'], taken: [], divided: [] })
  expect(was.reorganised).toMatchObject({ as: 'was' })
  expect(registeredIn(was)).toBe(1)
  expect(registeredIn(now)).toBe(32)
  expect(now.stock.open).toBe(was.stock.open)
  const list = async (as: string) =>
    (
      await leader.get(
        `/api/records/resident-appeal?area=${merging.into}&measure=registered&from=${today}&to=${today}&limit=1${as}`,
      )
    ).body.total
  expect(await list('')).toBe(1)
  expect(await list('&as=now')).toBe(32)
  const began = now.cohorts.find(({ name }: { name: string }) => name === 'began')?.value
  const cohort = await leader.get(
    `/api/records/resident-appeal?area=${merging.into}&measure=began&from=${today}&to=${today}&limit=1&as=now`,
  )
  expect(cohort.body.total).toBe(began)
})
