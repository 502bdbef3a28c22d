import { z } from 'zod'
import type { Instant } from '../../../kernel/time.ts'
import type { Keys } from '../../asking/types.ts'
import type { Database } from '../../store/database.ts'
import { readSettings, writeSetting } from '../../world/settings.ts'

/** The identity provider a city signs in by, as its administrator entered it. */
export type OidcConfig = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button on the sign-in page says. */
  readonly label: string
  /** What the provider must say of a sign-in (acr or amr) for it to stand for a second factor;
   *  nothing means that it never does. */
  readonly trusted: readonly string[]
}

const stored = z.object({
  issuer: z.string(),
  clientId: z.string(),
  secret: z.string(),
  label: z.string(),
  trusted: z.array(z.string()),
  on: z.boolean(),
})

type At = { readonly db: Database; readonly keys: Keys; readonly city: number }

export async function oidcConfig({ db, keys, city }: At): Promise<OidcConfig | undefined> {
  const own = (await readSettings(db, city, name)).filter((one) => one.name === name).at(-1)
  const read = stored.safeParse(own?.value)
  if (!read.success || !read.data.on) return undefined
  const { issuer, clientId, secret, label, trusted } = read.data
  const clientSecret = keys.open(Buffer.from(secret, 'base64'))
  return { issuer, clientId, clientSecret, label, trusted }
}

/** Sealed at rest: who reads the database cannot speak for the platform at the provider. */
export async function writeOidcConfig(
  { db, keys, city }: At,
  config: OidcConfig | undefined,
  at: { readonly now: Instant; readonly post: string; readonly newId: () => string },
): Promise<void> {
  const { issuer = '', clientId = '', clientSecret = '', label = '', trusted = [] } = config ?? {}
  const secret = keys.seal(clientSecret).toString('base64')
  await writeSetting(db, {
    city,
    name,
    version: at.newId(),
    from: at.now,
    value: { issuer, clientId, secret, label, trusted, on: config !== undefined },
    post: at.post,
    at: at.now,
  })
}

/** Why an issuer cannot be used: over the open net its answers must not be readable or changed. */
export function problemWithIssuer(issuer: string): string | undefined {
  if (!URL.canParse(issuer)) return '请填写完整网址，如 https://id.example.gov.cn'
  const { protocol, hostname } = new URL(issuer)
  if (protocol === 'https:') return undefined
  return protocol === 'http:' && isLoopback(hostname) ? undefined : '网址要以 https:// 开头'
}

export function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

const name = 'oidc'
