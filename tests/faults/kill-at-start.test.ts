import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openClient, signIn } from '../../bench/product/client.ts'
import { launchProduct, type Product, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { seededDice } from './dice.ts'
import { atLength } from './length.ts'
import { killDatabase } from './own-kill.ts'
import { recheckProgram } from './programs.ts'

let home = ''
let product: Product | undefined

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-first-start-'))
})

afterEach(async () => {
  if (product !== undefined) await stopProduct(product)
  await rm(home, { recursive: true, force: true })
})

test('a first start that is killed again and again, wherever it is, succeeds in the end', async () => {
  const dice = seededDice(20_260_807)
  const options = { home, port: await findFreePort() }
  for (let round = 0; round < atLength({ short: 3, long: 60 }); round += 1) {
    const starting = launchProduct(options)
    // From the making of the database folder to the demo city's first rows.
    await Promise.race([pause(dice(6_000)), starting.started.catch(() => undefined)])
    if (dice(2) === 0) await killDatabase(home)
    starting.send('SIGKILL')
    await starting.ended
  }
  product = launchProduct(options)
  await product.started
  const client = openClient(product.url)
  await signIn(client, 'zuoxi')
  expect((await client.get('/api/todos')).status).toBe(200)
  client.close()
  expect(await stopProduct(product)).toEqual({ code: 0, signal: null })
  product = undefined
  expect(await recheckProgram(home)).toEqual({ code: 0, said: '' })
}, 3_600_000)
