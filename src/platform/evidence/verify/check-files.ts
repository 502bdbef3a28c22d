import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { streamOf } from './cursor.ts'
import type { Verifying } from './verifying.ts'

type FileRow = {
  readonly id: string
  readonly number: string | null
  readonly digest: string
  readonly path: string
}

/** Holds the files that people sent with a record against the digests of their rows. */
export async function checkFiles(verifying: Verifying, folder: string): Promise<void> {
  const { client, city, found, count } = verifying
  const files = await streamOf<FileRow>(client, { name: 'files', text: filesText(city) })
  for (;;) {
    const row = await files.take()
    if (row === undefined) return
    count.files += 1
    const digest = await digestOf(join(folder, row.path))
    const where = `记录 ${row.number ?? ''}的附件(${row.id})`
    if (digest === undefined) found(`${where}：文件不见了`)
    else if (digest !== row.digest) found(`${where}：文件与摘要不符，被改动`)
  }
}

async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sm3')
  const read = await pipeline(createReadStream(path), hash).then(
    () => true,
    () => false,
  )
  return read ? hash.digest('hex') : undefined
}

function filesText(city: number): string {
  return `select f.id, coalesce(r.number, a.number) as number, f.digest, f.path from file f
    left join record r on r.city = f.city and r.id = f.record_id
    left join archive a on a.city = f.city and a.id = f.record_id
    where f.city = ${city} and f.record_id is not null and f.erased_at is null order by f.id`
}
