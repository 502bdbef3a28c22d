import type { Fields } from '../../../kernel/field.ts'
import { taskKind } from '../task-kinds.ts'

/** What is admitted is public among officials and lasts: it stands in events whole. */
export const fields = {
  matter: { type: 'code', label: '准入事项', required: true, max: 100 },
  taskKind,
  basis: { type: 'code', label: '依据', required: true, max: 300 },
  reason: { type: 'code', label: '需要街道承担的理由', required: true, max: 1000 },
  streets: { type: 'units', label: '承担街道', of: ['street'], required: true, max: 200 },
  beginsOn: { type: 'day', label: '开始日期', required: true, default: 'today' },
  endsOn: { type: 'day', label: '结束日期', required: true },
  money: { type: 'number', label: '随事划转经费（万元）', required: true, min: 0, max: 100_000 },
  moneyDueOn: { type: 'day', label: '经费到位日期', required: true },
  people: { type: 'number', label: '随事下沉人员（人）', required: true, min: 0, max: 1000 },
  department: { type: 'unit', label: '申请部门' },
  previous: { type: 'record', of: 'street-duty-admission', label: '续期的准入事项' },
  moneyArrived: { type: 'number', label: '到位经费（万元）', required: true, min: 0, max: 100_000 },
  moneyArrivedOn: { type: 'day', label: '到位日期', required: true, default: 'today' },
  note: { type: 'long', label: '说明', required: true, max: 1000 },
} as const satisfies Fields

export const applied = {
  matter: fields.matter,
  taskKind: fields.taskKind,
  basis: fields.basis,
  reason: fields.reason,
  streets: fields.streets,
  beginsOn: fields.beginsOn,
  endsOn: fields.endsOn,
  money: fields.money,
  moneyDueOn: fields.moneyDueOn,
  people: fields.people,
} as const

export const basis = '确需街道承担的工作，由市、区党委和政府严格审核把关，费随事转'
