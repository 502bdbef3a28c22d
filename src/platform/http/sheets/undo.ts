import type { Command } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { answeredBefore } from '../../asking/answers.ts'
import { ask } from '../../asking/ask.ts'
import { prepare } from '../../asking/prepare.ts'
import { derivedId } from '../../numbers/ids.ts'
import { reached } from '../../store/faults.ts'
import { loadRecords } from '../../store/load.ts'
import { schemaFor } from '../asking.ts'
import { type SheetAt, withoutWaiting } from './at.ts'
import { allRows, type RowOutcome, settleRows } from './job-rows.ts'
import { inputOfUndo, type Job, moveJob } from './jobs.ts'
import { askedAtOnce, type GoesOn, partsOf, settledAtOnce, sideBySide } from './side-by-side.ts'

/** The command that takes a beginning back, wherever it is offered; the first for its form. */
export function undoOf({ kind, command }: Pick<SheetAt, 'kind' | 'command'>): Command | undefined {
  const { undo } = command
  if (undo === undefined) return undefined
  return Object.values(kind.states).find(({ commands }) => commands?.[undo])?.commands?.[undo]
}

/** Takes back what the job made and nobody has touched since, by the command that the start names as
 *  its inverse. What cannot be taken back stays and is named. */
export async function undoSheet(at: SheetAt, job: Job, goesOn: GoesOn): Promise<void> {
  const { deps } = at
  const { id } = job
  const asking = withoutWaiting(at)
  const raw = await inputOfUndo(deps, id)
  const made = await allRows(deps, { job: id, results: ['made', 'kept'] })
  for (const part of partsOf(made, settledAtOnce)) {
    await goesOn()
    const ids = part.flatMap(({ record }) => record ?? [])
    const [loaded, touched] = await Promise.all([
      loadRecords(deps.db, at.state.city, ids),
      touchedSince(at, ids),
    ])
    const settled = await sideBySide(part, askedAtOnce, (row) =>
      takeBack(asking, job, {
        row,
        raw,
        record: loaded.get(row.record ?? '')?.record,
        isTouched: touched.has(row.record ?? ''),
      }),
    )
    await settleRows(deps, id, { rows: settled, askOf: (row) => undoId(id, row) })
  }
  await moveJob(deps, { id, from: ['undoing'], to: 'undone' })
}

type TakenBack = {
  readonly row: RowOutcome
  readonly raw: Readonly<Record<string, unknown>>
  readonly record: RecordState | undefined
  readonly isTouched: boolean
}

async function takeBack(
  at: SheetAt,
  job: Job,
  { row, raw, record, isTouched }: TakenBack,
): Promise<RowOutcome> {
  const { deps, state, kind, command, actor } = at
  const request = { city: state.city, id: undoId(job.id, row), actor }
  if ((await answeredBefore(deps, request))?.ok === true) return { ...row, result: 'undone' }
  const undo = command.undo ?? ''
  const declared = kind.states[record?.state ?? '']?.commands?.[undo]
  if (isTouched) return kept(row, '导入之后已经有人办理过，没有撤回')
  if (record === undefined || declared === undefined) return kept(row, '现在的环节没有撤回办法')
  const input = declared.input ?? {}
  const parsed = schemaFor(deps, input).parse(raw)
  if (!parsed.ok) return kept(row, Object.values(parsed.fields).join('；'))
  const { keys, newId } = deps
  const answer = await ask(deps, {
    ...request,
    kind: kind.name,
    command: undo,
    at: deps.now(),
    record: record.id,
    prepared: prepare(input, parsed.data, { keys, newId }),
  })
  return answer.ok ? { ...row, result: 'undone' } : kept(row, answer.says)
}

function undoId(job: string, { line }: RowOutcome): string {
  return derivedId(job, `undo ${line}`)
}

function kept(row: RowOutcome, says: string): RowOutcome {
  return { ...row, result: 'kept', problems: [{ column: '', says }] }
}

/** Records that a person has done something to after their beginning. */
async function touchedSince({ deps, state }: SheetAt, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('event')
      .select('record_id')
      .where('city', '=', state.city)
      .where('record_id', 'in', [...ids])
      .where('seq', '>', 1)
      .where('post', '<>', '')
      .execute(),
  )
  return new Set(rows.map((row) => row.record_id))
}
