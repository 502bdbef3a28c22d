import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { withClient } from '../../src/platform/store/database.ts'
import { appealLife } from '../load/appeal-life.ts'
import { lessIsBetter, type Line, median, moreIsBetter, never } from '../line.ts'
import type { Cities } from '../year/cities.ts'
import { openSide } from '../year/side.ts'
import { signInMany } from './signed-in.ts'

/** As many pages as one account may have open. */
const pagesEach = 8
const watchedMs = 8_000

type Size = { readonly viewers: number; readonly lives: number; readonly rounds: number }

/** Writes with thousands listening against writes with none, and how late the last of them hears. */
export async function liveLines(
  { home, small }: Cities,
  { viewers, lives, rounds }: Size,
): Promise<readonly Line[]> {
  const accounts = Math.ceil(viewers / pagesEach)
  const cookies = await withClient(small.url, (client) => signInMany(client, accounts))
  const file = join(home, 'viewers.json')
  await writeFile(file, JSON.stringify(cookies))
  const side = await openSide(home, small)
  const speeds = { without: [] as number[], with: [] as number[] }
  const late: { updates: number; missed: number; longest: number }[] = []
  try {
    const write = () => side.crew.run(lives, (worker, index) => appealLife(worker, index))
    await write()
    for (let round = 0; round < rounds; round += 1) {
      speeds.without.push(await write())
      const crowd = await openCrowd([side.product.url, file, small.url, String(pagesEach)])
      const watching = crowd.watch(watchedMs)
      speeds.with.push(await write())
      late.push(await watching)
      crowd.stop()
    }
  } finally {
    await side.stop()
  }
  const updates = late.reduce((sum, one) => sum + one.updates, 0)
  const missed = late.reduce((sum, one) => sum + one.missed, 0)
  const note = `${accounts * pagesEach} viewers, ${updates} updates`
  const longest = Math.max(...late.map((one) => one.longest)) / 1000
  const ours = median(speeds.with)
  const limit = median(speeds.without)
  return [
    moreIsBetter({ name: 'lives-with-viewers', ours, limit, unit: 'lives/s', target: 0.9, note }),
    lessIsBetter({ name: 'viewers-told', ours: longest, limit: 1, unit: 's', note }),
    never({ name: 'viewers-missed', ours: missed, unit: 'updates', note }),
  ]
}

const toldShape = z.object({ updates: z.number(), missed: z.number(), longest: z.number() })

async function openCrowd(args: readonly string[]) {
  const program = fileURLToPath(new URL('./viewers.ts', import.meta.url))
  const child = fork(program, [...args], { stdio: 'inherit' })
  const failed = once(child, 'exit').then(() => {
    throw new Error('the viewers are gone')
  })
  failed.catch(() => undefined)
  await Promise.race([once(child, 'message'), failed])
  return {
    async watch(ms: number) {
      child.send({ ms })
      const [message] = await Promise.race([once(child, 'message'), failed])
      return toldShape.parse(message)
    },
    stop: () => void child.kill(),
  }
}
