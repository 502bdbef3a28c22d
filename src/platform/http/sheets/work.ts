import { setImmediate } from 'node:timers/promises'
import { answeredBefore } from '../../asking/answers.ts'
import { ask } from '../../asking/ask.ts'
import type { Answer } from '../../asking/types.ts'
import { derivedId } from '../../numbers/ids.ts'
import { loadRecords } from '../../store/load.ts'
import { amendAsk, startAsk } from './asks.ts'
import { type SheetAt, withoutWaiting } from './at.ts'
import { amendedBy, badRow, checkRows, refusalProblem } from './check.ts'
import { allRows, clearRows, insertRows, type RowOutcome, settleRows } from './job-rows.ts'
import { bytesOf, type Job, moveJob } from './jobs.ts'
import { readRows, type RowIn } from './rows.ts'
import { askedAtOnce, begunAtOnce, type GoesOn, partsOf, streamed } from './side-by-side.ts'

const checkedAtOnce = 200

/** Reads the sheet and decides every row without writing any. Begun again it begins anew. */
export async function checkSheet(at: SheetAt, job: Job, goesOn: GoesOn): Promise<void> {
  const { deps } = at
  const { id } = job
  await clearRows(deps, id)
  const sheet = await readRows(at, await bytesOf(deps, id))
  const ends = sheet.ok
    ? ({ to: sheet.rows.length === 0 ? 'unreadable' : 'checked', says: '表格里没有内容' } as const)
    : ({ to: 'unreadable', says: sheet.says } as const)
  if (sheet.ok) {
    const checking = { at, job: id, told: sheet.told, met: new Map<string, number>() }
    for (const rows of partsOf(sheet.rows, checkedAtOnce)) {
      await goesOn()
      await insertRows(deps, id, await checkRows(checking, rows))
      await setImmediate()
    }
  }
  const says = ends.to === 'checked' ? null : ends.says
  await moveJob(deps, { id, from: ['checking'], to: ends.to, says })
}

/** Asks for every row that waits, many side by side. A row that was asked before an interruption is
 *  recognised by its ask's id. */
export async function writeSheet(at: SheetAt, job: Job, goesOn: GoesOn): Promise<void> {
  const { deps } = at
  const { id } = job
  const asking = withoutWaiting(at)
  const waiting = await allRows(deps, { job: id, results: ['new', 'amend'] })
  const sheet = waiting.length === 0 ? undefined : await readRows(at, await bytesOf(deps, id))
  if (sheet?.ok === false) throw new Error(`a checked sheet cannot be read: ${sheet.says}`)
  const byLine = new Map(sheet?.rows.map((row) => [row.line, row]))
  const told = sheet?.told ?? new Set<string>()
  const rowOf = (line: number) => {
    const row = byLine.get(line)
    if (row === undefined) throw new Error(`line ${line} is gone from its sheet`)
    return row
  }
  const settle = async (settled: readonly RowOutcome[]) => {
    await goesOn()
    await settleRows(deps, id, { rows: settled, askOf: ({ line }) => derivedId(id, String(line)) })
  }
  const [fresh, known] = [
    waiting.filter(({ record }) => record === undefined),
    waiting.flatMap(({ line, record }) => (record === undefined ? [] : [{ line, record }])),
  ]
  await streamed(fresh, {
    hands: begunAtOnce,
    work: ({ line }) => begin(asking, job, rowOf(line)),
    settle,
  })
  await streamed(known, {
    hands: askedAtOnce,
    work: ({ line, record }) => amend(asking, job, { row: rowOf(line), record, told }),
    settle,
  })
  await moveJob(deps, { id, from: ['writing'], to: 'written' })
}

async function begin(at: SheetAt, job: Job, row: RowIn): Promise<RowOutcome> {
  const asked = startAsk(at, job.id, row)
  const answer = asked.ok
    ? await ask(at.deps, asked.request)
    : await answeredBefore(at.deps, earlier(at, job, row))
  if (answer?.ok === true) return { line: row.line, result: 'made', record: answer.record.id }
  return refused(at, row, { answer, problems: asked.ok ? [] : asked.problems })
}

async function amend(
  at: SheetAt,
  job: Job,
  { row, record: id, told }: { row: RowIn; record: string; told: ReadonlySet<string> },
): Promise<RowOutcome> {
  const before = await answeredBefore(at.deps, earlier(at, job, row))
  if (before?.ok === true) return { line: row.line, result: 'amended', record: id }
  const loaded = (await loadRecords(at.deps.db, at.state.city, [id])).get(id)
  const amended = loaded && amendedBy(at, loaded, told)
  const gone = [{ column: '', says: '这条记录已进入别的环节，不能再用表格修改' }]
  const asked =
    amended === undefined
      ? ({ ok: false, problems: gone } as const)
      : amendAsk(at, job.id, { ...row, amended })
  const answer = asked.ok ? await ask(at.deps, asked.request) : undefined
  if (answer?.ok === true) return { line: row.line, result: 'amended', record: id }
  return refused(at, row, { answer, problems: asked.ok ? [] : asked.problems })
}

function refused(
  at: SheetAt,
  row: RowIn,
  { answer, problems }: { answer: Answer | undefined; problems: RowOutcome['problems'] },
): RowOutcome {
  const why = answer?.ok === false ? [refusalProblem(at, answer)] : problems
  return { ...badRow(row, why ?? []), result: 'refused' }
}

function earlier({ state, actor }: SheetAt, job: Job, { line }: RowIn) {
  return { city: state.city, id: derivedId(job.id, String(line)), actor }
}
