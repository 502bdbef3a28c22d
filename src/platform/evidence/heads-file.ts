import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../store/database.ts'
import type { DayHead } from './close-days.ts'
import { readHeads } from './heads.ts'
import { shortHash } from './seal-text.ts'

/**
 * Adds the days that a city's file of heads lacks. The file is only ever added to: what it once
 * said stands against a database that says otherwise, wherever copies of it lie.
 */
export async function publishHeads(
  db: Pick<Database, 'read'>,
  { folder, city }: { readonly folder: string; readonly city: number },
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${city}.txt`)
  const there = await readFile(file, 'utf8').catch(() => undefined)
  if (there === undefined) await appendFile(file, title)
  let after = publishedHeads(there ?? '').at(-1)?.day
  for (;;) {
    const heads = await readHeads(db, { city, after, limit: 1000, oldestFirst: true })
    if (heads.length === 0) return file
    await appendFile(file, heads.map(headLine).join(''))
    after = heads.at(-1)?.day
  }
}

const title = '# 每日存证：日期 城市 封条数 事件数 记录数 校验值(SM3) 简码\n'

function headLine({ day, city, seals, events, records, hash }: DayHead): string {
  return `${[day, city, seals, events, records, hash, shortHash(hash)].join(' ')}\n`
}

export type PublishedHead = { readonly day: string; readonly hash: string }

/**
 * The days and hashes that a text names: a file of heads, what the public page answers, or lines
 * somebody copied from a notice board with a day and a short hash.
 */
export function publishedHeads(text: string): readonly PublishedHead[] {
  const pieces = text.trimStart().startsWith('{') ? text.split('}') : text.split('\n')
  return pieces.flatMap((piece) => {
    const day = /\d{4}-\d\d-\d\d/.exec(piece)?.[0]
    const whole = named(piece) ?? /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.exec(piece)?.[0]
    const short = /[0-9A-F]{4}(?:-[0-9A-F]{4}){3}(?![0-9A-F])/i.exec(piece)?.[0]
    const hash = whole ?? short?.replaceAll('-', '')
    return day === undefined || hash === undefined ? [] : [{ day, hash: hash.toLowerCase() }]
  })
}

/** In an answer of the public page the day before stands beside the day's own. */
function named(piece: string): string | undefined {
  return /"hash"\s*:\s*"([0-9a-f]{64})"/.exec(piece)?.[1]
}
