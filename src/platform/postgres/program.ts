import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export type Program = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly account: Account | undefined
  readonly input?: string
}

/** Runs one of PostgreSQL's programs to its end. What it wrote is returned, never printed. */
export function runProgram(
  program: Program,
): Promise<{ readonly ok: boolean; readonly said: string }> {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(program.command, program.args, {
      cwd: program.cwd,
      ...program.account,
      env: programEnvironment(),
      stdio: 'pipe',
    })
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdin.on('error', () => undefined)
    child.once('error', (error) => resolve({ ok: false, said: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, said }))
    child.stdin.end(program.input ?? '')
  })
}

/** English messages whatever the machine speaks, and none of the caller's PG variables. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
