import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HttpDeps, Progress } from '../platform/http/deps.ts'
import {
  createFirstAdministrator,
  hasAccounts,
  type openFirstCode,
} from '../platform/identity/first-administrator.ts'
import { pollKeys } from '../platform/ballots/poll-keys.ts'
import { signInLimits } from '../platform/identity/limits.ts'
import { openMachines } from '../platform/identity/machines.ts'
import { openSessions } from '../platform/identity/sessions.ts'
import { publishedCalendar } from '../platform/calendar/published.ts'
import type { World } from '../kernel/world.ts'
import { directoryOf } from '../kernel/directory.ts'
import { demoAccounts, demoPassword } from './demo/accounts.ts'
import { groups } from './groups.ts'
import { navOf } from './nav.ts'
import { plugins } from './plugins.ts'
import { allIndicators } from './registry.ts'
import type { Platform } from './wiring.ts'

type Options = {
  readonly platform: Platform
  readonly home: string
  readonly first: ReturnType<typeof openFirstCode> | undefined
  readonly progress: () => Progress | undefined
  readonly notReady: () => string | undefined
  readonly rate?: HttpDeps['rate']
  readonly log?: HttpDeps['log']
  readonly origin?: string | undefined
}

/** What the server's routes take, made of the opened platform. */
export function httpDeps(options: Options): HttpDeps {
  const { platform, home, first } = options
  const { deps, worlds } = platform
  const world = () => worlds.state()?.world ?? nowhere
  const limits = (now: number) => signInLimits(world(), now)
  const city = () => worlds.state()?.city ?? 0
  return {
    ...deps,
    state: () => worlds.state(),
    reloadWorld: () => worlds.reload(),
    sessions: openSessions({ db: deps.db, city, world, limits, newId: deps.newId }),
    machines: openMachines({ db: deps.db, city }),
    limits,
    origin: options.origin,
    files: join(home, 'files'),
    ballotKeys: pollKeys(join(home, 'ballots')),
    web: builtPages(),
    progress: options.progress,
    notReady: options.notReady,
    navOf,
    residents: {
      kind: 'resident-appeal',
      command: 'ask',
      answer: 'publicAnswer',
      answeredFrom: 4,
      desk: 'desk',
      steps: ['收到', '派给承办单位', '办理', '答复评价', '办结'],
      unitTypes: ['street', 'community', 'department'],
    },
    async setUp({ typed, ...about }) {
      // Each process that found no account has a code of its own: the first that is used voids all.
      if (first === undefined || (await hasAccounts(deps.db)) || !first.use(typed)) return false
      await createFirstAdministrator(deps.db, about, { now: deps.now(), newId: deps.newId })
      await worlds.reload()
      await platform.numbers.refill()
      return true
    },
    demoAccounts: demoAccounts.map(({ login, about }) => ({
      login,
      password: demoPassword,
      says: about,
    })),
    groups,
    indicators: allIndicators,
    plugins,
    rate: options.rate ?? { residents: 120, machines: 1_200, officials: 60_000 },
    capacity: { reads: 200, writes: 400, lateForReads: 750, lateForWrites: 1_500, asksAtOnce: 8 },
    log: options.log ?? 'warn',
  }
}

function builtPages(): string | undefined {
  const folder = fileURLToPath(new URL('../../dist/web', import.meta.url))
  return existsSync(folder) ? folder : undefined
}

/** Before a city was set up nobody signs in, but limits are asked for. */
const nowhere: World = {
  directory: directoryOf([], []),
  calendar: publishedCalendar(),
  practices: [],
  parameters: {},
}
