import { copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NotRestored } from '../platform/backup/manifest.ts'
import { restore } from '../platform/backup/restore.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { openHome } from './open-home.ts'

/** `npm run restore -- FOLDER`: brings a backed-up city into a database that does not hold it. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' } },
})
const [from] = positionals
if (from === undefined) {
  say(
    '用法：npm run restore -- 备份文件夹 [--keys keys.json所在文件夹]（恢复到 TONGXIN_HOME 或 DATABASE_URL）',
  )
  process.exit(2)
}
const opened = await openHome(say)
try {
  const { url, home, isRunning } = opened
  if (isRunning && process.env['DATABASE_URL'] === undefined)
    throw new NotRestored('平台正在这个文件夹上运行，请先停止，或指定空的 TONGXIN_HOME')
  const keys = values.keys === undefined ? undefined : await keySource(values.keys).open()
  const manifest = await restore({ url, home, from, say, keys })
  if (values.keys !== undefined) await bringKeys(values.keys, home)
  say(`恢复完成：城市 ${manifest.city}，备份时间 ${manifest.at}`)
} catch (error) {
  say(
    error instanceof NotRestored ? error.message : `恢复没有完成，什么都没有写入：${String(error)}`,
  )
  process.exitCode = 1
} finally {
  await opened.close()
}

/** The restored home reads contacts with the keys the backup was sealed with. */
async function bringKeys(folder: string, home: string): Promise<void> {
  const own = join(home, 'keys.json')
  if ((await stat(own).catch(() => undefined)) !== undefined) return
  await mkdir(home, { recursive: true })
  await copyFile(join(folder, 'keys.json'), own)
}
