const flag = '--max-semi-space-size'

/**
 * Bounds the room for what is just being made. Most of it is forgotten at once, and 16 MB take it as
 * well as the 64 that Node takes by itself, which stay with the process after each busy moment. The
 * bound is read when Node begins: so the program begins anew in its own place, under its own number,
 * unless whoever started it chose one.
 */
export function boundNursery(): void {
  const { platform, execPath, execArgv, argv, env } = process
  const isChosen = [...execArgv, env['NODE_OPTIONS'] ?? ''].some((one) => one.includes(flag))
  if (isChosen || platform === 'win32') return
  process.execve?.(execPath, [execPath, `${flag}=16`, ...execArgv, ...argv.slice(1)], env)
}
