import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '../../src/kernel/actor.ts'
import { narrowest, type Place, placeOf } from '../../src/kernel/directory.ts'
import { ownDataCommands } from '../../src/kernel/own-data.ts'
import { unopenedRecord } from '../../src/kernel/record.ts'
import { demoLists } from '../../src/main/demo/lists.ts'
import { kinds } from '../../src/main/registry.ts'
import { newId } from '../../src/platform/numbers/ids.ts'
import { seededDice, shuffled } from '../faults/dice.ts'
import { castFor } from './city.ts'
import { type Cell, cellsOf, isAskedByPeople, roles } from './cells.ts'
import { livesEverywhere } from './every-place.ts'
import { type HttpCity, type Said, startHttpCity } from './http-city.ts'
import { inputFor } from './inputs.ts'
import { livesInEveryState } from './seeds.ts'
import { postIn } from './stage.ts'
import { mayAsk } from './standing.ts'
import { onTheWire } from './wire.ts'

const seed = Number(process.env['MODEL_SEED'] ?? 20_261_122)
/** How many cells are asked, allowed and refused ones each; `MATRIX_ASKS=30000` asks all. */
const most = Number(process.env['MATRIX_ASKS'] ?? 1_500)
const atOnce = 12

let city: HttpCity
let cells: readonly Cell[] = []

beforeAll(async () => {
  city = await startHttpCity(20)
  const lives = livesInEveryState(city.lives, 3)
  const all = [...kinds.values()].flatMap((kind) => livesEverywhere(kind, lives, newId))
  await city.write(all)
  const byKey = new Map<string, Cell>()
  for (const { kind, record } of all)
    for (const cell of cellsOf(kind, record, city.world))
      if (!byKey.has(cell.key)) byKey.set(cell.key, cell)
  cells = [...byKey.values()]
}, 240_000)
afterAll(() => city.stop())

test('over HTTP everybody may what the table says and nothing else, and what is refused writes nothing', async () => {
  const before = await written()
  const chosen = chosenOf(cells)
  const wrong: string[] = []
  await sideBySide(chosen, async (cell) => {
    const said = await tried(cell)
    if (!isAsTold(cell, said)) wrong.push(`${cell.key}: ${said.status} ${said.code}`)
  })
  expect(wrong).toEqual([])
  expect(await written()).toEqual(before)
  const asked = Map.groupBy(chosen, ({ of }) => of)
  const oneWay = declared().filter((of) => {
    const some = asked.get(of) ?? []
    return !some.some(({ isAllowed }) => isAllowed) || !some.some(({ isAllowed }) => !isAllowed)
  })
  expect(oneWay).toEqual([])
}, 240_000)

test('what only the system asks has no address for people', async () => {
  const before = await written()
  const own = [...kinds.values()].flatMap((kind) =>
    Object.values(kind.states).flatMap(({ commands }) =>
      Object.entries(commands ?? {})
        .filter(([, command]) => !isAskedByPeople(command))
        .map(([name]) => ({ kind, name })),
    ),
  )
  const somebody: Actor = { by: 'post', post: postIn(1, 'leader') }
  const said = await Promise.all(
    own.map(({ kind, name }) => {
      const offered = Object.values(kind.states).some((state) => {
        const command = state.commands?.[name]
        return command !== undefined && isAskedByPeople(command)
      })
      if (offered) return Promise.resolve({ status: 404, code: '' })
      return city.post(somebody, `/api/${kind.name}/${newId()}/${name}`, { data: {} })
    }),
  )
  expect(said.filter(({ status }) => status !== 404)).toEqual([])
  expect(await written()).toEqual(before)
})

test('over HTTP a record is begun by whom the table says, and by nobody else', async () => {
  const wrong: string[] = []
  const both: string[] = []
  const dice = seededDice(seed)
  const records = shuffled(
    cells.map(({ record }) => record),
    dice,
  )
  const cast = castFor(city.world, records.slice(0, 400))
  for (const kind of kinds.values())
    for (const [name, command] of Object.entries(kind.starts)) {
      if (!isAskedByPeople(command)) continue
      const people = cast.posts.map((post): Actor => ({ by: 'post', post }))
      const mayAt = (place: Place) => (actor: Actor) => {
        const record = unopenedRecord({ kind: kind.name, place, openedAt: city.now })
        return mayAsk(command, { kind, world: city.world, record, actor, party: undefined })
      }
      // Where somebody of the cast may begin it: some begin in a community only.
      const places = shuffled(cast.areas, dice)
        .map((code) => placeOf(city.world.directory, code))
        .filter((place) => place !== undefined)
      const place = places.find((one) => people.some(mayAt(one))) ?? places[0]
      if (place === undefined) throw new Error('no place')
      const may = mayAt(place)
      const allowed = shuffled(people.filter(may), dice).slice(0, 3)
      const refused = roles.flatMap((role) =>
        shuffled(
          people.filter((one) => one.by === 'post' && one.post.role === role && !may(one)),
          dice,
        ).slice(0, 1),
      )
      const post = (actor: Actor) => {
        const known = knownTo(cast)
        const data = onTheWire(command.input ?? {}, inputFor(command.input ?? {}, known, dice))
        return city.post(actor, `/api/${kind.name}/${name}`, { area: narrowest(place), data })
      }
      const before = await written()
      await sideBySide(refused, async (actor) => {
        const { status, code } = await post(actor)
        if (![403, 404].includes(status)) wrong.push(`${kind.name}.${name}: ${status} ${code}`)
      })
      expect(await written()).toEqual(before)
      for (const actor of allowed) {
        const { status, code } = await post(actor)
        if (isStanding(code) || status >= 500) wrong.push(`${kind.name}.${name}: ${status} ${code}`)
      }
      if (allowed.length > 0 && refused.length > 0) both.push(`${kind.name} ${name}`)
    }
  expect(wrong).toEqual([])
  const begun = [...kinds.values()].flatMap((kind) =>
    Object.entries(kind.starts)
      .filter(([, command]) => isAskedByPeople(command) && !onlyByResidents(command.by))
      .map(([name]) => `${kind.name} ${name}`),
  )
  expect(begun.filter((one) => !both.includes(one))).toEqual([])
}, 240_000)

/** The same ones for the same seed: of each command every way in, and some who are refused; besides
 *  as many as are wanted. */
function chosenOf(all: readonly Cell[]): readonly Cell[] {
  const mixed = shuffled(all, seededDice(seed))
  const [may, mayNot] = [true, false].map((way) =>
    mixed.filter(({ isAllowed }) => isAllowed === way),
  )
  return [
    ...filled(may ?? [], ({ of, way }) => `${of} ${way}`),
    ...filled(mayNot ?? [], ({ of }) => of),
  ]
}

function filled(cells: readonly Cell[], by: (cell: Cell) => string): readonly Cell[] {
  const first = new Set([...Map.groupBy(cells, by).values()].flatMap((some) => some.slice(0, 1)))
  const rest = cells.filter((cell) => !first.has(cell))
  return [...first, ...rest.slice(0, Math.max(0, most - first.size))]
}

/** Who may not asks with what would pass; who may, with what cannot: so nothing is ever written. */
function tried({ kind, record, name, command, party, actor, isAllowed }: Cell): Promise<Said> {
  const cast = { posts: [postIn(1, 'clerk')], areas: [narrowest(record.place)], lists: demoLists() }
  const fields = command.input ?? {}
  const data = isAllowed
    ? { nothingIsCalledThis: 1 }
    : onTheWire(fields, inputFor(fields, knownTo(cast), seededDice(seed)))
  const role = party === undefined ? '' : `/${party.role}/${party.unit}`
  const path =
    actor.by === 'post'
      ? `/api/${kind.name}/${record.id}${role}/${name}`
      : kind.handsOut === undefined
        ? `/api/public/appeal/${name}`
        : `/api/public/handed-out/${kind.name}/${name}`
  return city.post(actor, path, { data })
}

function knownTo(cast: ReturnType<typeof castFor>) {
  return {
    world: city.world,
    lists: cast.lists,
    units: [...city.world.directory.units.keys()],
    areas: cast.areas,
    posts: cast.posts.map(({ id }) => id),
    records: () => [newId()],
    now: city.now,
  }
}

function isAsTold({ kind, name, isAllowed, actor }: Cell, { status, code }: Said): boolean {
  if (isAllowed) return status === 400 && code === 'invalid'
  // What is a resident's own has no address for those who sign in.
  const isResidents = name in ownDataCommands(kind)
  if (isResidents && actor.by === 'post') return status === 404
  if (actor.by === 'link') return [401, 403, 404].includes(status)
  return (status === 403 && code === 'notAllowed') || (status === 404 && code === 'notVisible')
}

function isStanding(code: string): boolean {
  return ['notAllowed', 'notVisible', 'notOffered', 'signedOut'].includes(code)
}

function onlyByResidents(by: readonly string[]): boolean {
  return by.every((name) => ['public', 'clock', 'effect', 'courier'].includes(name))
}

/** Commands that people may ask of a record, wherever it stands. */
function declared(): readonly string[] {
  return [...new Set(cells.map(({ of }) => of))]
}

/** How much there is of everything that an ask could write. */
async function written(): Promise<readonly unknown[]> {
  const { db } = city.running.platform.deps
  const rows = await db.read.selectFrom('record').select(['id', 'version']).orderBy('id').execute()
  return [await city.running.eventCount(), rows.length, JSON.stringify(rows)]
}

async function sideBySide<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await act(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

test('the table is for administrators and auditors, on the page and as a sheet', async () => {
  const status = async (role: Role, path: string) => {
    const { status: said } = await city.get({ by: 'post', post: postIn(1, role) }, path)
    return said
  }
  const paths = ['/api/access-matrix', '/api/access-matrix/export?format=csv&role=clerk']
  const may = (role: Role) => Promise.all(paths.map((path) => status(role, path)))
  expect(await Promise.all([may('admin'), may('security'), may('auditor')])).toEqual(
    Array.from({ length: 3 }, () => [200, 200]),
  )
  expect(await may('leader')).toEqual([403, 403])
})
