import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { askTool, type Check, problemsOf } from './check.ts'

type Violation = {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
  readonly cycle?: readonly { readonly name: string }[]
}

const TSX = fileURLToPath(new URL('tsx-for-depcruise.cjs', import.meta.url))

/** Who may import whom: the rules of .dependency-cruiser.cjs. */
export const boundaries: Check = {
  name: 'boundaries',
  async run(root) {
    const folders = ['src', 'tests', 'bench'].filter((folder) => existsSync(join(root, folder)))
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const answer = await askTool(root, 'node', ['--require', TSX, cruise, '-T', 'json', ...folders])
    const found = violationsIn(answer.out).map(({ from, to, rule, cycle = [] }) => ({
      file: from,
      rule: rule.name,
      says: `imports ${cycle.length === 0 ? to : cycle.map(({ name }) => name).join(' → ')}`,
    }))
    // The JSON form ends well whatever it holds, so only what cannot be read is a breakdown.
    return problemsOf('depcruise', answer, found)
  },
}

function violationsIn(out: string): readonly Violation[] {
  if (!out.startsWith('{')) return []
  const report: { readonly summary: { readonly violations: readonly Violation[] } } =
    JSON.parse(out)
  return report.summary.violations
}
