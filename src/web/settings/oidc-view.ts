/** What the city keeps of its identity provider. */
export type OidcView = {
  readonly on: boolean
  readonly issuer?: string
  readonly clientId?: string
  readonly label?: string
  readonly trusted?: readonly string[]
  readonly callback: string
  readonly mayChange: boolean
  /** Whether single accounts are bound here too. */
  readonly mayBind: boolean
}
