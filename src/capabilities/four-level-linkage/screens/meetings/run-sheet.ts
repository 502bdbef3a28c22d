import type { RecordView } from '../../../../web/api/record-view.ts'

/** What stands between a meeting and its close, in the order in which it is mended. */
export type Blocker = { readonly key: string; readonly says: string; readonly at: string }

export function blockersOf(
  meeting: RecordView,
  decisions: readonly RecordView[],
): readonly Blocker[] {
  const bare = decisions.filter(({ record }) => record.state === 'captured')
  const minutes = textOf(meeting, 'minutes')
  return [
    ...bare.map(({ record }) => ({
      key: record.id,
      says: `“${record.title}”还没有责任单位和期限`,
      at: `decision-${record.id}`,
    })),
    ...(minutes === undefined ? [{ key: 'minutes', says: '还没有会议纪要', at: 'minutes' }] : []),
  ]
}

/** Minutes an item has taken; of one still discussed, so far. */
export function minutesUsed(item: RecordView, now: number): number | undefined {
  const begun = momentOf(item, 'begunAt')
  if (begun === undefined) return undefined
  const isOn = item.record.state === 'discussing'
  const ended = isOn ? now : momentOf(item, 'endedAt')
  return ended === undefined ? undefined : Math.max(0, Math.round((ended - begun) / 60_000))
}

export function inOrder(items: readonly RecordView[]): readonly RecordView[] {
  const place = (item: RecordView) => Number(valueOf(item, 'order') ?? 99)
  return items.toSorted(
    (a, b) => place(a) - place(b) || a.record.openedAt.localeCompare(b.record.openedAt),
  )
}

/** Minutes of a meeting put together from what was recorded of it; a person reads and mends them. */
export function draftMinutes(sheet: {
  readonly meeting: RecordView
  readonly items: readonly RecordView[]
  readonly decisions: readonly RecordView[]
}): string {
  const { meeting, items, decisions } = sheet
  const named = (state: string) =>
    meeting.parties.filter((party) => party.state === state).map(({ unit }) => unit.name)
  const came = [...named('attending'), ...named('deputed').map((name) => `${name}（代会）`)]
  const excused = named('excused')
  const shared = meeting.timeline.filter(({ type }) => type === 'ExperienceShared')
  return [
    `时间：${textOf(meeting, 'startAt') ?? ''}`,
    `地点：${textOf(meeting, 'spot') ?? ''}`,
    `出席：${came.join('、') || '无'}`,
    ...(excused.length === 0 ? [] : [`请假：${excused.join('、')}`]),
    ...part('一、议题', inOrder(items).map(itemLine)),
    ...part(
      '二、交流',
      shared.map(({ says }) => says),
    ),
    ...part('三、议定事项', decisions.map(decisionLine)),
  ].join('\n')
}

function part(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', head, ...lines.map((line, at) => `${at + 1}. ${line}`)]
}

function itemLine(item: RecordView): string {
  const outcome = textOf(item, 'outcome')
  return outcome === undefined ? item.record.title : `${item.record.title}：${outcome}`
}

function decisionLine(decision: RecordView): string {
  const owner = textOf(decision, 'owner')
  const due = textOf(decision, 'dueOn')
  const who = owner === undefined || due === undefined ? '待定责' : `${owner}，${due}前`
  return `${decision.record.title}（${who}）`
}

export function textOf({ fields }: RecordView, name: string): string | undefined {
  const text = fields.find((field) => field.name === name)?.text
  return text === '' ? undefined : text
}

export function valueOf({ fields }: RecordView, name: string): unknown {
  return fields.find((field) => field.name === name)?.value
}

function momentOf(view: RecordView, name: string): number | undefined {
  const value = valueOf(view, name)
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(moment) ? undefined : moment
}
