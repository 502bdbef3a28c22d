import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** A static check of the project under `root`; it lists what is wrong and finds nothing else out. */
export type Check = {
  readonly name: string
  readonly run: (root: string) => Promise<readonly Problem[]>
}

export type Problem = {
  readonly file: string
  readonly rule: string
  readonly says: string
}

export type Answer = { readonly failed: boolean; readonly out: string; readonly err: string }

/** Runs a tool of the project's own packages; that it found something is an answer, not a fault. */
export function askTool(root: string, tool: string, args: readonly string[]): Promise<Answer> {
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
  const options = { cwd: root, env, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 }
  return new Promise((resolve, reject) => {
    execFile(join(bin, tool), args, options, (error, out, err) => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else resolve({ failed: error !== null, out, err })
    })
  })
}

/** A tool that fails without naming a problem has broken down: that must never read as "clean". */
export function problemsOf(tool: string, answer: Answer, found: readonly Problem[]) {
  if (!answer.failed || found.length > 0) return found
  return [{ file: tool, rule: 'breakdown', says: `${answer.out}\n${answer.err}`.trim() }]
}

export function writeProblem({ file, rule, says }: Problem): string {
  return `${file}: ${says} [${rule}]`
}
