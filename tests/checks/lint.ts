import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { askTool, type Check, problemsOf } from './check.ts'

const ARGS = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives', '-f', 'unix']
const LINTED = ['src', 'tests', 'bench', 'vite.config.ts', 'vitest.config.ts']

/** What .oxlintrc.json forbids, with types known, and lint-offs that turn nothing off. */
export const lint: Check = {
  name: 'lint',
  async run(root) {
    const paths = LINTED.filter((path) => existsSync(join(root, path)))
    const answer = await askTool(root, 'oxlint', [...ARGS, ...paths])
    const found = [
      ...answer.out.matchAll(/^(\S[^:\n]*):(\d+):\d+: (.*) \[\w+(?:\/(.+))?\]$/gm),
    ].map(([, file = '', line = '', says = '', rule = 'unused-directive']) => ({
      file,
      rule: rule.replace(/^.*\((.+)\)$/, '$1'),
      says: `line ${line}: ${says}`,
    }))
    return problemsOf('oxlint', answer, found)
  },
}
