import type { SheetOut } from '../../exchange/sheet.ts'
import { loadRecords } from '../../store/load.ts'
import { isSeen } from '../sight.ts'
import type { SheetAt } from './at.ts'
import { type RowOutcome, type RowResult, rowsAfter } from './job-rows.ts'
import type { Job } from './jobs.ts'
import { problemsText } from './marked.ts'

export const resultLabels: Readonly<Record<RowResult, string>> = {
  bad: '有问题，未写入',
  new: '待新建',
  amend: '待修改',
  same: '没有变化',
  left: '未选',
  made: '已新建',
  amended: '已修改',
  refused: '未通过',
  undone: '已撤回',
  kept: '没有撤回',
}

/** What became of every row, with the numbers of the records. */
export function reportSheet(at: SheetAt, job: Job): SheetOut {
  return {
    columns: [
      { key: 'line', label: '行', width: 8 },
      { key: 'result', label: '结果', width: 16 },
      { key: 'number', label: '编号', width: 18 },
      { key: 'title', label: '标题', width: 40 },
      { key: 'says', label: '问题', width: 60 },
    ],
    rows: reported(at, job),
  }
}

async function* reported(at: SheetAt, job: Job) {
  for (let after = 0; ;) {
    const rows = await rowsAfter(at.deps, { job: job.id }, { after, limit })
    const named = await recordsOf(at, rows)
    for (const row of rows) {
      const { number, title } = named.get(row.record ?? '') ?? {}
      const { line, result, words } = row
      const says = problemsText(row)
      yield { line, result: resultLabels[result], number, title: title ?? words, says }
    }
    const last = rows.at(-1)
    if (rows.length < limit || last === undefined) return
    after = last.line
  }
}

const limit = 500

/** The records of rows, as far as whoever brought them in may see them. */
export async function recordsOf(
  { deps, state, kind, actor }: SheetAt,
  rows: readonly RowOutcome[],
) {
  const ids = rows.flatMap(({ record }) => record ?? [])
  const loaded = await loadRecords(deps.db, state.city, ids)
  return new Map(
    [...loaded].flatMap(([id, { record }]) => {
      const { number, title } = record
      const seen = isSeen(kind, { world: state.world, record, actor })
      return seen ? [[id, { id, number, title }] as const] : []
    }),
  )
}
