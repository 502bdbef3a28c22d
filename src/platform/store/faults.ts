/** The database cannot be reached just now. The ask may be sent again: its id makes that safe. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway'

  constructor(cause?: unknown) {
    super('数据库暂时连接不上,请稍后重新发送', { cause })
  }
}

/** True for errors that say that nothing more can be stored until somebody makes room. */
export function isFull(error: unknown): boolean {
  if (error instanceof StoreAway) return isFull(error.cause)
  return fullCodes.has(codeOf(error))
}

/** True for errors that say that the connection or the server went away, or has no room: all of
 *  them pass, and what was asked may be asked again. */
export function isAway(error: unknown): boolean {
  if (error instanceof StoreAway) return true
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return (
    isFull(error) || awayCodes.has(code) || code.startsWith('08') || awayWords.test(error.message)
  )
}

/** The SQLSTATE or system code of an error, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** True for errors that say that the server ended a statement which took too long. */
export function tookTooLong(error: unknown): boolean {
  return codeOf(error instanceof StoreAway ? error.cause : error) === '57014'
}

/** Gives what a read gives, or says that the store is away. */
export async function reached<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw isAway(error) ? new StoreAway(error) : error
  }
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', '53100'])
const awayCodes = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ENOTCONN',
  '57P01',
  '57P02',
  '57P03',
  // Waited longer than anybody does, for a lock or a disk.
  '57014',
  // A write that met a standby: the server that takes writes has changed.
  '25006',
  // Out of memory, out of connections, a read or a write that the machine refused.
  '53000',
  '53200',
  '53300',
  '58030',
])
const awayWords =
  /terminating connection|connection terminated|not queryable|timeout exceeded when trying to connect|timeout expired|query read timeout|the database system is/i
