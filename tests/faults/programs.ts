import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Said = { readonly code: number | null; readonly said: string }
type Env = Readonly<Record<string, string>>

/** Rechecks a home as an operator does: what it found, on standard output, and its exit code. */
export function recheckProgram(home: string, env: Env = {}): Promise<Said> {
  return program('src/main/recheck.ts', { TONGXIN_HOME: home, ...env })
}

/** The same for the chains and the seals over them. */
export function verifyProgram(home: string, env: Env = {}): Promise<Said> {
  return program('src/main/verify.ts', { TONGXIN_HOME: home, ...env })
}

async function program(file: string, env: Env): Promise<Said> {
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, said }
}
