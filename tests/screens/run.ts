import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startProduct, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { startBrowser } from '../journeys/browser.ts'
import { hasChineseLetters } from './font.ts'
import { deedShots } from './deeds.ts'
import { gridShots } from './grid.ts'
import { makeWork } from './make.ts'
import { officialShots } from './officials.ts'
import { indicatorShots } from './indicators.ts'
import { overviewShots } from './overview.ts'
import { residentShots } from './residents.ts'
import { scoreShots } from './scores.ts'
import { openSessions } from './sessions.ts'
import { takePicture, widthsOf } from './take.ts'

/**
 * `npm run screenshots [-- FOLDER] [--only WORDS] [--url ADDRESS]`: pictures of every screen in
 * every state at both widths, of the demo city with its half year, or of a product that runs.
 */
const argv = process.argv.slice(2)
const only = valueOf('--only')
const running = valueOf('--url')
const folder = argv.find((one, at) => !one.startsWith('--') && !argv[at - 1]?.startsWith('--'))
process.exitCode = await run(folder ?? 'reports/screens')

async function run(into: string): Promise<number> {
  await mkdir(into, { recursive: true })
  if (running !== undefined) return takeAll(running, into)
  const home = await mkdtemp(join(tmpdir(), 'tongxin-screens-'))
  const product = await startProduct({ home, port: await findFreePort() })
  try {
    await untilLoaded(product.url)
    return await takeAll(product.url, into)
  } finally {
    await stopProduct(product)
    await rm(home, { recursive: true, force: true })
  }
}

async function takeAll(url: string, into: string): Promise<number> {
  const shots = [
    ...officialShots,
    ...overviewShots,
    ...indicatorShots,
    ...scoreShots,
    ...deedShots,
    ...residentShots,
    ...gridShots,
  ].filter(({ name }) => name.includes(only ?? ''))
  const browser = await startBrowser()
  try {
    const first = await browser.newPage()
    if (!(await hasChineseLetters(first))) throw new Error('this machine has no Chinese font')
    await first.close()
    const made = await makeWork(url)
    const logins = shots.flatMap(({ login }) => (login === undefined ? [] : [login]))
    const sessions = await openSessions(url, new Set(logins))
    let taken = 0
    let troubles = 0
    for (const shot of shots)
      for (const width of widthsOf(shot)) {
        taken += 1
        const trouble = await takePicture(browser, shot, { made, width, folder: into, sessions })
        if (trouble === undefined) continue
        troubles += 1
        process.stdout.write(`${trouble}\n`)
      }
    process.stdout.write(`${taken} pictures in ${into}\n`)
    return troubles === 0 ? 0 : 1
  } finally {
    await browser.close()
  }
}

async function untilLoaded(url: string): Promise<void> {
  for (;;) {
    const answer: unknown = await (await fetch(`${url}/api/progress`)).json()
    const isLoading = typeof answer === 'object' && answer !== null && 'loading' in answer
    if (!isLoading) return
    await pause(1_000)
  }
}

function valueOf(name: string): string | undefined {
  const at = argv.indexOf(name)
  return at < 0 ? undefined : argv[at + 1]
}
