import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readSheet } from './read-sheet.ts'
import type { SheetOut, SheetRow } from './sheet.ts'
import type { Encoding } from './text-file.ts'
import { writeWorkbook } from './workbook.ts'
import { writeCsv } from './write-csv.ts'

const columns = [
  { key: 'name', label: '姓名', width: 12 },
  { key: 'words', label: '内容', width: 40 },
  { key: 'count', label: '件数' },
]
const asked = {
  columns: [{ label: '姓名', required: true }, { label: '内容' }, { label: '件数', number: true }],
}

async function csv(sheet: SheetOut, encoding?: Encoding): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of writeCsv(sheet, encoding)) parts.push(part)
  return Buffer.concat(parts)
}

const forms: readonly (readonly [string, (sheet: SheetOut) => Promise<Buffer>])[] = [
  ['xlsx', writeWorkbook],
  ['CSV in UTF-8', (sheet) => csv(sheet)],
  ['CSV in GB18030', (sheet) => csv(sheet, 'gb18030')],
]

const texts = [
  '=1+1',
  '+86 138',
  '-2',
  '@SUM(A1)',
  '＝1',
  "'=already guarded",
  "it's",
  '𠮷野 𬭊 𫝀 \u{2ebf0} \u{31350}',
  '买买提·艾力',
  '逗号,引号"和\n换行',
  '  前后空格  ',
  '0012',
  '530102001001',
  '长'.repeat(30_000),
  '_x0041_ 和 & < > ]]>',
  'constructor',
  '__proto__',
  '😀',
]

describe.each(forms)('a sheet written as %s', (_, write) => {
  test('gives back every text as it was', async () => {
    const rows = texts.map((words, count) => ({ name: '甲', words, count }))
    const read = await readSheet(await write({ columns, rows }), asked)
    expect(read.problems).toEqual([])
    expect(read.rows.map(({ cells }) => cells['内容'])).toEqual(texts)
  })

  test('keeps numbers numbers and leaves out what is empty', async () => {
    const rows: SheetRow[] = [
      { name: '甲', words: '', count: -3.5 },
      { name: '乙', words: null, count: Number.NaN },
      { name: '丙', words: true, count: 0 },
    ]
    const read = await readSheet(await write({ columns, rows }), asked)
    expect(read.rows.map(({ cells }) => cells)).toEqual([
      { 姓名: '甲', 件数: -3.5 },
      { 姓名: '乙' },
      { 姓名: '丙', 内容: '是', 件数: 0 },
    ])
  })

  test('carries its notice on the first line and is read past it', async () => {
    const file = await write({ columns, rows: [{ name: '甲' }], note: '演示数据,均为虚构' })
    const read = await readSheet(file, asked)
    expect(read.rows).toEqual([{ line: 3, cells: { 姓名: '甲' } }])
    const head = await readSheet(file, { columns: [{ label: '演示数据,均为虚构' }] })
    expect(head.problems).toEqual([])
  })

  test('says line and column of each cell that will not do', async () => {
    const rows = [
      { name: '甲', count: '三件' },
      { name: '', words: '无名' },
      { name: '乙', count: '1,200' },
    ]
    const read = await readSheet(await write({ columns, rows }), asked)
    expect(read.problems).toEqual([
      { line: 2, label: '件数', reason: '第 2 行「件数」列的「三件」不是数字' },
      { line: 3, label: '姓名', reason: '第 3 行「姓名」列没有填' },
    ])
    expect(read.rows).toEqual([{ line: 4, cells: { 姓名: '乙', 件数: 1200 } }])
  })

  test('says which columns it lacks, has twice or has too many', async () => {
    const twice = { columns: [...columns, { key: 'words', label: '姓名' }], rows: [] }
    expect((await readSheet(await write(twice), asked)).problems).toMatchObject([
      { label: '姓名', reason: '表头有 2 个「姓名」列' },
    ])
    const lacking = { columns: [{ key: 'words', label: '内容' }], rows: [] }
    expect((await readSheet(await write(lacking), asked)).problems).toMatchObject([
      { label: '姓名', reason: '表头缺少「姓名」列' },
    ])
    const more = { columns: [...columns, { key: 'x', label: '备用' }], rows: [{ name: '甲' }] }
    expect((await readSheet(await write(more), asked)).ignored).toEqual(['备用'])
  })

  test('stops at the most rows and says where', async () => {
    const rows = Array.from({ length: 4 }, (_, at) => ({ name: `第${at}` }))
    const read = await readSheet(await write({ columns, rows }), { ...asked, mostRows: 3 })
    expect(read.rows).toHaveLength(3)
    expect(read.problems).toEqual([{ line: 5, reason: '最多 3 行,第 5 行起未读' }])
  })

  test('takes thousands of rows as they come', async () => {
    async function* rows() {
      for (let at = 0; at < 3_000; at++) {
        if (at % 1_000 === 0) await setTimeout(1)
        yield { name: `人${at}`, words: `第 ${at} 件`, count: at }
      }
    }
    const read = await readSheet(await write({ columns, rows: rows() }), asked)
    expect(read.rows).toHaveLength(3_000)
    expect(read.rows.at(-1)).toEqual({
      line: 3_001,
      cells: { 姓名: '人2999', 内容: '第 2999 件', 件数: 2_999 },
    })
  })
})

describe('a workbook', () => {
  test('ends a text longer than a cell with a sign that it goes on', async () => {
    const file = await writeWorkbook({
      columns,
      rows: [{ name: '甲', words: '字'.repeat(40_000) }],
    })
    const [row] = (await readSheet(file, asked)).rows
    const words = String(row?.cells['内容'])
    expect(words).toHaveLength(32_767)
    expect(words.endsWith('从略)')).toBe(true)
  })

  test('holds text that begins like a formula as text, with nothing before it', async () => {
    const file = await writeWorkbook({ columns, rows: [{ name: '甲', words: '=1+1' }] })
    const [row] = (await readSheet(file, asked)).rows
    expect(row?.cells['内容']).toBe('=1+1')
  })

  test('with cells formatted as dates gives the days and times the person typed', async () => {
    const day = new Date(Date.UTC(2026, 7, 3))
    const moment = new Date(Date.UTC(2026, 7, 3, 17, 5))
    const cell = (value: Date) => ({ value, type: Date, format: 'yyyy-mm-dd hh:mm' })
    const file = await writeXlsxFile([
      ['姓名', '内容'],
      ['甲', cell(day)],
      ['乙', cell(moment)],
    ]).toBuffer()
    const read = await readSheet(file, asked)
    expect(read.rows.map(({ cells }) => cells['内容'])).toEqual([
      '2026-08-03',
      '2026-08-03 17:05:00',
    ])
  })

  test('that says it unpacks to gigabytes is refused unread', async () => {
    const file = await writeWorkbook({ columns, rows: [{ name: '甲' }] })
    const entry = file.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    file.writeUInt32LE(4_000_000_000, entry + 24)
    expect((await readSheet(file, asked)).problems).toEqual([
      { line: 1, reason: '工作簿太大,请分成几个文件' },
    ])
  })

  test('that is cut short, foreign or old is refused with what to do', async () => {
    const file = await writeWorkbook({ columns, rows: [{ name: '甲' }] })
    const cut = await readSheet(file.subarray(0, file.length / 2), asked)
    expect(cut.problems).toHaveLength(1)
    const old = await readSheet(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), asked)
    expect(old.problems[0]?.reason).toContain('旧版 Excel')
    expect((await readSheet(new Uint8Array(), asked)).problems[0]?.reason).toContain('找不到表头')
  })
})

describe('a CSV', () => {
  test('guards text that a spreadsheet would run, and only that', async () => {
    const rows = [{ name: '=cmd|x', words: '平常的', count: -1 }]
    expect((await csv({ columns, rows })).toString()).toBe(
      "\ufeff姓名,内容,件数\r\n'=cmd|x,平常的,-1\r\n",
    )
  })

  test('in UTF-8 begins with a byte order mark, in GB18030 with none', async () => {
    const sheet = { columns, rows: [{ name: '𠮷' }] }
    expect((await csv(sheet)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const national = await csv(sheet, 'gb18030')
    expect(national.subarray(0, 2)).toEqual(Buffer.from([0xd0, 0xd5]))
    expect(new TextDecoder('gb18030').decode(national)).toContain('𠮷')
  })
})
