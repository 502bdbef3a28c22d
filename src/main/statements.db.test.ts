import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../platform/store/database.ts'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import {
  type Answer,
  type Caller,
  type RunningCity,
  startRunningCity,
} from './testing/running-city.ts'

let city: RunningCity
let desk: Caller
let street: Caller
let sent = 0
const appeals = '/api/records/resident-appeal'
const fewRows = 10
const manyRows = 60
const times = 3

beforeAll(async () => {
  city = await startRunningCity((deps) => ({ ...deps, db: counted(deps.db) }))
  desk = await city.as('wuhua')
  street = await city.as('huashan-jingban')
}, 120_000)
afterAll(() => city.stop())

/** Counts what requests send to the database, whichever way it goes. Who asks is found before, and
 *  is remembered. */
function counted(db: Database): Database {
  const answered: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      sent += 1
      return result
    },
  }
  return {
    ...db,
    read: db.read.withPlugin(answered),
    far: db.far.withPlugin(answered),
    quick: {
      run(statement) {
        sent += 1
        return db.quick.run(statement)
      },
    },
    numbers: {
      run(statement) {
        sent += 1
        return db.numbers.run(statement)
      },
    },
    writer: {
      ...db.writer,
      commit(values) {
        sent += 1
        return db.writer.commit(values)
      },
    },
  }
}

/** How many statements something sends, once what is remembered is known: the least of some times,
 *  because what works by itself behind the requests may fall among them. */
async function statements(work: () => Promise<{ status: number }>): Promise<number> {
  expect((await work()).status).toBe(200)
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time += 1) {
    sent = 0
    expect((await work()).status).toBe(200)
    least = Math.min(least, sent)
  }
  return least
}

async function opened(): Promise<{ id: string; number: string }> {
  const { body } = await registered(desk)
  await asked(desk, `${body.id}/dispatch`, dispatching)
  return body
}

/** What one asks for all day. */
async function reads({ id, number }: { id: string; number: string }) {
  return {
    inbox: await statements(() => street.get('/api/todos')),
    list: await statements(() => desk.get(`${appeals}?open=1&sort=due`)),
    newest: await statements(() => street.get(appeals)),
    number: await statements(() => desk.get(`${appeals}?number=${number}`)),
    record: await statements(() => street.get(`/api/record/${id}`)),
  }
}

describe('what a request sends to the database', () => {
  test('is a few statements, and no more of them when there are more rows', async () => {
    const first = await opened()
    for (let made = 1; made < fewRows; made += 1) await opened()
    const few = await reads(first)
    for (let made = fewRows; made < manyRows; made += 1) await opened()
    const many = await reads(first)
    expect(few).toEqual({ inbox: 2, list: 1, newest: 1, number: 1, record: 3 })
    // A list with more than a page is counted besides.
    expect(many).toEqual({ ...few, list: 2, newest: 2 })
  })

  test('is as little for each ask of an appeal’s life', async () => {
    const told: Record<string, number> = {}
    const ask = async (name: string, by: Caller, answer: () => Promise<Answer>) => {
      // Who asks is remembered for a second only.
      await by.get('/api/me')
      sent = 0
      const { status, body } = await answer()
      expect(status === 200 ? name : body).toBe(name)
      told[name] = Math.min(told[name] ?? sent, sent)
      return body
    }
    for (let time = 0; time < times; time += 1) {
      // Whoever left no number need not be rung before they are answered.
      const { id } = await ask('register', desk, () => registered(desk, { reporter: undefined }))
      await ask('dispatch', desk, () => asked(desk, `${id}/dispatch`, dispatching))
      await ask('sign', street, () => asked(street, `${id}/sign`))
      await ask('submitAnswer', street, () =>
        asked(street, `${id}/submitAnswer`, { publicAnswer: '桶已经清空，请再看一看' }),
      )
    }
    expect(told).toEqual({ register: 2, dispatch: 4, sign: 4, submitAnswer: 6 })
  })
})
