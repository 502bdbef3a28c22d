import type { Fields } from '../../../kernel/field.ts'
import { ownedFields } from '../owned.ts'

/** What is known of one hearing: who hears whom, and what was said. What was said of a secretary's
 *  work is content: it can be erased, and nobody but the two sides reads it. */
export const fields = {
  title: { type: 'text', label: '听取述职', max: 60 },
  year: ownedFields.year,
  department: { type: 'unit', label: '分管部门（联系单位）', required: true },
  memberUnit: { type: 'unit', label: '领导班子', required: true },
  member: { type: 'post', label: '班子成员' },
  office: { type: 'unit', label: '组织部门' },
  dueOn: { type: 'day', label: '听取期限' },
  report: { type: 'long', label: '述职要点', max: 2000 },
  comment: { type: 'long', label: '点评', max: 1000 },
  matters: { type: 'number', label: '盯住的具体事情' },
  done: { type: 'number', label: '办成的具体事情' },
  late: ownedFields.late,
} as const satisfies Fields

export const assigned = {
  year: fields.year,
  department: fields.department,
  memberUnit: fields.memberUnit,
} as const satisfies Fields
