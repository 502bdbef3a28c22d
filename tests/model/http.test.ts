import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordState } from '../../src/kernel/record.ts'
import { todosOf } from '../../src/kernel/derive.ts'
import { narrowest } from '../../src/kernel/directory.ts'
import { CITY_CODE } from '../../src/main/demo/city-code.ts'
import type { SimulatedLife } from '../../src/main/demo/simulate.ts'
import { kinds } from '../../src/main/registry.ts'
import { askDue } from '../../src/platform/clockwork/due.ts'
import { recheck } from '../../src/platform/recheck/recheck.ts'
import { loadRecords } from '../../src/platform/store/load.ts'
import { seededDice } from '../faults/dice.ts'
import { commandIn } from './acting.ts'
import { castFor } from './city.ts'
import { differences } from './comparing.ts'
import { type HttpCity, type Said, startHttpCity } from './http-city.ts'
import { type Doing, type Model, tell } from './model.ts'
import { livesInEveryState } from './seeds.ts'
import { openStage, playTurn } from './stage.ts'
import { todosIn } from './standing.ts'
import { drawAsk } from './walking.ts'
import { ranOut } from './ran-out.ts'
import { wordsOf } from './story.ts'
import { onTheWire } from './wire.ts'

const seed = Number(process.env['MODEL_SEED'] ?? 20_261_122)
const asks = Number(process.env['MODEL_HTTP_ASKS'] ?? 150)

let city: HttpCity
let model: Model
/** Records begun by the ask that is under way, as the store has them. */
let begun: RecordState[] = []

beforeAll(async () => {
  city = await startHttpCity(20)
  const { world, now } = city
  const digest = (text: string) => city.running.platform.deps.keys.digest(text)
  const cut = livesInEveryState(city.lives, 1)
  const records = cut.map(({ record }) => record)
  const stage = openStage({ kinds, world, records, digest })
  // What ran out since the lives were broken off runs out before the city is opened.
  const { wrong, steps } = playTurn(stage, { label: 'begin', until: now })
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const lives = new Map<string, SimulatedLife>()
  for (const { kind, steps: own, record } of cut) lives.set(record.id, { kind, steps: own })
  for (const step of steps) {
    const { kind, steps: own } = lives.get(step.after.id) ?? { kind: step.kind, steps: [] }
    lives.set(step.after.id, { kind, steps: [...own, step] })
  }
  const whole = [...lives.values()].filter(({ steps: [first] }) => first?.before === undefined)
  await city.write(whole)
  const ids = whole.flatMap(({ steps: [first] }) => first?.after.id ?? [])
  const book = new Map((await stored(ids)).map((record) => [record.id, record]))
  model = {
    kinds,
    world,
    book,
    digest,
    named: (kind) => {
      const at = begun.findIndex((record) => record.kind === kind)
      const [record] = at < 0 ? [] : begun.splice(at, 1)
      return record ?? { id: `the model's ${kind}`, number: '' }
    },
  }
}, 240_000)
afterAll(() => city.stop())

test('asked over HTTP, the product does what the model does, ask by ask, and its rows agree with its events', async () => {
  const dice = seededDice(seed)
  const cast = castFor(city.world, [...model.book.values()])
  const counts = new Map<string, number>()
  let done = 0
  for (let index = 0; index < asks; index += 1) {
    const count = (command: string) => counts.get(command) ?? 0
    const drawn = drawAsk({ model, cast, dice, now: city.now, count })
    const { doing, isOffered, wrong } = drawn
    if (['clock', 'effect', 'courier'].includes(doing.actor.by)) continue
    const said = await send(doing)
    if (said === undefined || said.status === 400) continue
    await askDue(city.running.platform.deps, CITY_CODE, () => undefined)
    begun = [...(await newRecords())]
    const { refused, touched: own } = tell(model, doing)
    const touched = [...own, ...(await clocksAsked(own))]
    const isDone = said.status === 200
    const disagree =
      isDone === (refused === undefined)
        ? []
        : [`HTTP ${said.status} ${said.code}, model ${refused}`]
    const against = isOffered && standing.includes(said.code) ? [`offered: ${said.code}`] : []
    const all = [...wrong, ...disagree, ...against, ...(await compared(touched))]
    if (all.length > 0)
      throw new Error(
        `seed ${seed}: ${all.join('\n')}\n${wordsOf([{ label: `ask ${index}`, doing }])}`,
      )
    if (!isDone) continue
    done += 1
    const key = [doing.kind, doing.command, doing.party?.role].filter(Boolean).join(' ')
    counts.set(key, count(key) + 1)
  }
  expect(done).toBeGreaterThan(asks / 20)
  const said: string[] = []
  await recheck(city.running.platform.deps, CITY_CODE, {
    repair: false,
    say: (line) => said.push(line),
  })
  expect(said).toEqual([])
}, 600_000)

/** Tells the model what ran out at once: a day that was typed may have gone by. */
async function clocksAsked(ids: readonly string[]): Promise<readonly string[]> {
  const { deps } = city.running.platform
  const asked = await ranOut(deps, { city: CITY_CODE, model, ids })
  return asked.flatMap((doing) => tell(model, doing).touched)
}

const standing = ['notOffered', 'notAllowed', 'notVisible']

/** Over the wire, where there is an address for it. */
async function send(doing: Doing): Promise<Said | undefined> {
  const { kind: name, command, actor, party, data = {}, record: id, place } = doing
  const kind = kinds.get(name)
  const record = id === undefined ? undefined : model.book.get(id)
  if (kind === undefined || actor.by !== 'post') return undefined
  const own = record?.parties.find((one) => one.role === party?.role && one.unit === party.unit)
  const declared =
    record === undefined
      ? kind.starts[command]
      : commandIn(
          kind,
          { record, starting: false, party: own, ofParty: party !== undefined },
          command,
        )
  if (declared === undefined) return undefined
  const body = { data: onTheWire(declared.input ?? {}, data) }
  if (place !== undefined && record === undefined)
    return city.post(actor, `/api/${name}/${command}`, { ...body, area: narrowest(place) })
  const role = party === undefined ? '' : `/${party.role}/${party.unit}`
  const said = await city.post(actor, `/api/${name}/${id ?? ''}${role}/${command}`, body)
  return said.code === 'absent' ? undefined : said
}

async function compared(touched: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const theirs of await stored([...new Set(touched)])) {
    const ours = model.book.get(theirs.id)
    const kind = kinds.get(theirs.kind)
    if (ours === undefined || kind === undefined) continue
    wrong.push(...differences(theirs, ours).map((one) => `${theirs.kind}: ${one}`))
    const [a, b] = [todosOf(kind, city.world, theirs), todosIn(kind, city.world, ours)].map(
      (list) =>
        list.map(({ unit, command, role, party }) => [unit, command, role, party].join(' ')).join(),
    )
    if (a !== b) wrong.push(`${theirs.kind} to-dos: ${a}; model ${b}`)
    model.book.set(theirs.id, theirs)
  }
  wrong.push(...begun.map(({ kind }) => `${kind} was begun unseen`))
  const rows = await versions()
  for (const { id, version } of rows)
    if (model.book.get(id)?.version !== version) wrong.push(`${id} was written unseen`)
  return wrong
}

async function stored(ids: readonly string[]): Promise<readonly RecordState[]> {
  const loaded = await loadRecords(city.running.platform.deps.db, CITY_CODE, ids)
  return [...loaded.values()].map(({ record }) => record)
}

async function newRecords(): Promise<readonly RecordState[]> {
  const ids = (await versions()).map(({ id }) => id).filter((id) => !model.book.has(id))
  return (await stored(ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function versions() {
  const { db } = city.running.platform.deps
  return db.read
    .selectFrom('record')
    .select(['id', 'version'])
    .where('city', '=', CITY_CODE)
    .execute()
}
