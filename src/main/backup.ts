import { HomeBusy } from '../platform/postgres/embedded.ts'
import { backup } from '../platform/backup/backup.ts'
import { isoOf } from '../kernel/time.ts'
import { withClient } from '../platform/store/database.ts'
import { openHome } from './open-home.ts'
import { cityOf } from './one-city.ts'

/** `npm run backup -- FOLDER [--city CODE]`: writes a city into a new folder, also while it works. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const [to] = process.argv.slice(2)
if (to === undefined) {
  say('用法：npm run backup -- 新文件夹 [--city 城市代码]')
  process.exit(2)
}
const opened = await openHome(say)
try {
  const { url, home } = opened
  const city = await withClient(url, (client) => cityOf(client, process.argv))
  const manifest = await backup({ url, home, to, city, at: isoOf(Date.now()), say })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  say(
    `备份完成：城市 ${city}，${manifest.tables.length} 张表，${rows} 行。文件夹里有密钥，请妥善保管。`,
  )
} catch (error) {
  say(error instanceof HomeBusy ? error.message : `备份没有完成：${String(error)}`)
  process.exitCode = 1
} finally {
  await opened.close()
}
