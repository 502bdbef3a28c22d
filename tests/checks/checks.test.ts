import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { boundaries } from './boundaries.ts'
import { askTool, type Check, problemsOf, writeProblem } from './check.ts'
import { filesUnder } from './files.ts'
import { format } from './format.ts'
import { lint } from './lint.ts'
import { names } from './names.ts'
import { sql } from './sql.ts'
import { types } from './types.ts'
import { unused } from './unused.ts'
import { weight } from './weight.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BREACHES = fileURLToPath(new URL('breaches', import.meta.url))
const CONFIGS = `package.json knip.json vite.config.ts vitest.config.ts
  tsconfig.json tsconfig.pure.json tsconfig.web.json
  src/web/tsconfig.json src/main/web/tsconfig.json src/capabilities/tsconfig.json
  .dependency-cruiser.cjs .oxfmtrc.json .oxlintrc.json`.split(/\s+/)

const made: string[] = []

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true })
})

describe('every seeded breach is reported, and nothing else', () => {
  test.each([types, lint, format, boundaries, names, sql])(
    'by the check "$name"',
    async (check) => {
      const root = await projectOf(check)
      expect(await reportedBy(check, root)).toEqual(await breachesUnder(root))
    },
  )

  test('by the check "unused"', async () => {
    expect(await reportedBy(unused, await projectOf(unused))).toEqual([
      'package.json: dependencies pg',
      'package.json: dependencies uuid',
      'package.json: devDependencies fast-check',
      'src/platform/clean.ts: exports forgotten',
      'src/platform/clean.ts: exports tested',
      'src/platform/clean.ts: types Forgotten',
      'src/platform/orphan.ts: files src/platform/orphan.ts',
      'src/platform/tested-only.ts: files src/platform/tested-only.ts',
    ])
  })
})

describe('no rule stands unproven', () => {
  test('of those on imports', async () => {
    const config: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
    const { forbidden } = z
      .object({ forbidden: z.array(z.object({ name: z.string() })) })
      .parse(config)
    expect(
      await unprovenOf(
        boundaries,
        forbidden.map(({ name }) => name),
      ),
    ).toEqual([])
  })

  test('of those on code', async () => {
    const config: unknown = JSON.parse(await readFile(join(ROOT, '.oxlintrc.json'), 'utf8'))
    const rules = z.object({ rules: z.record(z.string(), z.unknown()) })
    const { overrides, ...all } = rules.extend({ overrides: z.array(rules) }).parse(config)
    const ruled = [all, ...overrides].flatMap((part) => Object.entries(part.rules))
    const on = ruled
      .filter(([, level]) => level !== 'off')
      .map(([name]) => name.replace(/^.*\//, ''))
    expect(await unprovenOf(lint, on)).toEqual([])
  })
})

describe('what a resident loads first', () => {
  const page = { file: 'assets/page.js', imports: ['_shared.js'], css: ['assets/page.css'] }

  test('is too heavy when a chunk it shares is', async () => {
    expect(await reportedBy(weight, await built(page, 121))).toEqual([
      'dist/web/grid.html: too-heavy',
      'dist/web/residents.html: too-heavy',
    ])
  })

  test('may weigh up to the limit', async () => {
    expect(await reportedBy(weight, await built(page, 110))).toEqual([])
  })

  test('does not count what is loaded later', async () => {
    expect(await reportedBy(weight, await built({ file: page.file }, 300))).toEqual([])
  })

  test('cannot be weighed before it is built', async () => {
    expect(await reportedBy(weight, await emptyFolder())).toEqual(['dist/web: not-built'])
  })
})

test('a test that asserts nothing fails', async () => {
  const root = await projectOf({ name: 'tests' })
  const written = join(root, 'tests.json')
  await askTool(root, 'vitest', [
    'run',
    '--project=pure',
    '--reporter=json',
    `--outputFile=${written}`,
  ])
  const out = await readFile(written, 'utf8')
  const report = z.object({
    testResults: z.array(
      z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
    ),
  })
  const results = report.parse(JSON.parse(out)).testResults.flatMap((file) => file.assertionResults)
  expect(sorted(results.map(({ title, status }) => `${title}: ${status}`))).toEqual([
    'a test that asserts nothing: failed',
    'a test that asserts something: passed',
  ])
})

test('a tool that breaks down is a problem, not a clean project', () => {
  const broken = { failed: true, out: '', err: 'no such option' }
  expect(problemsOf('knip', broken, []).map(writeProblem)).toEqual([
    'knip: no such option [breakdown]',
  ])
})

/** A project of breaches: the real configuration beside the seeded files of one check. */
async function projectOf({ name }: Pick<Check, 'name'>): Promise<string> {
  const root = await emptyFolder()
  for (const config of CONFIGS) await cp(join(ROOT, config), join(root, config))
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  await cp(join(BREACHES, name), root, { recursive: true })
  return root
}

async function emptyFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tongxin-checks-')))
  made.push(folder)
  return folder
}

async function reportedBy(check: Check, root: string): Promise<readonly string[]> {
  const problems = await check.run(root)
  return sorted(problems.map(({ file, rule }) => `${file}: ${rule}`))
}

async function unprovenOf({ name }: Check, rules: readonly string[]): Promise<readonly string[]> {
  const breaches = await breachesUnder(join(BREACHES, name))
  const proven = new Set(breaches.map((breach) => breach.replace(/^.*: /, '')))
  return rules.filter((rule) => !proven.has(rule))
}

/** What the seeded files say of themselves: `breach: rule, rule` in their first line. */
async function breachesUnder(root: string): Promise<readonly string[]> {
  const files = await filesUnder(root, 'src', 'tests', 'bench')
  const lists = await Promise.all(
    files.map(async (file) => {
      const [first = ''] = (await readFile(join(root, file), 'utf8')).split('\n')
      const [, rules = ''] = /breach: (.*?)( \*\/)?$/.exec(first) ?? []
      return rules.split(', ').flatMap((rule) => (rule === '' ? [] : [`${file}: ${rule}`]))
    }),
  )
  return sorted(lists.flat())
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].toSorted()
}

async function built(page: object, sharedKb: number): Promise<string> {
  const root = await emptyFolder()
  const web = join(root, 'dist/web')
  await mkdir(join(web, '.vite'), { recursive: true })
  await mkdir(join(web, 'assets'))
  const shared = { file: 'assets/shared.js' }
  const manifest = { 'residents.html': page, 'grid.html': page, '_shared.js': shared }
  await writeFile(join(web, '.vite/manifest.json'), JSON.stringify(manifest))
  for (const name of ['residents.html', 'grid.html'])
    await writeFile(join(web, name), '<!doctype html>')
  await writeFile(join(web, 'assets/page.js'), '')
  await writeFile(join(web, 'assets/page.css'), '')
  // Random bytes do not shrink, so that the file weighs what it says.
  await writeFile(join(web, 'assets/shared.js'), randomBytes(sharedKb * 1024))
  return root
}
