import { type MandateAt } from './rows.ts'

/** The kinds whose work stands on the desk. */
const kinds = [
  'list-version',
  'street-duty-admission',
  'street-task',
  'refused-task',
  'street-task-removal',
  'inspection-plan',
  'street-inspection-approval',
  'street-inspection',
  'street-appraisal',
]

/** What waits for the unit that asks, soonest first. */
export async function waitingView({ deps, state, unit }: MandateAt) {
  const rows = await deps.db.read
    .selectFrom('todo')
    .innerJoin('record', (join) =>
      join.onRef('record.id', '=', 'todo.record_id').onRef('record.city', '=', 'todo.city'),
    )
    .select(['record.id', 'record.kind', 'record.title', 'record.state', 'todo.command'])
    .select(['todo.role', 'todo.due_at'])
    .where('todo.city', '=', state.city)
    .where('todo.unit', '=', unit)
    .where('todo.kind', 'in', kinds)
    .orderBy('todo.due_at')
    .orderBy('record.id')
    .limit(50)
    .execute()
  return rows.map(({ id, kind: name, title, state: own, command, role, due_at: due }) => {
    const kind = deps.registry.get(name)
    const states =
      role === '' ? [kind?.states[own]] : Object.values(kind?.parties?.[role]?.states ?? {})
    const label = states.flatMap((one) => one?.commands?.[command]?.label ?? [])[0]
    return {
      id,
      title,
      kindLabel: kind?.label ?? name,
      does: label ?? '',
      due: due === null ? undefined : new Date(due).toISOString(),
    }
  })
}
