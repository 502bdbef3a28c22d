import { appealLines } from './appeals.ts'
import { kindLines } from './kinds/writes.ts'
import type { Line } from './line.ts'
import { startLines } from './starting.ts'
import { standbyLines } from './standby.ts'
import { suggestLines } from './suggesting.ts'

/**
 * `npm run bench -- [--json] [--quick] [NAME…]`: ratios measured in one run. Ends with 1 when a
 * table that grows was read whole; a missed ratio is shown, because machines differ.
 */
const quick = process.argv.includes('--quick')
const json = process.argv.includes('--json')
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const benches: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  appeals: () =>
    appealLines(
      quick ? { lives: 128, rounds: 3, reads: 300 } : { lives: 960, rounds: 5, reads: 2000 },
    ),
  kinds: () => kindLines(quick ? { writes: 256, rounds: 3 } : { writes: 1900, rounds: 5 }),
  standby: () => standbyLines(quick ? { lives: 128, rounds: 3 } : { lives: 960, rounds: 5 }),
  starting: startLines,
  suggesting: suggestLines,
}

for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const lines = await bench()
  if (lines.length === 0) process.stderr.write(`${name}: left out, what it needs is not here\n`)
  for (const line of lines) {
    process.stdout.write(`${json ? JSON.stringify(line) : words(line)}\n`)
    if (line.name === 'sequential-scans' && !line.met) process.exitCode = 1
  }
}

function words({ name, ours, limit, unit, ratio, target, met, note }: Line): string {
  const figures = `${ours} of ${limit} ${unit}, ratio ${ratio} (target ${target})`
  return `${met ? 'met   ' : 'MISSED'} ${name}: ${figures}${note === undefined ? '' : ` – ${note}`}`
}
