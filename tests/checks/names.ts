import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check, Problem } from './check.ts'
import { filesUnder } from './files.ts'

const EMPTY_WORDS = 'utils?|helpers?|common|managers?|misc|impl|stuff'
const WHOLE_NAME = new RegExp(`^(${EMPTY_WORDS}|services?)$`, 'i')
const LAST_WORD = new RegExp(`(^|[-.])(${EMPTY_WORDS})$`, 'i')
const LINT_OFF = /(oxlint|eslint)-disable/
const LINT_OFF_WITH_REASON = /(oxlint|eslint)-disable.*\s--\s+\S/

/**
 * A file or folder is named after what it holds. "Service" is refused only alone: volunteer
 * services and service stations are things the city has. A lint-off says why.
 */
export const names: Check = {
  name: 'names',
  async run(root) {
    const files = await filesUnder(root, 'src', 'tests', 'bench')
    const offs = await Promise.all(files.map((file) => lintOffsIn(root, file)))
    return [...files.flatMap(emptyNamesIn), ...offs.flat()]
  },
}

function emptyNamesIn(file: string): readonly Problem[] {
  const bad = file
    .split('/')
    .map((part) => part.replace(/(\.db)?(\.test)?\.\w+$/, ''))
    .filter((part) => WHOLE_NAME.test(part) || LAST_WORD.test(part) || LAST_WORD.test(lower(part)))
  return bad.map((part) => ({ file, rule: 'empty-name', says: `"${part}" says nothing` }))
}

/** `RecordUtils` ends in the same empty word as `record-utils`. */
function lower(pascal: string): string {
  return pascal.replace(/([a-z])([A-Z])/g, '$1-$2')
}

async function lintOffsIn(root: string, file: string): Promise<readonly Problem[]> {
  if (!/\.(tsx?|cjs)$/.test(file)) return []
  const lines = (await readFile(join(root, file), 'utf8')).split('\n')
  return lines.flatMap((line, index) =>
    /^\s*(\/[/*]|.*\s\/[/*])/.test(line) && LINT_OFF.test(line) && !LINT_OFF_WITH_REASON.test(line)
      ? [{ file, rule: 'lint-off-without-reason', says: `line ${index + 1}` }]
      : [],
  )
}
