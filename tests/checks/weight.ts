import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Check, Problem } from './check.ts'

const LIMIT_KB = 120
const BUILT = 'dist/web'
const PAGES = ['residents.html', 'grid.html']

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** What a resident's or a grid worker's phone loads before the first page shows, gzipped, of the
 *  bundle last built. */
export const weight: Check = {
  name: 'weight',
  async run(root) {
    const manifest = await readManifest(join(root, BUILT, '.vite/manifest.json'))
    if (manifest === undefined) {
      return [{ file: BUILT, rule: 'not-built', says: 'run `npm run prepare` first' }]
    }
    const problems = await Promise.all(PAGES.map((page) => tooHeavy(root, manifest, page)))
    return problems.flat()
  },
}

async function tooHeavy(
  root: string,
  manifest: ReadonlyMap<string, Chunk>,
  page: string,
): Promise<readonly Problem[]> {
  const files = [page, ...filesLoadedBy(manifest, page)]
  const sizes = await Promise.all(files.map((file) => gzipped(join(root, BUILT, file))))
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1024
  if (total <= LIMIT_KB) return []
  const says = `the first load is ${total.toFixed(1)} KB gzipped, at most ${LIMIT_KB} allowed`
  return [{ file: `${BUILT}/${page}`, rule: 'too-heavy', says }]
}

async function readManifest(path: string): Promise<ReadonlyMap<string, Chunk> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const chunks: Readonly<Record<string, Chunk>> = JSON.parse(text)
  return new Map(Object.entries(chunks))
}

function filesLoadedBy(manifest: ReadonlyMap<string, Chunk>, entry: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest.get(key)
    if (seen.has(key)) return
    if (chunk === undefined) throw new Error(`${key} is not in the manifest of ${BUILT}`)
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  visit(entry)
  return files
}

async function gzipped(path: string): Promise<number> {
  return gzipSync(await readFile(path)).length
}
