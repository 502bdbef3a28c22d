import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readAppeals } from '../platform/exchange/read-appeals.ts'
import { writeCsv } from '../platform/exchange/write-csv.ts'
import { withClient } from '../platform/store/database.ts'
import { settleTables } from '../platform/store/settle-tables.ts'
import { migrate } from '../platform/store/migrate.ts'
import { importAppeals, type Outcome } from './import/import-appeals.ts'
import { importPost } from './import/import-post.ts'
import { outcomeSheet } from './import/outcome-sheet.ts'
import { suggestFor } from './import/suggestions.ts'
import { cityOf } from './one-city.ts'
import { openHome } from './open-home.ts'
import { openPlatform } from './wiring.ts'

/**
 * `npm run import -- appeals FILE [--city CODE] [--source NAME] [--report FILE]`: brings a CSV of
 * appeals (UTF-8 or GB18030) in. The same file again changes nothing.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const [what, file] = process.argv.slice(2)
if (what !== 'appeals' || file === undefined) {
  say(
    '用法：npm run import -- appeals 文件.csv [--city 城市代码] [--source 来源名称] [--report 报告.csv]',
  )
  process.exit(2)
}
await run(file)

async function run(path: string): Promise<void> {
  const { size } = await stat(path)
  const opened = await openHome(say)
  try {
    await migrate(opened.url, say)
    const city = await withClient(opened.url, (client) => cityOf(client, process.argv))
    const platform = await openPlatform({ ...opened, city, say })
    try {
      const post = await importPost(platform.deps.db, city)
      const source = option('--source') ?? basename(path)
      const readings = readAppeals(createReadStream(path), { onRead: progress(size) })
      const outcomes: Outcome[] = []
      for await (const outcome of importAppeals(platform.deps, readings, { city, post, source }))
        outcomes.push(outcome)
      await platform.deps.db.bulk(settleTables)
      const suggested = await suggestFor(platform, outcomes)
      const report = option('--report') ?? `${path}.导入报告.csv`
      const sheet = outcomeSheet(outcomes, suggested)
      await pipeline(Readable.from(writeCsv(sheet)), createWriteStream(report))
      say(summary(outcomes, report))
    } finally {
      await platform.close()
    }
  } finally {
    await opened.close()
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

/** Says every tenth of the file once. */
function progress(size: number): (read: number) => void {
  let said = 0
  return (read) => {
    const tenth = size === 0 ? 10 : Math.floor((read / size) * 10)
    if (tenth > said) say(`已读 ${tenth * 10}%`)
    said = Math.max(said, tenth)
  }
}

function summary(outcomes: readonly Outcome[], report: string): string {
  const count = (result: Outcome['result']) =>
    outcomes.filter((outcome) => outcome.result === result).length
  return [
    `共 ${outcomes.length} 行：新导入 ${count('taken')}，早已导入 ${count('known')}，`,
    `内容有改动 ${count('changed')}，未导入 ${count('refused')}。每一行的结果见 ${report}`,
  ].join('')
}
