import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { dayOf } from '../../kernel/time.ts'
import type { SheetOut } from '../exchange/sheet.ts'
import { writeWorkbook } from '../exchange/workbook.ts'
import { writeCsv } from '../exchange/write-csv.ts'

export const sheetFormats = ['xlsx', 'csv', 'csv-gb18030'] as const
export type SheetFormat = (typeof sheetFormats)[number]

export function sheetFormat(asked: string | undefined): SheetFormat {
  return sheetFormats.find((format) => format === asked) ?? 'xlsx'
}

/** Sends a sheet in the asked form, named by what it holds and the day. */
export async function sendSheet(
  reply: FastifyReply,
  sheet: SheetOut,
  { format, name, now }: { format: SheetFormat; name: string; now: number },
) {
  const ending = format === 'xlsx' ? 'xlsx' : 'csv'
  const file = encodeURIComponent(`${name}-${dayOf(now)}.${ending}`)
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${file}`)
    .header('cache-control', 'no-store')
  if (format === 'xlsx')
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(await writeWorkbook(sheet))
  const encoding = format === 'csv' ? 'utf-8' : 'gb18030'
  return reply.type(`text/csv; charset=${encoding}`).send(Readable.from(writeCsv(sheet, encoding)))
}
