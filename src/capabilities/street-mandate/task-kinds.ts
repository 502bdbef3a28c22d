import { listOf, numberOf, textOf } from '../../kernel/field.ts'
import type { Fact } from '../../kernel/fact.ts'
import type { Context, Rule } from '../../kernel/kind.ts'

/** The sorts of tasks a street is to be relieved of, as far as they have names. */
export const taskKind = {
  type: 'choice',
  label: '任务类别',
  required: true,
  options: [
    { value: 'investment', label: '招商引资' },
    { value: 'tax', label: '协税护税' },
    { value: 'other', label: '其他工作任务' },
  ],
} as const

/** States in which a street has been relieved of a task. */
const relieved = ['removed', 'verified', 'relapsed', 'lifted']

/** Streets relieved of the sort of task that is asked for. */
export const relievedStreets: Fact = {
  kind: 'street-task-removal',
  where: { taskKind: { input: 'taskKind' } },
  states: relieved,
  want: 'list',
}

/** What a street was relieved of is neither sent to it nor admitted again. `other` names many sorts,
 *  so one that was lifted does not bar the rest. */
export const notRelieved: Rule = {
  id: 'R002',
  says: '这类任务已经取消，不能再向街道下派或准入',
  instead: '由上级部门自行承担；认为确有必要的，报区委研究',
  basis: '已取消的街道工作任务不得变相恢复',
  facts: ['relieved'],
  input: true,
  holds: (context) => relievedAmong(context).length === 0,
}

/** Which of the streets asked for were relieved. */
function relievedAmong({ input, facts }: Context): readonly number[] {
  if (textOf(input, 'taskKind') === 'other') return []
  const gone = (facts['relieved']?.rows ?? []).map(({ fields }) => numberOf(fields, 'street'))
  return streetsIn({ input }).filter((street) => gone.includes(street))
}

/** The streets an ask names, one or several. */
export function streetsIn({ input }: Pick<Context, 'input'>): readonly number[] {
  return [numberOf(input, 'street'), ...listOf(input, 'streets')].filter(
    (one) => typeof one === 'number',
  )
}
