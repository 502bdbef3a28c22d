/** What the tests use of the provider library, which brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Context = {
    readonly oidc: {
      readonly provider: Provider
      readonly session?: { readonly accountId?: string }
      readonly client?: { readonly clientId?: string }
    }
  }

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: Readonly<Record<string, unknown>> & {
        readonly loadExistingGrant: (context: Context) => Promise<Grant>
      },
    )
    readonly Grant: new (about: { accountId: string; clientId: string }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(
      ...of: readonly [IncomingMessage, ServerResponse, result: object, options: object]
    ): Promise<void>
  }
}
