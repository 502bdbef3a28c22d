import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { clockRounds } from '../platform/clockwork/clockwork.ts'
import { courierRounds } from '../platform/courier/courier.ts'
import type { HttpDeps, Progress } from '../platform/http/deps.ts'
import { buildServer } from '../platform/http/server.ts'
import { faultWords } from '../platform/log/fault-view.ts'
import { hasAccounts, openFirstCode } from '../platform/identity/first-administrator.ts'
import { publishHeads } from '../platform/evidence/heads-file.ts'
import { type Sealer, startSealer } from '../platform/evidence/sealer.ts'
import { type Embedded, startEmbedded } from '../platform/postgres/embedded.ts'
import { migrate } from '../platform/store/migrate.ts'
import { type Folder, startFolder, usualMs } from '../platform/tallies/folder.ts'
import { demoAccounts, demoPassword } from './demo/accounts.ts'
import { loadDemoCity } from './demo/load-city.ts'
import type { Environment } from './environment.ts'
import { type Front, openFront } from './front.ts'
import { httpDeps } from './http-deps.ts'
import { type OneAtATime, oneAtATime } from '../platform/turns/one-at-a-time.ts'
import { reorganisingRounds } from './reorganisation/worker.ts'
import { sweepRounds } from './upload-sweep.ts'
import { untilReached } from './until-reached.ts'
import { openPlatform, type Platform } from './wiring.ts'

export type Running = {
  readonly url: string
  readonly databaseUrl: string
  /** Resolves when everything that was loading behind the started server is done. */
  readonly loaded: Promise<void>
  stop(): Promise<void>
}

const whileLoadingMs = 5_000

type Parts = {
  isStopping?: boolean
  front?: Front
  embedded?: Embedded
  platform?: Platform
  folder?: Folder
  sealer?: Sealer
  rounds?: OneAtATime
  endLive?: () => Promise<void>
  closeApp?: () => Promise<unknown>
}

type Status = { what: string | undefined; progress: Progress | undefined }

/** Starts the whole product: listens at once, prepares the database, then serves. */
export async function start(env: Environment, say: (line: string) => void): Promise<Running> {
  const parts: Parts = {}
  const status: Status = { what: '正在启动数据库', progress: undefined }
  const tell = (line: string) => {
    status.what = line
    say(line)
  }
  try {
    parts.front = await openFront(env, () => ({
      what: status.what ?? '正在启动',
      progress: status.progress,
    }))
    await mkdir(join(env.home, 'files'), { recursive: true })
    if (env.databaseUrl === undefined)
      parts.embedded = await startEmbedded({ home: env.home, say: tell })
    const url = env.databaseUrl ?? parts.embedded?.url ?? ''
    await untilReached(() => migrate(url, tell), tell)
    parts.platform = await openPlatform({
      url,
      readUrl: env.databaseReadUrl,
      home: env.home,
      city: env.city,
      say,
    })
    const { loaded } = await serve(env, { parts, platform: parts.platform, status, url, say })
    const address = parts.front.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : env.port
    const shown = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`
    say(`同心已启动：${shown}  居民页面：${shown}/r`)
    return { url: shown, databaseUrl: url, loaded, stop: () => stop(parts) }
  } catch (error) {
    await stop(parts)
    throw error
  }
}

type Serving = {
  readonly parts: Parts
  readonly platform: Platform
  readonly status: Status
  readonly url: string
  readonly say: (line: string) => void
}

async function serve(env: Environment, serving: Serving): Promise<{ loaded: Promise<void> }> {
  const { parts, platform, status, say } = serving
  const { deps, worlds } = platform
  if (env.demo) {
    status.what = '正在建立演示城市'
    await loadDemoCity.base(platform, say)
  }
  const first = (await hasAccounts(deps.db)) ? undefined : openFirstCode()
  const http: HttpDeps = httpDeps({
    platform,
    home: env.home,
    log: env.log,
    first,
    origin: env.origin,
    progress: () => status.progress,
    notReady: () => status.what,
  })
  const app = await buildServer(http)
  await app.ready()
  parts.endLive = () => app.endLive()
  parts.closeApp = () => app.close()
  parts.front?.serve((request, response) => app.routing(request, response))
  status.what = undefined
  const cities = () => [worlds.state()?.city].filter((city) => city !== undefined)
  // A past that is being loaded needs the processors: its counts are folded in larger steps.
  const everyMs = () => (status.progress === undefined ? usualMs : whileLoadingMs)
  parts.folder = startFolder(deps.db, { cities, now: deps.now, say, everyMs })
  const publish = async (city: number) =>
    void (await publishHeads(deps.db, { folder: join(env.home, 'heads'), city }))
  parts.sealer = startSealer(deps.db, { cities, now: deps.now, say, publish })
  const reload = () => worlds.reload()
  parts.rounds = oneAtATime(deps.db, [
    clockRounds(deps, { cities, say }),
    courierRounds(deps, { cities, say }),
    reorganisingRounds(deps, { cities, reload, say }),
    sweepRounds({ ...deps, files: http.files, cities, say }),
  ])
  if (first !== undefined) say(`还没有管理员。打开页面，用一次性代码 ${first.code} 建立首个管理员`)
  if (worlds.state()?.demo === true) sayAccounts(say)
  return { loaded: loading(env, serving) }
}

async function loading(
  env: Environment,
  { parts, platform, status, url, say }: Serving,
): Promise<void> {
  if (!env.demo) return
  status.progress = { what: '演示数据', done: 0, total: 1 }
  try {
    await loadDemoCity.past(platform, {
      url,
      home: env.home,
      say,
      progress: (progress) => {
        status.progress = progress
      },
    })
    await platform.worlds.reload()
  } catch (error) {
    // What a stop breaks off goes on at the next start.
    if (parts.isStopping !== true) say(`演示数据没有装完：${faultWords(error)}`)
  } finally {
    status.progress = undefined
  }
}

function sayAccounts(say: (line: string) => void): void {
  say(`演示账号(密码都是 ${demoPassword}):`)
  for (const { login, about } of demoAccounts) say(`  ${login.padEnd(16)} ${about}`)
}

/** In the order in which nothing acknowledged is lost: no new requests, running ones end, then
 *  what works behind them, then the database. */
async function stop(parts: Parts): Promise<void> {
  parts.isStopping = true
  await parts.endLive?.()
  await parts.front?.close()
  await parts.closeApp?.()
  await parts.rounds?.stop()
  await parts.folder?.stop()
  await parts.sealer?.stop()
  await parts.platform?.close()
  await parts.embedded?.stop()
}
