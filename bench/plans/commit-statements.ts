import { readFile } from 'node:fs/promises'
import type { Named } from './hot-statements.ts'

const file = new URL('../../src/platform/store/commit.sql', import.meta.url)

/** The statements inside the commit functions, with the functions' parameters as values given. */
export async function commitStatements(): Promise<readonly Named[]> {
  const text = (await readFile(file, 'utf8')).replaceAll(/--.*$/gm, '')
  return [
    ...text.matchAll(
      /create or replace function (\w+)\(([\s\S]*?)\)\s*returns[\s\S]*?as \$\$([\s\S]*?)\$\$/g,
    ),
  ].flatMap(([, name = '', parameters = '', body = '']) => statementsIn(name, parameters, body))
}

function statementsIn(name: string, parameters: string, body: string): readonly Named[] {
  const types = new Map(
    parameters.split(',').map((parameter, index) => {
      const [own = '', type = ''] = parameter.trim().split(/\s+/)
      return [own, `($${index + 1}::${type})`] as const
    }),
  )
  const whole = body.replaceAll(
    /\bif (?:exists|v_count <) \(\s*(select[\s\S]*?)\)\s*then\b/g,
    '$1;',
  )
  const found = [...whole.matchAll(/\b(perform|select|insert|update|delete)\b[^;]*?;/g)].map(
    ([statement]) => statement.slice(0, -1),
  )
  return found.flatMap((statement) => {
    if (statement.startsWith('perform commit_')) return []
    const text = statement
      .replace(/^perform\b/, 'select')
      .replaceAll(/\binto v_\w+(?:, v_\w+)*/g, '')
      .replaceAll(/\bv_\w+\b/g, `'{}'::uuid[]`)
      .replaceAll(/\bp_\w+\b/g, (own) => types.get(own) ?? own)
      .replaceAll(/\[i\]/g, '[1]')
    const words = statement.replaceAll(/\s+/g, ' ').trim().slice(0, 90)
    return [{ name: `${name}: ${words}`, text }]
  })
}
