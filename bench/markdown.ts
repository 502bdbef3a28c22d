import { cpus, release, totalmem, type } from 'node:os'
import type { Line } from './line.ts'

/** The lines as a table, with the machine and the day on which they were measured. */
export function markdownOf(lines: readonly Line[]): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GB, ${type()} ${release()}`
  const head = `${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.versions.node}\n`
  const rows = lines.map(({ name, ours, limit, unit, ratio, target, met, note = '' }) =>
    row([name, ours, limit, unit, ratio, target, met ? 'yes' : '**no**', note]),
  )
  const titles = ['figure', 'ours', 'limit', 'unit', 'ratio', 'target', 'met', 'note']
  return [head, row(titles), row(titles.map(() => '---')), ...rows, ''].join('\n')
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}
