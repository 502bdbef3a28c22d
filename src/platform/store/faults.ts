/** The database cannot be reached just now. The ask may be sent again: its id makes that safe. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway'

  constructor(cause?: unknown) {
    super('数据库暂时连接不上,请稍后重新发送', { cause })
  }
}

/** True for errors that say that the connection or the server went away. */
export function isAway(error: unknown): boolean {
  if (error instanceof StoreAway) return true
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return awayCodes.has(code) || code.startsWith('08') || awayWords.test(error.message)
}

/** The SQLSTATE or system code of an error, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** Gives what a read gives, or says that the store is away. */
export async function reached<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw isAway(error) ? new StoreAway(error) : error
  }
}

const awayCodes = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ENOTCONN',
  '57P01',
  '57P02',
  '57P03',
])
const awayWords =
  /terminating connection|connection terminated|not queryable|timeout exceeded when trying to connect|the database system is/i
