import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import type { Account } from './accounts.ts'
import { newChallenge, type Purpose, takeChallenge } from './challenges.ts'
import { ownPasskeys } from './passkey-list.ts'

/** For which site passkeys are: its host name, and the address the browser must say it saw. */
export type Site = { readonly rpId: string; readonly origin: string; readonly name: string }

export type PasskeyAt = {
  readonly db: Database
  readonly city: number
  readonly now: Instant
  readonly site: Site
}

/** What a browser needs to make a passkey for an account. */
export async function beginRegistration(
  at: PasskeyAt,
  { id, login }: Account,
  shownName: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { db, city, site } = at
  const own = await ownPasskeys(db, city, id)
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.rpId,
    userName: login,
    userDisplayName: shownName,
    userID: new Uint8Array(Buffer.from(id, 'utf8')),
    challenge: bytesIn(await newChallenge(db, purposeOf(at, 'register', id))),
    attestationType: 'none',
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: own.map((one) => ({ id: one.id, transports: one.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps the passkey that a browser made. False where it is not for us, not asked for now, or
 *  made without the holder's finger, face or code. */
export async function finishRegistration(
  at: PasskeyAt,
  account: Account,
  given: { readonly response: RegistrationResponseJSON; readonly name: string },
): Promise<boolean> {
  const { db, city, now, site } = at
  const purpose = purposeOf(at, 'register', account.id)
  const { verifyRegistrationResponse } = await library()
  const done = await verifyRegistrationResponse({
    response: given.response,
    expectedChallenge: (text) => takeChallenge(db, purpose, text),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => undefined)
  if (done?.verified !== true) return false
  const { credential } = done.registrationInfo
  const kept = await db.read
    .insertInto('passkey')
    .values({
      city,
      id: credential.id,
      account: account.id,
      name: given.name,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      rp_id: site.rpId,
      made_at: momentOf(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** What a browser needs to sign in: with any passkey of this site, or with one of an account. */
export async function beginAuthentication(
  at: PasskeyAt,
  account?: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { db, city, site } = at
  const own = account === undefined ? [] : await ownPasskeys(db, city, account)
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: bytesIn(await newChallenge(db, authenticating(at, account))),
    userVerification: 'required',
    ...(account === undefined
      ? {}
      : { allowCredentials: own.map((one) => ({ id: one.id, transports: one.transports })) }),
  })
}

/** The account whose passkey signed; nothing where anything is wrong. A counter that does not grow
 *  is one of a copied key, unless the authenticator does not count at all. */
export async function finishAuthentication(
  at: PasskeyAt,
  response: AuthenticationResponseJSON,
  account?: string,
): Promise<string | undefined> {
  const { db, city, now, site } = at
  const row = await db.read
    .selectFrom('passkey')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', response.id)
    .executeTakeFirst()
  if (row === undefined || row.rp_id !== site.rpId) return undefined
  if (account !== undefined && row.account !== account) return undefined
  const purpose = authenticating(at, account)
  const { verifyAuthenticationResponse } = await library()
  const done = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (text) => takeChallenge(db, purpose, text),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: {
      id: row.id,
      publicKey: new Uint8Array(row.public_key),
      counter: row.counter,
      transports: row.transports,
    },
  }).catch(() => undefined)
  if (done?.verified !== true) return undefined
  const { newCounter } = done.authenticationInfo
  const used = await db.read
    .updateTable('passkey')
    .set({ counter: newCounter, used_at: momentOf(now) })
    .where('city', '=', city)
    .where('id', '=', row.id)
    // Of two that come at once with one counter, one is a copy.
    .where('counter', '=', row.counter)
    .returning('account')
    .executeTakeFirst()
  return used?.account
}

/** It brings a whole reader of certificates along: loaded with the first passkey. */
function library() {
  return import('@simplewebauthn/server')
}

/** Ed25519, ECDSA P-256, RSA: what every authenticator has one of. */
const algorithms = [-8, -7, -257] as const

function authenticating(at: PasskeyAt, account: string | undefined): Purpose {
  return purposeOf(at, account === undefined ? 'enter' : 'second', account ?? '')
}

function purposeOf({ city, now }: PasskeyAt, purpose: Purpose['purpose'], owner: string): Purpose {
  return { city, now, purpose, owner }
}

/** The library writes these bytes as the very text that is kept. */
function bytesIn(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'))
}
