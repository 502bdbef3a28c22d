import { appealLines } from './appeals.ts'
import { kindLines } from './kinds/writes.ts'
import type { Line } from './line.ts'
import { markdownOf } from './markdown.ts'
import { planLines } from './plans/plans.ts'
import { sheetLines } from './sheets.ts'
import { startLines } from './starting.ts'
import { standbyLines } from './standby.ts'
import { suggestLines } from './suggesting.ts'
import { yearLines } from './year/year.ts'

/**
 * `npm run bench -- [--json] [--markdown] [--quick] [--sizes=N,N] [NAME…]`: ratios measured in one
 * run. Ends with 1 when a table that grows was read whole, or a plan is not the one kept; a missed
 * ratio is shown, because machines differ. What is measured of a year can be named apart: `year lives reads`.
 */
const quick = process.argv.includes('--quick')
const json = process.argv.includes('--json')
const markdown = process.argv.includes('--markdown')
const sizes = process.argv.find((word) => word.startsWith('--sizes='))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const benches: Readonly<Record<string, () => Promise<readonly Line[]> | AsyncIterable<Line>>> = {
  appeals: () =>
    appealLines(
      quick ? { lives: 128, rounds: 3, reads: 300 } : { lives: 960, rounds: 5, reads: 2000 },
    ),
  kinds: () => kindLines(quick ? { writes: 256, rounds: 3 } : { writes: 1900, rounds: 5 }),
  standby: () => standbyLines(quick ? { lives: 128, rounds: 3 } : { lives: 960, rounds: 5 }),
  plans: () => planLines({ keep: process.argv.includes('--keep') }),
  sheets: () => sheetLines({ rows: quick ? 3000 : 10_000 }),
  year: () =>
    yearLines(
      { ...yearSize(), patterns: quick ? 400 : 3000 },
      wanted.filter((name) => name !== 'year'),
    ),
  starting: startLines,
  suggesting: suggestLines,
}

const isAlone = wanted.includes('year')
const all: Line[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (isAlone ? name !== 'year' : wanted.length > 0 && !wanted.includes(name)) continue
  const made = bench()
  let told = 0
  for await (const line of made instanceof Promise ? await made : made) {
    tell(line)
    told += 1
  }
  if (told === 0) process.stderr.write(`${name}: left out, what it needs is not here\n`)
}
if (markdown) process.stdout.write(markdownOf(all))

function tell(line: Line): void {
  all.push(line)
  if (!markdown) process.stdout.write(`${json ? JSON.stringify(line) : words(line)}\n`)
  if (['sequential-scans', 'plans'].includes(line.name) && !line.met) process.exitCode = 1
}

function yearSize() {
  const [small, large] = (sizes?.slice('--sizes='.length).split(',') ?? []).map(Number)
  const own = quick
    ? { small: 5000, large: 20_000, lives: 200, rounds: 3, reads: 200, viewers: 5000 }
    : { small: 1_000_000, large: 6_000_000, lives: 2000, rounds: 5, reads: 2000, viewers: 5000 }
  return { ...own, small: small ?? own.small, large: large ?? own.large }
}

function words({ name, ours, limit, unit, ratio, target, met, note }: Line): string {
  const figures = `${ours} of ${limit} ${unit}, ratio ${ratio} (target ${target})`
  return `${met ? 'met   ' : 'MISSED'} ${name}: ${figures}${note === undefined ? '' : ` – ${note}`}`
}
