import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { problemsOf } from './problems.ts'
import { rowsIn } from './rows.ts'

const basis = '区划和机构调整方案要写全去向，批准后执行'

export const rules = {
  listsAreWhole: {
    says: '地区、单位对照表不完整，或与现有区划、机构不符',
    instead: '请在方案页查看逐条说明，补全后再提交',
    basis,
    input: true,
    holds: (context) => isSound(context, context.input),
  },
  stillHolds: {
    says: '区划或机构在方案拟定之后有变化，方案需要修改',
    instead: '请退回拟定单位，按现有区划和机构修改对照表',
    basis,
    holds: (context) => isSound(context, context.record.fields),
  },
  holdsNoLonger: {
    says: '方案仍然可以执行',
    basis,
    holds: (context) => !isSound(context, context.record.fields),
  },
  dayIsAhead: {
    says: '执行日不能早于今天',
    instead: '请选择今天或以后的日期',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'on') ?? '') >= dayOf(at),
  },
  dayHasCome: {
    says: '还没有到批准的执行日',
    instead: '执行日当日可以提前执行，或等当日下班后自动执行',
    basis: '按批准的日期执行',
    holds: ({ record, at }) => (textOf(record.fields, 'on') ?? '9999') <= dayOf(at),
  },
  allMoved: {
    says: '还有事项没有移交',
    basis: '没有移交的事项要逐件处理',
    holds: ({ record }) => (numberOf(record.fields, 'left') ?? 0) === 0,
  },
} as const satisfies Record<string, Rule>

function isSound({ world, record }: Context, values: Values): boolean {
  const rows = rowsIn(values)
  return rows !== undefined && problemsOf(world.directory, rows, record.place).length === 0
}
