import { askTool, type Check, type Problem, problemsOf } from './check.ts'

const CONFIGS = [
  { name: 'server', file: 'tsconfig.json' },
  { name: 'pure', file: 'tsconfig.pure.json' },
  { name: 'web', file: 'tsconfig.web.json' },
] as const

/** Types hold in each of the three worlds: the server, pure code (no world at all), the browser. */
export const types: Check = {
  name: 'types',
  async run(root) {
    const found: Problem[] = []
    for (const config of CONFIGS) found.push(...(await problemsIn(root, config)))
    return found
  },
}

async function problemsIn(root: string, { name, file }: (typeof CONFIGS)[number]) {
  const answer = await askTool(root, 'tsc', ['--noEmit', '--pretty', 'false', '-p', file])
  const found = [...answer.out.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error (TS\d+): (.*)$/gm)].map(
    ([, path = '', line = '', code = '', says = '']) => ({
      file: path,
      rule: `${name} ${code}`,
      says: `line ${line}: ${says}`,
    }),
  )
  return problemsOf('tsc', answer, found)
}
