import { addDays, startOfDay } from '../kernel/time.ts'
import { bringBackYear, putAwayOver } from '../platform/archive/round.ts'
import { withClient } from '../platform/store/database.ts'
import { migrate } from '../platform/store/migrate.ts'
import { cityOf } from './one-city.ts'
import { openHome } from './open-home.ts'
import { openPlatform } from './wiring.ts'

/** `npm run archive [-- --bring-back YEAR]`: puts away what ended long enough ago, as the server does
 *  every night; or brings back what ended in a year. */
const tell = (line: string) => process.stderr.write(`${line}\n`)
const at = process.argv.indexOf('--bring-back')
const year = at < 0 ? undefined : Number(process.argv[at + 1])
if (year !== undefined && !Number.isInteger(year)) throw new RangeError('--bring-back 后面写年份')
const opened = await openHome(tell)
try {
  await migrate(opened.url, tell)
  const city = await withClient(opened.url, (client) => cityOf(client, process.argv))
  const platform = await openPlatform({ ...opened, city, say: tell })
  const { deps } = platform
  try {
    if (year === undefined) {
      const went = await putAwayOver(deps, city)
      process.stdout.write(`转入历史库 ${went} 件\n`)
    } else {
      const from = startOfDay(`${year}-01-01`)
      const to = startOfDay(addDays(`${year}-12-31`, 1))
      const came = await bringBackYear(deps, city, { from, to })
      process.stdout.write(
        `取回 ${came} 件；要让它们留下，请把“设置 · 个人信息保护 · 办结后转入历史库”的年数调大\n`,
      )
    }
  } finally {
    await platform.close()
  }
} finally {
  await opened.close()
}
