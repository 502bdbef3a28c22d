import type { Fields } from '../../../kernel/field.ts'

/** Those who may read whom it is about: the unit whose cadre helps, and the person's own link. */
const near = ['helperUnit', 'holder']

/** What is known of a pair. The helped person is only ever a contact, read by whoever was assigned;
 *  no photo, no address, nothing of their family (D19). */
export const fields = {
  title: {
    type: 'text',
    label: '需要什么帮助',
    required: true,
    max: 60,
    help: '写事，不写姓名、住址和病情',
  },
  year: { type: 'number', label: '年度' },
  community: { type: 'unit', label: '登记单位' },
  helperUnit: { type: 'unit', label: '帮扶单位', required: true },
  helper: { type: 'post', label: '帮扶干部' },
  person: { type: 'contact', label: '本人或受托人', seenBy: near },
  consentBy: {
    type: 'choice',
    label: '同意人',
    options: [
      { value: 'self', label: '本人' },
      { value: 'trustee', label: '受托人' },
    ],
  },
  first: { type: 'flag', label: '这名干部本年的第一户' },
  need: { type: 'text', label: '正在办的事', max: 200, seenBy: [...near, 'community'] },
  confirmed: { type: 'number', label: '已确认的帮办事项' },
  reason: { type: 'text', label: '理由', max: 200 },
} as const satisfies Fields

export const registered = {
  title: fields.title,
  helperUnit: fields.helperUnit,
  person: { ...fields.person, required: true },
} as const

export const because = { reason: { ...fields.reason, required: true } } as const
export const whoSays = {
  consentBy: { ...fields.consentBy, label: '您是', required: true },
} as const
export const needed = { need: { ...fields.need, label: '要办的事', required: true } } as const
