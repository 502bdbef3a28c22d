import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../kernel/time.ts'
import { type AppealReading, readAppeals, type ReadAppealsOptions } from './read-appeals.ts'

const HEADER = 'id,topic,detail,label1,time,place,reply,reply_time,status,district'
const GOOD = 'A1,路灯不亮,整条街都黑,城乡建设,2026-08-03 17:00,人民路,,,办理中,五华区'

async function readingsOf(
  file: string | Uint8Array,
  options?: ReadAppealsOptions,
): Promise<readonly AppealReading[]> {
  const bytes = Buffer.from(file)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
  }
  const readings: AppealReading[] = []
  for await (const reading of readAppeals(pieces(), options)) readings.push(reading)
  return readings
}

function file(...rows: readonly string[]): string {
  return [HEADER, ...rows].join('\n')
}

function reasonOf(reading: AppealReading | undefined): string {
  return reading === undefined || reading.ok ? '' : reading.reason
}

describe('a file of appeals', () => {
  test('gives each row as an appeal', async () => {
    expect(await readingsOf(file(GOOD))).toEqual([
      {
        line: 2,
        ok: true,
        row: {
          sourceNumber: 'A1',
          title: '路灯不亮',
          detail: '整条街都黑',
          category: '城乡建设',
          occurredAt: instantOf('2026-08-03T17:00:00+08:00'),
          place: '人民路',
          status: '办理中',
          area: '五华区',
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ])
  })

  test('reads the same in UTF-8 with and without a mark and in GB18030', async () => {
    const text = file(`${GOOD}`, 'A2,𠮷家巷积水,买买提·艾力反映,,2026/8/4,,,,,')
    const plain = await readingsOf(text)
    expect(plain.every(({ ok }) => ok)).toBe(true)
    expect(await readingsOf(`\ufeff${text}`)).toEqual(plain)
    expect(await readingsOf(iconv.encode(text, 'gb18030'))).toEqual(plain)
  })

  test('takes headers by any of their usual names, in any order', async () => {
    const [reading] = await readingsOf(
      '标题,工单编号,来件时间,诉求内容\n路灯不亮,7,2026年8月3日 9时05分,黑',
    )
    expect(reading).toMatchObject({
      ok: true,
      row: { sourceNumber: '7', occurredAt: instantOf('2026-08-03T09:05:00+08:00') },
    })
  })

  test('takes a mapping of its own', async () => {
    const mapping = { sourceNumber: ['No'], detail: ['Text'], occurredAt: ['When'] }
    const [reading] = await readingsOf('No,Text,When\n1,路灯不亮,2026-08-03', { mapping })
    expect(reading).toMatchObject({ ok: true, row: { title: '路灯不亮', detail: '路灯不亮' } })
  })

  test.each([
    [',标题,内容,,2026-08-03,,,,,', '「id」列没有编号'],
    ['A1,,,,2026-08-03,,,,,', '「topic」列和「detail」列没有内容'],
    ['A1,标题,内容,,,,,,,', '「time」列没有时间'],
    ['A1,标题,内容,,2026-02-30,,,,,', '「time」列的时间「2026-02-30」读不出,应如 2026-08-03 17:00'],
    ['A1,标题,内容,,昨天,,,,,', '「time」列的时间「昨天」读不出,应如 2026-08-03 17:00'],
    ['A1,标题,内容,,2026-08-03,,答复,2026-08-02,,', '「reply_time」列的时间早于来件时间'],
    [`A1,${'长'.repeat(61)},内容,,2026-08-03,,,,,`, '「topic」列有 61 字,最多 60 字'],
    [
      'A1,标题,内容,还有,逗号,没有,加,引号,的,内容,2026-08-03',
      '这一行有 11 格,表头只有 10 格,可能有逗号没有加引号',
    ],
    ['A1,标题,内\ufffd容,,2026-08-03,,,,,', '「detail」列有无法识别的字符,请检查文件的编码'],
  ])('says of the row "%s" why it is not taken', async (row, reason) => {
    expect(reasonOf((await readingsOf(file(row)))[0])).toBe(reason)
  })

  test('does not take a number twice, and says where it was first', async () => {
    const readings = await readingsOf(file(GOOD, GOOD.replace('A1', 'A2'), GOOD))
    expect(readings.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(readings[2]).toMatchObject({ line: 4, sourceNumber: 'A1' })
    expect(reasonOf(readings[2])).toBe('「id」列的编号与第 2 行重复')
  })

  test('keeps the text of cells that begin like formulas', async () => {
    const [reading] = await readingsOf(file('=1+1,+加急,-不亮,@,2026-08-03,,,,,'))
    expect(reading).toMatchObject({
      ok: true,
      row: { sourceNumber: '=1+1', title: '+加急', detail: '-不亮', category: '@' },
    })
  })

  test('counts the lines of cells that have several', async () => {
    const readings = await readingsOf(
      file('A1,标题,"第一行\n第二行",,2026-08-03,,,,,', '', GOOD, 'A9,,,,,,,,,'),
    )
    expect(readings.map(({ line }) => line)).toEqual([2, 5, 6])
    expect(readings[0]).toMatchObject({ row: { detail: '第一行\n第二行' } })
  })

  test('gives a row the same digest however the file is written, and another when it says another thing', async () => {
    const digests = async (text: string): Promise<readonly string[]> =>
      (await readingsOf(text)).flatMap((one) => (one.ok ? [one.row.digest] : []))
    const [first = ''] = await digests(file(GOOD))
    const moved =
      'time,id,topic,detail,label1,place,status,district,grade\n2026-08-03T09:00:00Z,A1,路灯不亮,整条街都黑,城乡建设,人民路,办理中,五华区,5'
    expect(await digests(moved)).toEqual([first])
    expect(await digests(file(GOOD.replace('办理中', '已办理')))).not.toEqual([first])
  })

  test.each([
    ['', '文件是空的'],
    ['a,b\n1,2', '表头缺少必需的列:id/编号/工单编号/诉求编号/留言编号/来源编号'],
    [Uint8Array.from([0x50, 0x4b, 3, 4, 0]), '这是 Excel 工作簿,请另存为 CSV(UTF-8)后再导入'],
    [Uint8Array.from([0xff, 0xfe, 0x61, 0]), '文件是 UTF-16 编码,请另存为 CSV(UTF-8)后再导入'],
  ])('that cannot be read at all says so once', async (bytes, reason) => {
    const readings = await readingsOf(bytes)
    expect(readings).toHaveLength(1)
    expect(reasonOf(readings[0])).toContain(reason)
  })

  test('with an unpaired quote gives the rows before it and says where it begins', async () => {
    const readings = await readingsOf(file(GOOD, 'A2,"标题,内容,,2026-08-03,,,,,', GOOD))
    expect(readings.map(({ ok }) => ok)).toEqual([true, false])
    expect(reasonOf(readings[1])).toBe('第 3 行起有引号没有成对,其后的内容未读')
  })
})

const APPEALS = fileURLToPath(
  new URL('../../../../shared/data/appeals/appeals.csv', import.meta.url),
)

describe('the real appeals', () => {
  test(
    'are all taken, the same in both encodings, and progress ends at the size of the file',
    { timeout: 60_000 },
    async (context) => {
      if (!existsSync(APPEALS)) return context.skip('the real appeals are not at hand')
      let read = 0
      const taken = new Map<string, string>()
      const onRead = (bytes: number): void => {
        read = bytes
      }
      for await (const reading of readAppeals(createReadStream(APPEALS), { onRead })) {
        expect(reasonOf(reading)).toBe('')
        if (reading.ok) taken.set(reading.row.sourceNumber, reading.row.digest)
      }
      const whole = await readFile(APPEALS)
      expect(taken.size).toBe(3_081)
      expect(read).toBe(whole.length)
      async function* national() {
        yield iconv.encode(whole.toString(), 'gb18030')
      }
      for await (const reading of readAppeals(national())) {
        expect(reading.ok && taken.get(reading.row.sourceNumber)).toBe(
          reading.ok && reading.row.digest,
        )
      }
    },
  )
})
