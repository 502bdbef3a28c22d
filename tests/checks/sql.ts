import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check, Problem } from './check.ts'
import { filesUnder } from './files.ts'
import { joinFindings } from './citus/joins.ts'
import { keyFindings, localTableIn } from './citus/keys.ts'
import { rowFindings } from './citus/rows.ts'
import { builderFindings, lineOf, type SqlSource, sqlInTypeScript } from './citus/sources.ts'
import { readSql } from './citus/text.ts'
import { updateFindings } from './citus/updates.ts'
import { wordFindings } from './citus/words.ts'

/**
 * No statement of the server asks for what a cluster spread by `city` refuses. A table that stays
 * on one node says so in the line before it: `-- local: why`.
 */
export const sql: Check = {
  name: 'sql',
  async run(root) {
    const files = (await filesUnder(root, 'src/platform', 'src/main')).filter(
      (file) => /\.(sql|ts)$/.test(file) && !file.endsWith('.test.ts'),
    )
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') })),
    )
    const code = texts.filter(({ file }) => file.endsWith('.ts'))
    const sources = texts
      .filter(({ file }) => file.endsWith('.sql'))
      .map((source) => ({ ...source, line: 1 }))
    return [
      ...sqlProblems([
        ...sources,
        ...code.flatMap(({ file, text }) => sqlInTypeScript(file, text)),
      ]),
      ...code.flatMap(({ file, text }) =>
        builderFindings(file, text).map(({ rule, says, at }) => ({
          file,
          rule,
          says: `line ${lineOf(text, at)}: ${says}`,
        })),
      ),
    ]
  },
}

/** What Citus refuses in these pieces of SQL, read together since a table may be local by one. */
export function sqlProblems(sources: readonly SqlSource[]): readonly Problem[] {
  const pieces = sources.flatMap(opened)
  const statements = pieces.flatMap((piece) =>
    readSql(piece.text).statements.map((statement) => ({ ...piece, statement })),
  )
  const local = new Set(statements.flatMap(({ statement }) => localTableIn(statement) ?? []))
  return statements.flatMap(({ file, line, text, statement }) =>
    [
      ...keyFindings(statement),
      ...wordFindings(statement),
      ...updateFindings(statement),
      ...joinFindings(statement, local),
      ...rowFindings(statement, local),
    ].map(({ rule, says, at }) => ({
      file,
      rule,
      says: `line ${line + lineOf(text, at) - 1}: ${says}`,
    })),
  )
}

/** A piece and the function bodies and executed texts inside it. */
function opened(source: SqlSource): readonly SqlSource[] {
  const inside = readSql(source.text).nested.map(({ text, at }) => ({
    file: source.file,
    text,
    line: source.line + lineOf(source.text, at) - 1,
  }))
  return [source, ...inside.flatMap(opened)]
}
