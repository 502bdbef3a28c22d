import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

type Env = Readonly<Record<string, string>>
type Said = { readonly code: number | null; readonly said: string }

export type Program = {
  readonly child: ChildProcess
  /** What it said on standard output, and how it ended. */
  readonly ended: Promise<Said>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts one of the operator's programs on a home. */
export function startProgram(
  name: 'backup' | 'restore' | 'recheck' | 'verify',
  args: readonly string[],
  env: Env,
): Program {
  const child = spawn(process.execPath, [`src/main/${name}.ts`, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  const ended = once(child, 'close').then(([code]): Said => ({
    code: typeof code === 'number' ? code : null,
    said,
  }))
  return { child, ended }
}

/** Rechecks a home as an operator does. */
export function recheckProgram(home: string, env: Env = {}): Promise<Said> {
  return startProgram('recheck', [], { TONGXIN_HOME: home, ...env }).ended
}

/** The same for the chains and the seals over them. */
export function verifyProgram(home: string, env: Env = {}): Promise<Said> {
  return startProgram('verify', [], { TONGXIN_HOME: home, ...env }).ended
}
