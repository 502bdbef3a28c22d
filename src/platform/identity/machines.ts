import type { Role } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { heldPosts } from './posts.ts'
import type { Session } from './session.ts'
import { digestOf, newToken } from './token.ts'

/** Platforms that ask with a token: who holds one acts in one post, and is never signed in. */
export type Machines = {
  find(token: string, now: Instant): Promise<Session | undefined>
  /** Closes the door of a machine in this process at once. */
  forget(id: string): void
}

type At = { readonly city: number; readonly now: Instant }

export function openMachines(options: { db: Database; city: () => number }): Machines {
  const remembered = new Map<string, { readonly until: Instant; readonly session: Session }>()
  return {
    async find(token, now) {
      const known = remembered.get(token)
      if (known !== undefined && known.until > now) return known.session
      remembered.delete(token)
      const session = await load(options.db, { city: options.city(), now }, token)
      if (session === undefined) return undefined
      if (remembered.size > mostRemembered) remembered.clear()
      remembered.set(token, { until: now + rememberMs, session })
      return session
    },
    forget(id) {
      for (const [token, { session }] of remembered)
        if (session.account.id === id) remembered.delete(token)
    },
  }
}

/** So long another process may still answer what was closed here. */
const rememberMs = 1_000
const usedEveryMs = 60_000
const mostRemembered = 1_000

async function load(db: Database, at: At, token: string): Promise<Session | undefined> {
  const { city, now } = at
  const row = await db.read
    .selectFrom('machine')
    .select(['id', 'name', 'post', 'used_at'])
    .where('city', '=', city)
    .where('token_hash', '=', digestOf(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const [post] = row === undefined ? [] : await heldPosts(db, at, { id: row.post })
  if (row === undefined || post === undefined) return undefined
  if (row.used_at === null || now - row.used_at > usedEveryMs)
    await db.read
      .updateTable('machine')
      .set({ used_at: momentOf(now) })
      .where('city', '=', city)
      .where('id', '=', row.id)
      .execute()
  const account = { id: row.id, person: post.person, login: row.name }
  return { id: row.id, account, personName: post.personName, post, machine: true }
}

type NewMachine = {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly name: string
  readonly unit: number
  readonly role: Role
}

/** Makes a machine with a post of its own, so that what it does is told under its own name. */
export async function makeMachine(db: Database, at: At, machine: NewMachine): Promise<string> {
  const { city, now } = at
  const { id, post, person, name, unit, role } = machine
  const token = newToken()
  await db.read.transaction().execute(async (write) => {
    await write.insertInto('person').values({ city, id: person, name }).execute()
    await write
      .insertInto('post')
      .values({ city, id: post, person, unit, role, title: '接口账号', valid_from: momentOf(now) })
      .execute()
    await write
      .insertInto('machine')
      .values({ city, id, name, post, token_hash: digestOf(token), made_at: momentOf(now) })
      .execute()
  })
  return token
}

/** A new token for a machine; the old one opens nothing from now on. */
export async function renewMachine(db: Database, { city }: At, id: string): Promise<string> {
  const token = newToken()
  await db.read
    .updateTable('machine')
    .set({ token_hash: digestOf(token) })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
  return token
}

/** Ends a machine and its post; what it brought stays under its name. */
export async function revokeMachine(
  db: Database,
  { city, now }: At,
  machine: { readonly id: string; readonly post: string },
): Promise<void> {
  await db.read.transaction().execute(async (write) => {
    await write
      .updateTable('machine')
      .set({ revoked_at: momentOf(now) })
      .where('city', '=', city)
      .where('id', '=', machine.id)
      .execute()
    await write
      .updateTable('post')
      .set({ valid_to: momentOf(now) })
      .where('city', '=', city)
      .where('id', '=', machine.post)
      .execute()
  })
}

export async function renameMachine(
  db: Database,
  { city }: At,
  { id, person, name }: { readonly id: string; readonly person: string; readonly name: string },
): Promise<void> {
  await db.read.transaction().execute(async (write) => {
    await write
      .updateTable('machine')
      .set({ name })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute()
    await write
      .updateTable('person')
      .set({ name })
      .where('city', '=', city)
      .where('id', '=', person)
      .execute()
  })
}
