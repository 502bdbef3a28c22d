import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { providerOf } from './keys.ts'
import { NotOpened, openSealed, sealing } from './sealed-file.ts'

const keys = (letter: string) => providerOf([{ id: 'k1', secret: Buffer.alloc(32, letter) }])
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongxin-sealed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function sealedFile(plain: Buffer, place = 'a'): Promise<string> {
  const file = join(folder, `f${process.hrtime.bigint()}`)
  await pipeline(Readable.from([plain]), sealing(keys('a'), place), createWriteStream(file))
  return file
}

describe('a sealed file', () => {
  test.each([0, 1, 500_000])('of %d bytes opens as it was', async (size) => {
    const plain = Buffer.alloc(size, '同心')
    const file = await sealedFile(plain)
    expect(await buffer(await openSealed(keys('a'), 'a', file))).toEqual(plain)
    if (size > 9) expect((await readFile(file)).includes('同心')).toBe(false)
  })

  test.each([
    ['changed', (bytes: Buffer) => bytes.fill(bytes[60] === 0 ? 1 : 0, 60, 61)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['another sort of file', () => Buffer.from('hello')],
  ])('that was %s does not open', async (_, spoil) => {
    const file = await sealedFile(Buffer.alloc(1000, 7))
    await writeFile(file, spoil(await readFile(file)))
    await expect(openSealed(keys('a'), 'a', file)).rejects.toThrow(NotOpened)
  })

  test('does not open in the place of another, nor with other keys', async () => {
    const file = await sealedFile(Buffer.from('x'))
    await expect(openSealed(keys('a'), 'b', file)).rejects.toThrow(NotOpened)
    await expect(openSealed(keys('b'), 'a', file)).rejects.toThrow(NotOpened)
  })
})
