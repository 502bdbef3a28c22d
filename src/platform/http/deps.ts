import type { FastifyInstance } from 'fastify'
import type { Post } from '../../kernel/actor.ts'
import type { Indicator } from '../../kernel/indicator.ts'
import type { AskDeps } from '../asking/types.ts'
import type { PollKeys } from '../ballots/poll-keys.ts'
import type { SignInLimits } from '../identity/limits.ts'
import type { Machines } from '../identity/machines.ts'
import type { Session, Sessions } from '../identity/session.ts'
import type { LogLevel } from '../log/log-options.ts'
import type { CityState } from '../world/city-state.ts'

/** What is under way behind the started server, for people who wait. */
export type Progress = { readonly what: string; readonly done: number; readonly total: number }

/** All that the routes take from outside. */
export type HttpDeps = AskDeps & {
  /** The city served; nothing while it has not been set up. */
  readonly state: () => CityState | undefined
  readonly reloadWorld: () => Promise<void>
  readonly sessions: Sessions
  readonly machines: Machines
  readonly limits: (now: number) => SignInLimits
  /** The address by which people reach the platform, where the operator names it. */
  readonly origin?: string | undefined
  /** The folder in which files lie. */
  readonly files: string
  /** Keys of open votes. */
  readonly ballotKeys: PollKeys
  /** The built pages; without them only the interface answers. */
  readonly web: string | undefined
  readonly progress: () => Progress | undefined
  /** What keeps the server from answering yet, in words. */
  readonly notReady: () => string | undefined
  /** Entries of the main navigation that a post can use. */
  readonly navOf: (post: Post, state: CityState) => readonly string[]
  /** Which kind a resident begins and follows, by which command, and where its answer stands. */
  readonly residents: Residents
  /** Makes the first administrator of a fresh installation from a one-time code. */
  readonly setUp?: ((typed: FirstSetUp) => Promise<boolean>) | undefined
  /** Shown on the sign-in page of a demo city, which protects nothing. */
  readonly demoAccounts: readonly DemoLogin[]
  /** What the groups of kinds are called, in the order in which they are shown. */
  readonly groups: Readonly<Record<string, string>>
  /** Declared figures, by id and part. */
  readonly indicators: readonly Indicator[]
  readonly plugins: readonly Plugin[]
  /** Requests a minute: from one address to public pages, from one address with tokens of other
   *  platforms, and of one session. */
  readonly rate: {
    readonly residents: number
    readonly machines: number
    readonly officials: number
  }
  readonly capacity: Capacity
  readonly log: LogLevel | false
}

/** How much one process takes on at once. */
type Capacity = {
  /** Requests under way from which on reads, and from which on writes too, are refused. */
  readonly reads: number
  readonly writes: number
  /** The same by how late the process comes to what is due, in milliseconds. */
  readonly lateForReads: number
  readonly lateForWrites: number
  /** Of writes begun, how many are worked on at once; the others wait their turn. */
  readonly asksAtOnce: number
}

export type Residents = {
  readonly kind: string
  readonly command: string
  /** The field with what the person is told, readable from this step on. */
  readonly answer: string
  readonly answeredFrom: number
  /** The field that names the unit which received it. */
  readonly desk: string
  /** Its steps in a resident's words, from the first. */
  readonly steps: readonly string[]
  /** Types of the units a resident may name as the one complained of. */
  readonly unitTypes: readonly string[]
}

export type DemoLogin = {
  readonly login: string
  readonly password: string
  readonly says: string
}

export type FirstSetUp = {
  readonly typed: string
  readonly code: number
  readonly cityName: string
  readonly name: string
  readonly login: string
  readonly password: string
}

/** Routes of one capability, wired in from outside: the platform knows none. */
export type Plugin = (app: FastifyInstance, deps: HttpDeps) => void

export type { Session }
