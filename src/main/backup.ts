import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isoOf } from '../kernel/time.ts'
import { backup } from '../platform/backup/backup.ts'
import { backupName, keepNewest } from '../platform/backup/keep.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { HomeBusy } from '../platform/postgres/embedded.ts'
import { withClient } from '../platform/store/database.ts'
import { cityOf } from './one-city.ts'
import { openHome } from './open-home.ts'

/** `npm run backup`: writes a city into a new folder, also while it works. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string' },
    keep: { type: 'string' },
    encrypt: { type: 'boolean' },
    city: { type: 'string' },
  },
})
const [named] = positionals
if ((named === undefined) === (values.into === undefined)) {
  say(`用法：npm run backup -- 新文件夹 [选项]，或 npm run backup -- --into 文件夹 [--keep 份数] [选项]
  --into 文件夹   在其中建一份以时间命名的备份，适合定时运行
  --keep 份数     完成后只留最近的这些份
  --encrypt       全部加密(国密 SM4)；备份里不放密钥，keys.json 要另外保管
  --city 代码     数据库里不止一个城市时`)
  process.exit(2)
}
const opened = await openHome(say)
try {
  const { url, home } = opened
  const city = await withClient(url, (client) => cityOf(client, process.argv))
  const at = isoOf(Date.now())
  const to = named ?? join(values.into ?? '', backupName(city, at))
  const sealWith = values.encrypt === true ? await keySource(home).open() : undefined
  const manifest = await backup({ url, home, to, city, at, say, sealWith })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const care =
    sealWith === undefined
      ? '文件夹里有密钥，请妥善保管。'
      : '备份已加密；没有 keys.json 谁也打不开，请把它存在别处。'
  say(`备份完成：城市 ${city}，${manifest.tables.length} 张表，${rows} 行，在 ${to}。${care}`)
  if (values.into !== undefined && values.keep !== undefined)
    for (const name of await keepNewest(values.into, { city, keep: Number(values.keep) }))
      say(`已删除旧备份 ${name}`)
} catch (error) {
  say(error instanceof HomeBusy ? error.message : `备份没有完成：${String(error)}`)
  process.exitCode = 1
} finally {
  await opened.close()
}
