import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

const SKIPPED = new Set(['node_modules', 'breaches', 'dist', 'reports'])

/** The files under some folders of the project, by their paths from its root, with forward slashes. */
export async function filesUnder(root: string, ...folders: readonly string[]) {
  const lists = await Promise.all(folders.map((folder) => list(join(root, folder))))
  return lists
    .flat()
    .map((file) => relative(root, file).split(sep).join('/'))
    .toSorted()
}

async function list(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const lists = entries.map(async (entry): Promise<readonly string[]> => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : list(path)
    return entry.isFile() ? [path] : []
  })
  return (await Promise.all(lists)).flat()
}
