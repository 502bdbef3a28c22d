import type { Fields } from '../../../kernel/field.ts'
import { categories } from '../contents.ts'
import { hostFields } from '../superior.ts'

export const basis =
  '一年一次，会前调查研究、会上述职评议、会后整改落实依次进行（书记抓基层党建述职评议考核）'

export const inOrder = '会前调查研究、会上述职评议、会后整改落实依次进行'

/** What is known of one year's appraisal. Who reports is kept with the units. */
export const fields = {
  ...hostFields,
  title: { type: 'text', label: '名称', max: 60 },
  year: { type: 'number', label: '年度', required: true, min: 2000, max: 2100 },
  category: { type: 'choice', label: '述职书记类别', required: true, options: categories },
  focus: { type: 'choice', label: '层次', options: [{ value: 'focus', label: '重点' }] },
  template: { type: 'record', of: 'appraisal-template', label: '述职模板' },
  most: { type: 'number', label: '报告字数上限' },
  meetingOn: { type: 'day', label: '拟召开述职评议会日期', required: true },
  reporters: {
    type: 'units',
    label: '述职的党组织',
    max: 300,
    help: '不选就是下一级的全部党组织',
  },
  earlier: {
    type: 'number',
    label: '此前已连续开展的年数',
    min: 0,
    max: 100,
    help: '系统里有上一年度的，不用填',
  },
  nth: { type: 'number', label: '连续开展第几年' },
  prior: { type: 'record', of: 'appraisal-cycle', label: '上一年度' },
  stillOpen: { type: 'number', label: '以前指出、还没有销号的问题' },
  reason: { type: 'text', label: '理由', max: 300 },
} as const satisfies Fields
