import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { Fact } from '../../../kernel/fact.ts'
import type { Context, EffectMaker, Rule } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { ownUnit, streetsAreWithin } from '../sides.ts'
import { notRelieved, relievedStreets, streetsIn } from '../task-kinds.ts'

const basis = '部门的任务不直接压给街道：清单以内按清单，清单以外先准入'

export const facts: Readonly<Record<string, Fact>> = {
  item: { kind: 'duty-item', where: { id: { input: 'dutyItem' } }, want: 'first' },
  admission: {
    kind: 'street-duty-admission',
    where: { id: { input: 'admission' } },
    states: ['inForce'],
    want: 'first',
  },
  relieved: relievedStreets,
}

export const rules: Readonly<Record<string, Rule>> = {
  streetsAreWithin,
  notRelieved: { ...notRelieved, leaves: 'notesRelieved' },
  isCovered: {
    id: 'R003',
    says: '没有生效的清单事项或准入事项涵盖这项任务，不能下派给街道',
    instead: '请引用清单事项；清单以外的，先申请街道工作准入',
    basis,
    facts: ['item', 'admission'],
    leaves: 'notesUncovered',
    input: true,
    holds: (context) => coveredByItem(context) || coveredByAdmission(context),
  },
  dueLater: {
    says: '完成日期要在今天以后',
    basis: '下派任务要留出办理时间',
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
}

/** The street's own duty; or one it helps with, sent by a department that leads or helps; never one
 *  that was taken back. */
function coveredByItem(context: Context): boolean {
  const item = context.facts['item']?.rows[0]
  if (item?.state !== 'inForce') return false
  const type = textOf(item.fields, 'type')
  if (type !== 'cooperate') return type === 'basic'
  const unit = context.world.directory.units.get(ownUnit(context) ?? 0)
  const named = [textOf(item.fields, 'lead'), ...listOf(item.fields, 'cooperating')]
  return unit?.domains?.some((domain) => named.includes(domain)) === true
}

/** Admitted for this department and this street, while it lasts. */
function coveredByAdmission(context: Context): boolean {
  const admission = context.facts['admission']?.rows[0]
  if (admission === undefined) return false
  const { fields } = admission
  const [street] = streetsIn(context)
  return (
    numberOf(fields, 'department') === ownUnit(context) &&
    listOf(fields, 'streets').includes(street ?? 0) &&
    (textOf(fields, 'endsOn') ?? '') >= dayOf(context.at)
  )
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  notesUncovered: notes('uncovered'),
  notesRelieved: notes('removed'),
}

function notes(ground: string): EffectMaker {
  return (context) => {
    const { input, words } = context
    const { title = null, taskKind = null, street = null } = input
    const department = ownUnit(context) ?? null
    return [
      {
        open: 'refused-task',
        command: 'note',
        input: { title, taskKind, street, department, ground },
        words: { title: words['title'] ?? '' },
      },
    ]
  }
}
