import { askTool, type Check, type Problem, problemsOf } from './check.ts'

const ARGS = ['--no-progress', '--no-config-hints', '--reporter', 'json']

/** Nothing unused; and, of what is shipped, nothing that only tests use. */
export const unused: Check = {
  name: 'unused',
  async run(root) {
    const all = await problemsIn(root, 'anywhere', [])
    const shipped = await problemsIn(root, 'outside tests', ['--production'])
    const known = new Set(all.map(({ file, rule }) => `${file} ${rule}`))
    return [...all, ...shipped.filter(({ file, rule }) => !known.has(`${file} ${rule}`))]
  },
}

async function problemsIn(root: string, where: string, args: readonly string[]) {
  const answer = await askTool(root, 'knip', [...ARGS, ...args])
  const start = answer.out.indexOf('{')
  const report: unknown = start < 0 ? {} : JSON.parse(answer.out.slice(start))
  return problemsOf('knip', answer, readReport(report, where))
}

/** knip lists, for each file, the names found under each sort of issue. */
function readReport(report: unknown, where: string): readonly Problem[] {
  if (!isObject(report) || !Array.isArray(report['issues'])) return []
  return report['issues'].filter(isObject).flatMap((issue) =>
    Object.entries(issue).flatMap(([sort, names]) =>
      namesIn(names).map((name) => ({
        file: String(issue['file']),
        rule: `${sort} ${name}`,
        says: `not used ${where}`,
      })),
    ),
  )
}

function namesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry) => {
    if (Array.isArray(entry)) return namesIn(entry)
    return isObject(entry) && typeof entry['name'] === 'string' ? [entry['name']] : []
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
