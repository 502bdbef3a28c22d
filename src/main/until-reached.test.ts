import { expect, test } from 'vitest'
import { StoreAway } from '../platform/store/faults.ts'
import { untilReached } from './until-reached.ts'

test('a start waits for a database that is away, says so once, and goes on', async () => {
  const said: string[] = []
  let tries = 0
  const work = async () => {
    tries += 1
    if (tries < 3) throw new StoreAway()
    return tries
  }
  expect(await untilReached(work, (line) => said.push(line))).toBe(3)
  expect(said).toEqual(['数据库暂时连接不上，连上后自动继续'])
})

test('whatever else goes wrong at a start ends it', async () => {
  const work = () => Promise.reject(new Error('the database is of a newer release'))
  await expect(untilReached(work, () => undefined)).rejects.toThrow('newer release')
})
