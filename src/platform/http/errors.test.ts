import fastify from 'fastify'
import { expect, test } from 'vitest'
import { StoreAway } from '../store/faults.ts'
import { handleErrors } from './errors.ts'

async function answered(method: 'GET' | 'POST', fault: Error): Promise<string> {
  const app = fastify()
  handleErrors(app)
  app.route({ method, url: '/', handler: () => Promise.reject(fault) })
  const { statusCode, body } = await app.inject({ method, url: '/' })
  return `${statusCode} ${JSON.parse(body).error.code}`
}

const ended = Object.assign(new Error('canceling statement due to statement timeout'), {
  code: '57014',
})
const allInUse = new Error('timeout exceeded when trying to connect')

test('what the server ended, because it waited too long, may be sent again', async () => {
  expect(await answered('GET', ended)).toBe('503 storeAway')
  expect(await answered('POST', ended)).toBe('503 storeAway')
})

test('where all connections are in use, people are too many; where none can be made, the store is away', async () => {
  expect(await answered('GET', allInUse)).toBe('503 busy')
  expect(await answered('GET', new StoreAway(allInUse))).toBe('503 busy')
  const dead = new Error('Connection terminated due to connection timeout')
  expect(await answered('GET', new StoreAway(dead))).toBe('503 storeAway')
  expect(await answered('POST', new StoreAway(allInUse))).toBe('503 storeAway')
})
