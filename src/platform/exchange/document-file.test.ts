import { CFB } from '@e965/xlsx'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { OfficialDocument } from '../../kernel/document.ts'
import { cjkNumber } from './cjk-number.ts'
import { documentFile } from './document-file.ts'

const given: OfficialDocument = {
  heading: '2025年度抓基层党建工作述职报告',
  blocks: [
    { is: 'words', text: '按照要求，现将有关情况报告如下。\n请予审议。' },
    { is: 'heading', level: 1, text: '主要工作' },
    { is: 'heading', level: 2, text: '接诉即办' },
    { is: 'words', text: '全年受理诉求𠮷件。' },
    { is: 'heading', level: 2, text: '吹哨报到' },
    { is: 'heading', level: 1, text: '存在问题' },
    { is: 'heading', level: 2, text: '停车难' },
    { is: 'table', columns: ['事项', '期限'], rows: [['增设停放点', '2026年6月30日']] },
  ],
  signed: { unit: '华山街道党工委', day: '2025年12月1日' },
}

test('another program reads an official document with its headings counted level by level', async () => {
  const { value } = await mammoth.extractRawText({ buffer: await documentFile(given) })
  expect(value.split('\n').filter((line) => line !== '')).toEqual([
    '2025年度抓基层党建工作述职报告',
    '按照要求，现将有关情况报告如下。',
    '请予审议。',
    '一、主要工作',
    '（一）接诉即办',
    '全年受理诉求𠮷件。',
    '（二）吹哨报到',
    '二、存在问题',
    '（一）停车难',
    '事项',
    '期限',
    '增设停放点',
    '2026年6月30日',
    '华山街道党工委',
    '2025年12月1日',
  ])
})

test('the page has the measures of GB/T 9704: 37 and 28 mm margins, 22 lines of size three', async () => {
  const bytes = await documentFile(given)
  const page = partOf(bytes)
  expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u)
  expect(page).toMatch(/w:top="2098"/u)
  expect(page).toMatch(/w:left="1587"/u)
  expect(page).toMatch(/<w:docGrid w:type="linesAndChars" w:linePitch="580"/u)
  expect(page).toMatch(/<w:footerReference w:type="even"/u)
})

test('numbers of headings are written as they are said', () => {
  expect([1, 10, 11, 20, 34].map(cjkNumber)).toEqual(['一', '十', '十一', '二十', '三十四'])
})

/** The main part of the package, unzipped by a library that did not write it. */
function partOf(bytes: Buffer): string {
  const found = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/word/document.xml')
  return Buffer.from(found?.content ?? []).toString('utf8')
}
