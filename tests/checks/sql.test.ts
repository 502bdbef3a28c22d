import { expect, test } from 'vitest'
import { sqlProblems } from './sql.ts'

test('a problem is reported on the line it stands on', () => {
  const text = 'select 1;\n\ncreate table word (\n  city int,\n  id int primary key\n)'
  expect(says({ file: 'a.ts', line: 10, text })).toEqual([
    'a.ts: line 14: the key begins with id, not with city',
  ])
})

test('a problem inside a function is reported on its own line', () => {
  const text = 'create function f() returns void language sql as $$\n\n  notify news;\n$$'
  expect(says({ file: 'a.sql', line: 1, text })).toEqual(['a.sql: line 3: near "notify"'])
})

test('a table that one file keeps on one node may be joined in another', () => {
  const join = { file: 'b.ts', line: 1, text: 'select 1 from record r join word w on w.id = r.n' }
  const local = { file: 'a.sql', line: 1, text: '-- local: a list\ncreate table word (id int)' }
  expect(says(join)).toHaveLength(2)
  expect(says(local, join)).toEqual([])
})

test('what stands in a text or a comment is not a statement', () => {
  const text = "select 'skip locked' -- merge into t\n/* update t set city = 1 */ from record"
  expect(says({ file: 'a.sql', line: 1, text })).toEqual([])
})

function says(...sources: Parameters<typeof sqlProblems>[0]) {
  return sqlProblems(sources).map((problem) => `${problem.file}: ${problem.says}`)
}
