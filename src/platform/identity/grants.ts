import type { Role } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { nobodysPassword, voidGiven } from './guarded.ts'
import { officeClash, officesFilled } from './offices.ts'
import { heldPosts, roleIn } from './posts.ts'
import { noteSecurityIn } from './security-log.ts'

export type Grant = {
  readonly id: string
  readonly what: 'grant' | 'end'
  readonly post: string
  readonly person: string
  readonly unit: number
  readonly role: Role
  readonly title: string
  readonly from: Instant
  readonly to: Instant | null
}

/** Who acts, as the log names them. */
export type Doer = {
  readonly account: string
  readonly post: { readonly id: string; readonly person: string }
  readonly address: string
}

export type GrantAt = { readonly city: number; readonly now: Instant; readonly by: Doer }

/** Without a security administrator there is nobody to wait for. */
export async function needsConfirming(
  db: Database,
  at: { readonly city: number; readonly now: Instant },
): Promise<boolean> {
  return (await officesFilled(db, at)).has('security')
}

/** Writes down what the system administrator wants; the last wish about a post replaces the one
 *  before it. */
export async function askGrant(
  db: Database,
  { city, now, by }: { readonly city: number; readonly now: Instant; readonly by: string },
  grant: Grant,
): Promise<void> {
  const { id, what, post, person, unit, role, title } = grant
  await db.read
    .updateTable('post_grant')
    .set({ decided_at: momentOf(now), decided_by: by, agreed: false })
    .where('city', '=', city)
    .where('post', '=', post)
    .where('decided_at', 'is', null)
    .execute()
  await db.read
    .insertInto('post_grant')
    .values({
      city,
      id,
      what,
      post,
      person,
      unit,
      role,
      title,
      valid_from: momentOf(grant.from),
      valid_to: grant.to === null ? null : momentOf(grant.to),
      asked_by: by,
      asked_at: momentOf(now),
    })
    .execute()
}

export type Decided = { readonly ok: true } | { readonly ok: false; readonly says: string }

/** The security administrator agrees, and the post stands; or does not, and nothing changes. */
export async function decideGrant(
  db: Database,
  { city, now, by }: GrantAt,
  { id, agreed }: { readonly id: string; readonly agreed: boolean },
): Promise<Decided> {
  const grant = await waitingGrant(db, city, id)
  if (grant === undefined) return { ok: false, says: '这项申请已经处理过，或没有这项申请' }
  const { post, person, unit, role, what, to } = grant
  if (agreed && what === 'grant' && person === by.post.person)
    return { ok: false, says: '不能确认授给自己的岗位，请由另一位安全管理员确认' }
  const from = Math.max(grant.from, now)
  const wanted = { city, person, role, from, to, except: post }
  const clash = agreed && what === 'grant' ? await officeClash(db, wanted) : undefined
  if (clash !== undefined) return { ok: false, says: clash }
  if (agreed && what === 'grant' && (await isRewriting(db, { city, now, id: post }, grant)))
    return { ok: false, says: rewritingSays }
  const isNew = (await heldPosts(db, { city, now }, { id: post })).length === 0
  const password_hash = await nobodysPassword()
  const isFirst = await db.read.transaction().execute(async (write) => {
    const taken = await write
      .updateTable('post_grant')
      .set({ decided_at: momentOf(now), decided_by: by.post.id, agreed })
      .where('city', '=', city)
      .where('id', '=', id)
      .where('decided_at', 'is', null)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) return false
    if (agreed) await carryOut(write, { ...grant, from }, city)
    if (agreed && what === 'grant' && isNew)
      await voidGiven(write, { city, person, role, password_hash })
    const done = what === 'end' ? 'postEnded' : 'postGranted'
    await noteSecurityIn(write, {
      city,
      at: now,
      what: agreed ? done : 'grantRefused',
      account: by.account,
      post: by.post.id,
      address: by.address,
      about: { post, person, unit, role },
    })
    return true
  })
  return isFirst ? { ok: true } : { ok: false, says: '这项申请刚刚已经处理过' }
}

export const rewritingSays =
  '岗位开始后不能改人员、单位和角色，结束后不再改：请结束这个岗位，再新增一个，以前办的事仍记在原岗位上'

type Held = Pick<Grant, 'person' | 'unit' | 'role'>

/** Whether a post that has begun would become another's: what was done in it would change hands.
 *  One that has ended changes no more. */
export async function isRewriting(
  db: Database,
  { city, now, id }: { readonly city: number; readonly now: Instant; readonly id: string },
  wanted: Held,
): Promise<boolean> {
  const row = await db.read
    .selectFrom('post')
    .select(['person', 'unit', 'role', 'valid_from', 'valid_to'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.valid_from > now) return false
  if (row.valid_to !== null && row.valid_to <= now) return true
  return row.person !== wanted.person || row.unit !== wanted.unit || row.role !== wanted.role
}

async function carryOut(write: Database['read'], grant: Grant, city: number): Promise<void> {
  const { post: id, person, unit, role, title, what } = grant
  const valid_to = grant.to === null ? null : momentOf(grant.to)
  if (what === 'end') {
    await write
      .updateTable('post')
      .set({ valid_to })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute()
    return
  }
  const row = { person, unit, role, title, valid_to }
  await write
    .insertInto('post')
    .values({ city, id, ...row, valid_from: momentOf(grant.from) })
    .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(row))
    .execute()
}

async function waitingGrant(db: Database, city: number, id: string): Promise<Grant | undefined> {
  const row = await db.read
    .selectFrom('post_grant')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  const role = row && roleIn(row.role)
  if (row === undefined || role === undefined) return undefined
  const { post, person, unit, title } = row
  const what = row.what === 'end' ? 'end' : 'grant'
  return { id, what, post, person, unit, role, title, from: row.valid_from, to: row.valid_to }
}
