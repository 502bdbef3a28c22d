import type { Fields } from '../../kernel/field.ts'

export type JobState =
  | 'checking'
  | 'unreadable'
  | 'checked'
  | 'writing'
  | 'stopped'
  | 'written'
  | 'undoing'
  | 'undone'

export type RowResult =
  | 'bad'
  | 'new'
  | 'amend'
  | 'same'
  | 'left'
  | 'made'
  | 'amended'
  | 'refused'
  | 'undone'
  | 'kept'

/** A sheet that was brought in, as the server follows it. */
export type ImportJob = {
  readonly id: string
  readonly file: string
  readonly state: JobState
  readonly says?: string
  readonly at: string
  /** The server is working on it. */
  readonly busy: boolean
  readonly counts: Readonly<Record<RowResult, number>>
  readonly total: number
  /** The command by which what it made is taken back, with what has to be typed. */
  readonly undo?: { readonly label: string; readonly input: Fields }
}

export type ImportRow = {
  readonly line: number
  readonly result: RowResult
  readonly label: string
  readonly problems: readonly { readonly column: string; readonly says: string }[]
  /** What the row is known by. */
  readonly words?: string
  readonly record?: { readonly id: string; readonly number: string; readonly title: string }
}

export const stateLabels: Readonly<Record<JobState, string>> = {
  checking: '正在检查',
  unreadable: '读不出',
  checked: '已检查，没有写入',
  writing: '正在写入',
  stopped: '已停下',
  written: '已写入',
  undoing: '正在撤回',
  undone: '已撤回',
}

/** How many of the rows that are to be written have been asked for. */
export function writtenOf({ counts }: ImportJob): { readonly done: number; readonly all: number } {
  const done = counts.made + counts.amended + counts.refused
  return { done, all: done + counts.new + counts.amend }
}

/** What a job came to, in words; only what there is. */
export function countWords({ counts }: Pick<ImportJob, 'counts'>): string {
  const words: readonly (readonly [string, number])[] = [
    ['新建', counts.made],
    ['修改', counts.amended],
    ['待新建', counts.new],
    ['待修改', counts.amend],
    ['没有变化', counts.same],
    ['有问题', counts.bad],
    ['未通过', counts.refused],
    ['未选', counts.left],
    ['已撤回', counts.undone],
    ['没有撤回', counts.kept],
  ]
  const told = words.filter(([, n]) => n > 0).map(([label, n]) => `${label} ${n} 行`)
  return told.length === 0 ? '没有内容' : told.join('，')
}
