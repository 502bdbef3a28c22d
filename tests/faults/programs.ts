import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Rechecks a home as an operator does: what it found, on standard output, and its exit code. */
export async function recheckProgram(
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ['src/main/recheck.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], TONGXIN_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, said }
}
