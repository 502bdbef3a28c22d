import type { Commit, WrittenRecord } from './commit-parts.ts'
import { deltaRows } from './rows.ts'
import { momentOf } from './value-types.ts'

/** The columns of rows that hang on records, in the order of the commit function. */
export function childColumns(
  records: readonly WrittenRecord[],
  asked: Commit,
): readonly (readonly unknown[])[] {
  return [
    ...textColumns(asked),
    ...partyColumns(records),
    ...todoColumns(records),
    ...clockColumns(records, asked),
    ...claimColumns(records),
    ...linkColumns(records),
    ...deltaColumns(asked),
  ]
}

function textColumns({ steps, effects }: Commit) {
  const texts = [
    ...steps.flatMap(({ record, contents }) =>
      contents.map((content) => ({ ...content, record: record.id })),
    ),
    ...effects.flatMap(({ record, contents }) =>
      contents.map((content) => ({ ...content, record })),
    ),
  ]
  return [
    texts.map((row) => row.record),
    texts.map((row) => row.id),
    texts.map((row) => row.field),
    texts.map((row) => row.text),
  ]
}

function partyColumns(records: readonly WrittenRecord[]) {
  const rows = withFlag(records, 1).flatMap(({ step: { record } }) =>
    record.parties.map((party) => ({ ...party, record: record.id })),
  )
  return [
    rows.map((row) => row.record),
    rows.map((row) => row.unit),
    rows.map((row) => row.role),
    rows.map((row) => row.state),
    rows.map((row) => JSON.stringify(row.fields)),
    rows.map((row) => JSON.stringify(row.clocks)),
    rows.map((row) => momentOf(row.joinedAt)),
  ]
}

function todoColumns(records: readonly WrittenRecord[]) {
  const rows = withFlag(records, 16).flatMap(({ step: { record }, derived }) =>
    derived.todos.map((todo) => ({ ...todo, record: record.id })),
  )
  return [
    rows.map((row) => row.record),
    rows.map((row) => row.unit),
    rows.map((row) => row.command),
    rows.map((row) => row.role),
    rows.map((row) => row.party),
    rows.map((row) => (row.due === undefined ? null : momentOf(row.due))),
    rows.map((row) => row.provisional),
    rows.map((row) => row.taker ?? null),
  ]
}

/** Own clocks, and asks of effects as rows due now. */
function clockColumns(records: readonly WrittenRecord[], asked: Commit) {
  const own = withFlag(records, 2).flatMap(({ step: { record }, derived }) =>
    derived.clocks.map((clock) => ({ ...clock, record: record.id, effect: null, body: null })),
  )
  const sent = asked.effects.map((effect) => ({
    record: effect.record,
    name: effectName(effect.id),
    role: '',
    party: 0,
    asks: effect.asks,
    due: effect.due,
    effect: effect.id,
    body: effect.body,
  }))
  const rows = [...own, ...sent]
  return [
    rows.map((row) => row.record),
    rows.map((row) => row.name),
    rows.map((row) => row.role),
    rows.map((row) => row.party),
    rows.map((row) => row.asks),
    rows.map((row) => momentOf(row.due)),
    rows.map((row) => row.effect),
    rows.map((row) => row.body),
  ]
}

/** The name of the clock row that carries an effect's ask. */
export function effectName(id: string): string {
  return `effect:${id}`
}

function claimColumns(records: readonly WrittenRecord[]) {
  const rows = withFlag(records, 4).flatMap(({ step: { record }, derived }) =>
    derived.claims.map((key) => ({ record: record.id, kind: record.kind, key })),
  )
  return [rows.map((row) => row.record), rows.map((row) => row.kind), rows.map((row) => row.key)]
}

function linkColumns(records: readonly WrittenRecord[]) {
  const own = withFlag(records, 8).flatMap(({ step: { record }, derived }) =>
    derived.links.map((link) => ({ from: record.id, to: link.to, kind: link.kind })),
  )
  const opened = records.flatMap(({ step }) =>
    step.openedBy === undefined || step.before !== undefined
      ? []
      : [{ from: step.record.id, to: step.openedBy, kind: 'openedBy' }],
  )
  const rows = [...own, ...opened]
  return [rows.map((row) => row.from), rows.map((row) => row.to), rows.map((row) => row.kind)]
}

function deltaColumns({ steps, world }: Commit) {
  const rows = steps.flatMap((step) => deltaRows(step, world))
  return [
    rows.map((row) => row.district),
    rows.map((row) => row.street),
    rows.map((row) => row.community),
    rows.map((row) => row.unit),
    rows.map((row) => row.category),
    rows.map((row) => row.day),
    rows.map((row) => row.kind),
    rows.map((row) => row.measure),
    rows.map((row) => row.n),
  ]
}

function withFlag(records: readonly WrittenRecord[], flag: number): readonly WrittenRecord[] {
  return records.filter((one) => (one.replaces & flag) > 0)
}
