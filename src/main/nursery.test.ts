import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const program = `
  const { boundNursery } = await import(process.argv[1])
  boundNursery()
  console.log(JSON.stringify({ pid: process.pid, flags: process.execArgv, given: process.argv.slice(2) }))`

async function told(flags: readonly string[]) {
  const module = new URL('./nursery.ts', import.meta.url).href
  const own = ['--input-type=module', '-e', program]
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = spawn(process.execPath, [...flags, ...own, module, 'given'], { env })
  const said: { pid: number; flags: string[]; given: string[] } = JSON.parse(
    await text(child.stdout),
  )
  return { ...said, isSame: said.pid === child.pid, flags: said.flags.slice(0, 1) }
}

test.skipIf(process.platform === 'win32')(
  'the program begins anew under its own number, with what it was given, and a bound',
  async () => {
    expect(await told([])).toMatchObject({
      isSame: true,
      flags: ['--max-semi-space-size=16'],
      given: ['given'],
    })
  },
)

test('who chose a bound keeps it', async () => {
  expect(await told(['--max-semi-space-size=48'])).toMatchObject({
    flags: ['--max-semi-space-size=48'],
  })
})
