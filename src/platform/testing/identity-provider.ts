import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export type IdentityProvider = {
  readonly issuer: string
  /** Who is signed in there: its own id of the person, and how they showed it. */
  sign(subject: string, how?: { readonly amr?: readonly string[] }): void
  stop(): Promise<void>
}

export const client = { id: 'tongxin', secret: 'a secret of some length for the test' }

/** A real OpenID provider on a free port, where whoever is named is signed in without a page. */
export async function startIdentityProvider(redirect: string): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  let subject = ''
  let amr: readonly string[] = ['pwd']
  const provider = providerAt(issuer, redirect)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void answer(request, response)
      return
    }
    void provider.interactionFinished(
      request,
      response,
      { login: { accountId: subject, amr: [...amr], acr: '1' } },
      { mergeWithLastSubmission: false },
    )
  })
  return {
    issuer,
    sign(who, how = {}) {
      subject = who
      amr = how.amr ?? ['pwd']
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function providerAt(issuer: string, redirect: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirect],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'acr', 'amr'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['one key for cookies of a test'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: {
      url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        accountId: context.oidc.session?.accountId ?? '',
        clientId: context.oidc.client?.clientId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
}
