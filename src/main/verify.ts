import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { NotRestored } from '../platform/backup/manifest.ts'
import { exportEvidence, NothingToExport } from '../platform/evidence/verify/export.ts'
import { type Verified, verify } from '../platform/evidence/verify/verify.ts'
import { withClient } from '../platform/store/database.ts'
import { cityOf } from './one-city.ts'
import { openCopy } from './open-copy.ts'

/** `npm run verify`: checks a copy of a city and says what was found where; 0 is whole, 1 is not,
 *  2 is that it could not be looked at. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const tell = (line: string) => process.stderr.write(`${line}\n`)

process.exitCode = await main().catch((error: unknown) => {
  const known = error instanceof NotRestored || error instanceof NothingToExport
  tell(known ? error.message : `没有核对成：${String(error)}`)
  return error instanceof NotRestored ? 1 : 2
})

async function main(): Promise<number> {
  const { values, positionals } = read()
  if (values.help === true) return usage()
  const copy = await openCopy({ named: positionals[0], keys: values.keys, say: tell })
  try {
    const city = await withClient(copy.url, (client) => cityOf(client, process.argv))
    if (values.export !== undefined) {
      const { record: records = [], seal = [] } = values
      const asked = { url: copy.url, city, to: values.export, records, seals: seal.map(Number) }
      const files = await exportEvidence(asked)
      say(`已写出 ${files.length} 个文件，在 ${values.export}；怎样核对见其中的“说明”`)
      return 0
    }
    const heads = values.heads === undefined ? undefined : await readFile(values.heads, 'utf8')
    const { url, keys, files } = copy
    const done = await verify({ url, city, keys, files, heads, say, progress: everySecond() })
    tell(summary(done, { keys: keys !== undefined, heads: heads !== undefined }))
    return done.found === 0 ? 0 : 1
  } finally {
    await copy.close()
  }
}

function read() {
  return parseArgs({
    allowPositionals: true,
    options: {
      city: { type: 'string' },
      heads: { type: 'string' },
      keys: { type: 'string' },
      export: { type: 'string' },
      record: { type: 'string', multiple: true },
      seal: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  })
}

function usage(): number {
  say(`用法：npm run verify -- [备份文件夹 | 数据目录 | postgres://地址] [选项]
  --heads 文件    与公布过的每日存证对照(从网页、公示栏抄下的，或 heads 文件夹里的)
  --keys 文件夹   keys.json 所在的文件夹，用来核对文字和联系人；备份里有就不用写
  --city 代码     数据库里不止一个城市时
  --export 文件夹 [--record 编号]… [--seal 封条号]…   写出原样字节，供 openssl 核对
不写位置，就核对 TONGXIN_HOME 或 DATABASE_URL。退出码：0 完好，1 有不符，2 没有核对成。`)
  return 0
}

function everySecond(): (what: string, done: number) => void {
  let told = Date.now()
  return (what, done) => {
    if (Date.now() - told < 1000) return
    told = Date.now()
    tell(`已核对${what} ${done}`)
  }
}

function summary(done: Verified, had: { readonly keys: boolean; readonly heads: boolean }): string {
  const { records, events, seals, days, waiting, words, files, security, compared, found } = done
  return [
    `核对了 ${records} 件记录、${events} 个事件、${seals} 条封条、${days} 天的存证、${security} 条安全日志。`,
    waiting > 0 ? `其中 ${waiting} 个事件刚提交，还没有封存。` : '',
    had.keys ? `核对了 ${words} 处文字和联系人。` : '没有密钥(--keys)，文字和联系人只看在不在。',
    files > 0 ? `核对了 ${files} 个附件。` : '',
    had.heads
      ? `与公布过的 ${compared} 天对照过。`
      : '没有与公布过的存证对照(--heads)：若有人连同封条一起重做，只有这样才能发现。',
    found === 0 ? '没有发现不符。' : `发现 ${found} 处不符。`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}
