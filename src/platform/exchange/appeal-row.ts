import type { Instant } from '../../kernel/time.ts'
import { sm3 } from '../crypto/sm3.ts'
import { appealFields, type AppealField, type FoundColumns } from './appeal-columns.ts'
import { unguardCell } from './cell-guard.ts'
import { readMoment } from './city-moment.ts'
import { UNREADABLE } from './text-file.ts'

/** One appeal as a file tells it. A field the file leaves empty is absent. */
export type AppealRow = {
  readonly sourceNumber: string
  readonly title: string
  readonly detail: string
  readonly occurredAt: Instant
  readonly place?: string
  readonly category?: string
  readonly sort?: string
  readonly reply?: string
  readonly repliedAt?: Instant
  readonly status?: string
  readonly area?: string
  /** Of all that is said above: another digest under the same number is a changed row. */
  readonly digest: string
}

/** The most characters a field may have. */
export type AppealLimits = { readonly [field in AppealField]?: number }

export const usualLimits: AppealLimits = {
  sourceNumber: 60,
  title: 60,
  detail: 3_000,
  place: 120,
  category: 60,
  sort: 60,
  reply: 10_000,
  status: 60,
  area: 60,
}

export type RowReading =
  | { readonly ok: true; readonly row: AppealRow }
  | { readonly ok: false; readonly reason: string; readonly sourceNumber: string }

/** Reads a row, or says which column keeps it from being read and why. */
export function readAppealRow(
  cells: readonly string[],
  columns: FoundColumns,
  limits: AppealLimits,
): RowReading {
  const { headers } = columns
  const said = saidIn(cells, columns)
  const sourceNumber = said.get('sourceNumber') ?? ''
  const reason =
    excessCells(cells, columns) ??
    damaged(said, headers) ??
    lacking(said, headers) ??
    tooLong(said, headers, limits) ??
    wrongMoment(said, headers)
  if (reason !== undefined) return { ok: false, reason, sourceNumber }
  return { ok: true, row: rowOf(sourceNumber, said) }
}

type Said = ReadonlyMap<AppealField, string>
type Headers = FoundColumns['headers']

function saidIn(cells: readonly string[], { places }: FoundColumns): Said {
  const said = new Map<AppealField, string>()
  for (const [field, place] of places) {
    const text = plainText(cells[place] ?? '')
    if (text !== '') said.set(field, text)
  }
  return said
}

/** Control characters, which no one typed and PostgreSQL refuses in part, are left out. */
function plainText(cell: string): string {
  const unified = unguardCell(cell).replaceAll(/\r\n?/g, '\n')
  return unified.replaceAll(/[^\P{Cc}\n\t]|\ufeff/gu, '').trim()
}

function named(field: AppealField, headers: Headers): string {
  return `「${headers.get(field) ?? field}」列`
}

/** A comma that should have been quoted moves every later cell under a wrong header. */
function excessCells(cells: readonly string[], { width }: FoundColumns): string | undefined {
  const beyond = cells.slice(width).some((cell) => cell.trim() !== '')
  return beyond
    ? `这一行有 ${cells.length} 格,表头只有 ${width} 格,可能有逗号没有加引号`
    : undefined
}

function damaged(said: Said, headers: Headers): string | undefined {
  const [field] = [...said].find(([, text]) => text.includes(UNREADABLE)) ?? []
  return field && `${named(field, headers)}有无法识别的字符,请检查文件的编码`
}

function lacking(said: Said, headers: Headers): string | undefined {
  if (!said.has('sourceNumber')) return `${named('sourceNumber', headers)}没有编号`
  if (!said.has('title') && !said.has('detail')) {
    const wordless = appealFields.filter((field) => field === 'title' || field === 'detail')
    const columns = wordless.filter((field) => headers.has(field))
    return `${columns.map((field) => named(field, headers)).join('和')}没有内容`
  }
  return said.has('occurredAt') ? undefined : `${named('occurredAt', headers)}没有时间`
}

function tooLong(said: Said, headers: Headers, limits: AppealLimits): string | undefined {
  for (const [field, text] of said) {
    const most = limits[field] ?? Infinity
    const length = [...text].length
    if (length > most) return `${named(field, headers)}有 ${length} 字,最多 ${most} 字`
  }
  return undefined
}

function wrongMoment(said: Said, headers: Headers): string | undefined {
  for (const field of ['occurredAt', 'repliedAt'] as const) {
    const text = said.get(field)
    if (text !== undefined && readMoment(text) === undefined) {
      const shown = [...text].slice(0, 30).join('')
      return `${named(field, headers)}的时间「${shown}」读不出,应如 2026-08-03 17:00`
    }
  }
  const [asked, replied] = [momentOf(said, 'occurredAt'), momentOf(said, 'repliedAt')]
  const backwards = asked !== undefined && replied !== undefined && replied < asked
  return backwards ? `${named('repliedAt', headers)}的时间早于来件时间` : undefined
}

function momentOf(said: Said, field: AppealField): Instant | undefined {
  const text = said.get(field)
  return text === undefined ? undefined : readMoment(text)
}

const TITLE_FROM_DETAIL = 30

/** Where one of title and detail is missing, the other stands for it. */
function rowOf(sourceNumber: string, said: Said): AppealRow {
  const detail = said.get('detail') ?? said.get('title') ?? ''
  const [sentence = ''] = detail.split(/[\n。!?!?]/u)
  const repliedAt = momentOf(said, 'repliedAt')
  const told = {
    sourceNumber,
    title: said.get('title') ?? [...sentence.trim()].slice(0, TITLE_FROM_DETAIL).join(''),
    detail,
    occurredAt: momentOf(said, 'occurredAt') ?? 0,
    ...Object.fromEntries([...said].filter(([field]) => asTold.has(field))),
    ...(repliedAt === undefined ? {} : { repliedAt }),
  }
  return { ...told, digest: digestOf(told) }
}

const asTold: ReadonlySet<AppealField> = new Set([
  'place',
  'category',
  'sort',
  'reply',
  'status',
  'area',
])

/** Sorted, so that a file with its columns in another order tells the same. */
function digestOf(told: object): string {
  return sm3(JSON.stringify(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1))))
}
