import fc from 'fast-check'

/** What people write, and what they had better not. */
export const words = fc.oneof(
  fc.constantFrom('路灯坏了', '一', '𠮷𡈽', '  ', '2026', 'a'.repeat(3000), '13800138000'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

const odd = fc.constantFrom<unknown>(
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202Eabc',
  "' or 1=1 --",
  '${7*7}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '=cmd|calc',
  '%00',
  '-1',
  'NaN',
  '1e400',
  '__proto__',
  'constructor',
  'toString',
  '中'.repeat(5000),
  0,
  -0,
  -1,
  0.5,
  1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  null,
  true,
  [],
  {},
  [[[[[[]]]]]],
  { toString: 1, length: -1 },
  Array.from({ length: 500 }, (_, at) => at),
)

/** Anything a program might send. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  odd,
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
