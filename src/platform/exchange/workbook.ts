import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { batchesOf, type Cell, type SheetOut } from './sheet.ts'
import type { FromWorkbook, SheetTask, ToWorkbook, WorkbookTask } from './workbook-task.ts'
import { unpackedSize } from './zip-size.ts'

/** Sheets as one Excel workbook (.xlsx). Text stays text, also where it looks like a formula. */
export async function writeWorkbook(sheet: SheetOut): Promise<Buffer> {
  const sheets = [sheet, ...(sheet.more ?? [])]
  const thread = startThread({ do: 'write', sheets: sheets.map(taskOf) })
  try {
    for (const [place, one] of sheets.entries())
      for await (const rows of batchesOf(one)) thread.send({ rows, sheet: place })
    thread.send({ end: true })
    for await (const message of thread.messages()) {
      if ('bytes' in message) return Buffer.from(message.bytes)
    }
    throw new Error('the workbook thread ended without a workbook')
  } finally {
    await thread.stop()
  }
}

function taskOf({ name, note, columns, marks }: SheetOut): SheetTask {
  return {
    ...(name === undefined ? {} : { name }),
    ...(note === undefined ? {} : { note }),
    labels: columns.map(({ label }) => label),
    widths: columns.map(({ width }) => width ?? null),
    ...(marks === undefined ? {} : { marks: columns.findIndex(({ key }) => key === marks) }),
  }
}

export type WorkbookRows =
  | { readonly ok: true; readonly rows: readonly (readonly Cell[])[] }
  | { readonly ok: false; readonly reason: string }

/** The cells of a workbook's first sheet, row by row from its first line; empty lines are empty rows. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRows> {
  if (unpackedSize(bytes) > LARGEST_UNPACKED) return TOO_LARGE
  const thread = startThread({ do: 'read', bytes })
  try {
    const rows: (readonly Cell[])[] = []
    for await (const message of thread.messages()) {
      if ('refused' in message) return { ok: false, reason: message.refused }
      if ('rows' in message) rows.push(...message.rows)
      if ('end' in message) return { ok: true, rows }
    }
    throw new Error('the workbook thread ended without an answer')
  } catch (fault) {
    const outgrown = fault instanceof Error && 'code' in fault && OUTGROWN.has(fault.code)
    if (!outgrown) throw fault
    return TOO_LARGE
  } finally {
    await thread.stop()
  }
}

const LARGEST_UNPACKED = 200_000_000
const MEMORY_MB = 1_024
const AT_MOST_MS = 120_000
const OUTGROWN: ReadonlySet<unknown> = new Set(['ERR_WORKER_OUT_OF_MEMORY', 'ABORT_ERR'])
const TOO_LARGE = { ok: false, reason: '工作簿太大,请分成几个文件' } as const

type Thread = {
  readonly send: (message: ToWorkbook) => void
  readonly messages: () => AsyncGenerator<FromWorkbook>
  readonly stop: () => Promise<unknown>
}

function startThread(task: WorkbookTask): Thread {
  const worker = new Worker(new URL('workbook-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  // Listened to from the start: a message nobody listens to is lost. A fault of the thread is thrown
  // where the messages are read.
  const heard = on(worker, 'message', {
    close: ['exit'],
    signal: AbortSignal.timeout(AT_MOST_MS),
  })
  return {
    send: (message) => worker.postMessage(message),
    messages: async function* () {
      for await (const [message] of heard) yield message
    },
    stop: () => worker.terminate(),
  }
}
