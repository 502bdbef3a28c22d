import { keySource } from '../platform/crypto/key-source.ts'
import { rekey } from '../platform/rekey/rekey.ts'
import { withClient } from '../platform/store/database.ts'
import { migrate } from '../platform/store/migrate.ts'
import { cityOf } from './one-city.ts'
import { openHome } from './open-home.ts'
import { openPlatform } from './wiring.ts'

/** `npm run rekey [-- --new]`: with `--new` makes a key first, which seals from then on; then seals
 *  anew whatever another key sealed. Old keys stay in the file: they find and open what is left. */
const tell = (line: string) => process.stderr.write(`${line}\n`)
const opened = await openHome(tell)
try {
  await migrate(opened.url, tell)
  const city = await withClient(opened.url, (client) => cityOf(client, process.argv))
  if (process.argv.includes('--new')) tell(`新密钥：${await keySource(opened.home).rotate()}`)
  const platform = await openPlatform({ ...opened, city, say: tell })
  try {
    const done = await rekey(platform.deps, city, tell)
    process.stdout.write(`重新加密 ${done} 项\n`)
  } finally {
    await platform.close()
  }
} finally {
  await opened.close()
}
