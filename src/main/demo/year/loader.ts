import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { askKeys } from '../../../platform/crypto/ask-keys.ts'
import { keySource } from '../../../platform/crypto/key-source.ts'
import { withClient } from '../../../platform/store/database.ts'
import { inventCallers } from './callers.ts'
import { wantedOf, yearOf } from './chunks.ts'
import { copiesOf } from './copies.ts'
import type { Pattern } from './pattern.ts'
import { writeChunk } from './write-chunk.ts'

/**
 * A process that writes chunks of a year. It asks for the next while the last one goes to the
 * database, and ends when there is none.
 */
const given = z
  .object({
    url: z.string(),
    home: z.string(),
    city: z.number(),
    count: z.number(),
    file: z.string(),
    name: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'))
const chunkShape = z.object({ from: z.number(), to: z.number() })
const callersInCity = 20_000

const { url, home, city, count, file, name } = given
const patterns: readonly Pattern[] = JSON.parse(await readFile(file, 'utf8'))
const provider = await keySource(home).open()
const keys = askKeys(provider)
const year = yearOf(patterns, count, inventCallers(callersInCity, 7, keys))
const digest = (text: string) => keys.digest(text)

await withClient(url, async (client) => {
  let writing = Promise.resolve()
  for (;;) {
    const chunk = await nextChunk()
    if (chunk === undefined) break
    const wanted = wantedOf(year, chunk)
    const copies = copiesOf({ city, provider, digest }, wanted)
    await writing
    const own = { city, now: Date.now(), wanted, copies, name: `${name}:${chunk.from}` }
    writing = writeChunk(client, own).then(
      () => void process.send?.({ done: chunk.to - chunk.from }),
    )
    writing.catch(() => undefined)
  }
  await writing
})
process.disconnect()

function nextChunk(): Promise<z.infer<typeof chunkShape> | undefined> {
  return new Promise((resolve) => {
    process.once('message', (message) => resolve(chunkShape.safeParse(message).data))
    process.send?.({ next: true })
  })
}
