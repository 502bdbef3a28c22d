/** Where the product's own database answers; loopback only. */
export function databaseUrl(port: number, password: string): string {
  return `postgres://tongxin:${encodeURIComponent(password)}@127.0.0.1:${port}/tongxin`
}
