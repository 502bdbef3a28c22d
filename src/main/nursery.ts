import { accessSync, constants } from 'node:fs'
import { isAbsolute } from 'node:path'

const flag = '--max-semi-space-size'

/**
 * Bounds the room for what is just being made. Most of it is forgotten at once, and 16 MB take it as
 * well as the 64 that Node takes by itself, which stay with the process after each busy moment. The
 * bound is read when Node begins: so the program begins anew in its own place, under its own number,
 * unless whoever started it chose one.
 */
export function boundNursery(): void {
  const { execPath, execArgv, argv, env } = process
  const said = [...execArgv, env['NODE_OPTIONS'] ?? ''].join(' ').replaceAll('_', '-')
  if (said.includes(flag) || !canBeginAnew()) return
  process.execve?.(execPath, [execPath, `${flag}=16`, ...execArgv, ...argv.slice(1)], env)
}

/** Not on Windows, not where the program was moved away meanwhile, which nobody could catch, and not
 *  under a program that talks to this one: the line between them would be lost. */
function canBeginAnew(): boolean {
  const { platform, execPath, channel } = process
  if (platform === 'win32' || channel !== undefined || !isAbsolute(execPath)) return false
  try {
    accessSync(execPath, constants.X_OK)
    return true
  } catch {
    return false
  }
}
