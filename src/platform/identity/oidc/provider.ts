import type * as Client from 'openid-client'
import { isLoopback, type OidcConfig } from './config.ts'

/** What must be kept between going to the provider and coming back. */
export type Leaving = {
  readonly to: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came back, in the provider's own words. */
export type Arrived = {
  readonly issuer: string
  readonly subject: string
  /** The provider vouched for more than a password, in a way the city trusts. */
  readonly strong: boolean
}

/** Where to send the browser: authorization code with PKCE, state and nonce. */
export async function leaveFor(config: OidcConfig, redirect: string): Promise<Leaving> {
  const client = await library()
  const provider = await discovered(config)
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const to = client.buildAuthorizationUrl(provider, {
    redirect_uri: redirect,
    scope: 'openid',
    response_type: 'code',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { to: to.href, state, nonce, verifier }
}

/** Exchanges the code; throws when anything is not as it was sent out. */
export async function arriveFrom(
  config: OidcConfig,
  url: URL,
  sent: Omit<Leaving, 'to'>,
): Promise<Arrived> {
  const client = await library()
  const provider = await discovered(config)
  const tokens = await client.authorizationCodeGrant(provider, url, {
    pkceCodeVerifier: sent.verifier,
    expectedState: sent.state,
    expectedNonce: sent.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('the provider sent no id token')
  const said = [claims['acr'], ...(Array.isArray(claims['amr']) ? claims['amr'] : [])]
  const strong = said.some((one) => typeof one === 'string' && config.trusted.includes(one))
  return { issuer: claims.iss, subject: claims.sub, strong }
}

/** Asks the provider who it is, now; throws when it is not there or not what was entered. */
export async function tryProvider(config: OidcConfig): Promise<{ readonly issuer: string }> {
  known.delete(keyOf(config))
  const { issuer } = (await discovered(config)).serverMetadata()
  return { issuer }
}

/** The provider's own description is asked for again after a while: its keys and doors may move. */
async function discovered(config: OidcConfig): Promise<Client.Configuration> {
  const key = keyOf(config)
  const before = known.get(key)
  if (before !== undefined && before.until > performance.now()) return before.provider
  const url = new URL(config.issuer)
  const insecure = url.protocol === 'http:' && isLoopback(url.hostname)
  const client = await library()
  const provider = await client.discovery(
    url,
    config.clientId,
    undefined,
    client.ClientSecretBasic(config.clientSecret),
    { timeout: 10, ...(insecure ? { execute: [client.allowInsecureRequests] } : {}) },
  )
  known.clear()
  known.set(key, { provider, until: performance.now() + knownMs })
  return provider
}

/** Few cities have such a provider: loaded when one is asked. */
function library(): Promise<typeof Client> {
  return import('openid-client')
}

function keyOf({ issuer, clientId, clientSecret }: OidcConfig): string {
  return JSON.stringify([issuer, clientId, clientSecret])
}

const known = new Map<string, { readonly provider: Client.Configuration; readonly until: number }>()
const knownMs = 10 * 60_000
