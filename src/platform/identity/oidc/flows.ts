import { type Instant, minuteMs } from '../../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { momentOf } from '../../store/value-types.ts'
import { moment } from '../../world/sql-moment.ts'
import { digestOf, newToken } from '../token.ts'

/** Why somebody is at the provider: to sign in, to bind their account, or back and not known. */
export type Purpose = 'signIn' | 'bind' | 'unknown'

export type Flow = {
  readonly purpose: Purpose
  readonly account: string | undefined
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Of who came back and is not known: whose account it is must still be said. */
  readonly subject: string | undefined
  readonly strong: boolean
}

type At = { readonly city: number; readonly now: Instant }

/** The token names the flow to the one browser that began it. */
export async function openFlow(db: Database, at: At, flow: Flow): Promise<string> {
  const { city, now } = at
  const token = newToken()
  await db.read
    .deleteFrom('oidc_flow')
    .where('city', '=', city)
    .where('expires', '<=', moment(now))
    .execute()
  await db.read
    .insertInto('oidc_flow')
    .values({
      city,
      digest: digestOf(token),
      purpose: flow.purpose,
      account: flow.account ?? null,
      state: flow.state,
      nonce: flow.nonce,
      verifier: flow.verifier,
      subject: flow.subject ?? null,
      factors: flow.strong ? 'strong' : '',
      expires: momentOf(now + flowMs),
    })
    .execute()
  return token
}

export async function findFlow(
  db: Database,
  { city, now }: At,
  token: string,
): Promise<Flow | undefined> {
  const row = await db.read
    .selectFrom('oidc_flow')
    .selectAll()
    .where('city', '=', city)
    .where('digest', '=', digestOf(token))
    .where('expires', '>', moment(now))
    .executeTakeFirst()
  const purpose = purposes.find((one) => one === row?.purpose)
  if (row === undefined || purpose === undefined) return undefined
  const { account, state, nonce, verifier, subject, factors } = row
  return {
    purpose,
    account: account ?? undefined,
    state,
    nonce,
    verifier,
    subject: subject ?? undefined,
    strong: factors === 'strong',
  }
}

/** Each flow is taken once: the same answer sent twice finds nothing. */
export async function takeFlow(db: Database, at: At, token: string): Promise<Flow | undefined> {
  const flow = await findFlow(db, at, token)
  if (flow === undefined) return undefined
  const gone = await db.read
    .deleteFrom('oidc_flow')
    .where('city', '=', at.city)
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  return gone.numDeletedRows === 0n ? undefined : flow
}

const purposes: readonly Purpose[] = ['signIn', 'bind', 'unknown']
export const flowMs = 10 * minuteMs
