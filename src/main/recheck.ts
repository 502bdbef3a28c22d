import { recheck } from '../platform/recheck/recheck.ts'
import { withClient } from '../platform/store/database.ts'
import { migrate } from '../platform/store/migrate.ts'
import { cityOf } from './one-city.ts'
import { openHome } from './open-home.ts'
import { openPlatform } from './wiring.ts'

/** `npm run recheck [-- --repair]`: derives everything anew from the events and prints every
 *  difference on standard output; silence is agreement. */
const tell = (line: string) => process.stderr.write(`${line}\n`)
const opened = await openHome(tell)
try {
  await migrate(opened.url, tell)
  const city = await withClient(opened.url, (client) => cityOf(client, process.argv))
  const platform = await openPlatform({ ...opened, city, say: tell })
  try {
    const found = await recheck(platform.deps, city, {
      repair: process.argv.includes('--repair'),
      say: (line) => process.stdout.write(`${line}\n`),
    })
    process.exitCode = found === 0 ? 0 : 1
  } finally {
    await platform.close()
  }
} finally {
  await opened.close()
}
