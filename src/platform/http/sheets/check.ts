import { claimsOf } from '../../../kernel/derive.ts'
import { unopenedRecord } from '../../../kernel/record.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Decided, decideWhole } from '../../asking/deciding.ts'
import type { AskRequest } from '../../asking/types.ts'
import { reached } from '../../store/faults.ts'
import { type Loaded, loadRecords } from '../../store/load.ts'
import { isSeen } from '../sight.ts'
import { type Amended, amendAsk, changes, columnNamed, startAsk } from './asks.ts'
import type { SheetAt } from './at.ts'
import { amendmentIn, keyClaims } from './columns.ts'
import type { RowOutcome } from './job-rows.ts'
import type { RowIn, RowProblem } from './rows.ts'

export type Checking = {
  readonly at: SheetAt
  readonly job: string
  readonly told: ReadonlySet<string>
  /** Keys met in this sheet so far, with the line that has them. */
  readonly met: Map<string, number>
}

type Begun = { readonly row: RowIn; readonly request: AskRequest; readonly keys: readonly string[] }

/** Decides rows as they will be decided when written, with nothing written: the fields, the access,
 *  the rules with the facts they need, and what only one record may have. */
export async function checkRows(
  checking: Checking,
  rows: readonly RowIn[],
): Promise<readonly RowOutcome[]> {
  const { at, job } = checking
  const bad: RowOutcome[] = []
  const begun: Begun[] = []
  for (const row of rows) {
    const started = startAsk(at, job, row)
    const problems = [...row.problems, ...(started.ok ? [] : started.problems)]
    if (!started.ok || problems.length > 0) bad.push(badRow(row, problems))
    else {
      const keys = keysOf(at, started.request)
      const twice = metBefore(checking, row, keys)
      if (twice === undefined) begun.push({ row, request: started.request, keys })
      else bad.push(badRow(row, [twice]))
    }
  }
  const held = await holders(at, [...new Set(begun.flatMap(({ keys }) => keys))])
  const known = await loadRecords(at.deps.db, at.state.city, [...new Set(held.values())])
  const decided = await Promise.all(
    begun.map((one) => {
      const id = one.keys.map((key) => held.get(key)).find((record) => record !== undefined)
      const loaded = id === undefined ? undefined : known.get(id)
      return loaded === undefined
        ? decidedStart(checking, one)
        : decidedAmendment(checking, { ...one, loaded })
    }),
  )
  const outcomes = await withoutTaken(checking, decided)
  const named = new Map(rows.map((row) => [row.line, wordsOf(at, row)]))
  return [...bad, ...outcomes]
    .map((one) => ({ ...one, words: named.get(one.line) }))
    .toSorted((a, b) => a.line - b.line)
}

const longestWords = 60

/** The row's own title, or what else it says first. */
function wordsOf({ kind }: SheetAt, { values }: RowIn): string | undefined {
  const { title, titleElse = '' } = kind
  const said = [values[title], values[titleElse], ...Object.values(values)]
  const words = said.find((one) => typeof one === 'string' && one !== '')
  return typeof words === 'string' ? [...words].slice(0, longestWords).join('') : undefined
}

export function badRow({ line }: RowIn, problems: readonly RowProblem[]): RowOutcome {
  return { line, result: 'bad', problems }
}

export function refusalProblem(at: SheetAt, { says, instead, field }: Refusal): RowProblem {
  const words = instead === undefined ? says : `${says}。${instead}`
  return { column: columnNamed(at, field), says: words }
}

/** The keys that a row's record would hold, as far as the row itself says them. */
function keysOf({ kind, command }: SheetAt, { prepared }: AskRequest): readonly string[] {
  const claims = Object.fromEntries(
    Object.entries(keyClaims(kind, command)).map(
      ([name, { label, fields }]) => [name, { label, fields, while: 'always' }] as const,
    ),
  )
  return claimsOf({ ...kind, claims }, unopenedRecord({ kind: kind.name, ...fieldsOf(prepared) }))
}

const fieldsOf = ({ input }: AskRequest['prepared']) => ({ fields: input })

function metBefore(
  { at, met }: Checking,
  { line }: RowIn,
  keys: readonly string[],
): RowProblem | undefined {
  const key = keys.find((one) => met.has(one))
  for (const one of keys) if (!met.has(one)) met.set(one, line)
  return key === undefined
    ? undefined
    : { column: keyColumn(at, key), says: `${keyLabel(at, key)}与第 ${met.get(key)} 行重复` }
}

function keyLabel({ kind }: SheetAt, key: string): string {
  return kind.claims?.[key.split('|')[0] ?? '']?.label ?? key
}

function keyColumn(at: SheetAt, key: string): string {
  return columnNamed(at, at.kind.claims?.[key.split('|')[0] ?? '']?.fields[0])
}

/** Which record holds each of these keys of the kind now. */
async function holders(
  at: SheetAt,
  keys: readonly string[],
  kind = at.kind.name,
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await reached(() =>
    at.deps.db.read
      .selectFrom('claim')
      .select(['key', 'record_id'])
      .where('city', '=', at.state.city)
      .where('kind', '=', kind)
      .where('key', 'in', [...keys])
      .execute(),
  )
  return new Map(rows.map((row) => [row.key, row.record_id]))
}

/** A row with the claims that what it opens would hold, by kind. */
type Judged = {
  readonly outcome: RowOutcome
  readonly claims: readonly (readonly [string, string])[]
}

async function decidedStart({ at }: Checking, { row, request }: Begun): Promise<Judged> {
  const whole = await decideWhole(dry(at), {
    kind: at.kind,
    world: at.state.world,
    record: undefined,
    ask: {
      ...asked(request),
      fresh: { id: at.deps.newId(), number: '', place: request.place ?? at.place },
    },
    prepared: request.prepared,
  })
  if (!whole.ok) return judged(badRow(row, [refusalProblem(at, whole)]))
  return { outcome: { line: row.line, result: 'new' }, claims: claimsIn(whole) }
}

async function decidedAmendment(
  { at, job, told }: Checking,
  { row, keys, loaded }: Begun & { readonly loaded: Loaded },
): Promise<Judged> {
  const amended = amendedBy(at, loaded, told)
  if (amended === undefined) {
    const { record } = loaded
    const seen = isSeen(at.kind, { world: at.state.world, record, actor: at.actor })
    const which = seen ? `：编号 ${record.number}` : ''
    const key = keys[0] ?? ''
    const says = `已经有同样${keyLabel(at, key)}的记录，现在不能用表格修改${which}`
    return judged(badRow(row, [{ column: keyColumn(at, key), says }]))
  }
  const change = amendAsk(at, job, { ...row, amended })
  if (!change.ok) return judged(badRow(row, change.problems))
  const { request } = change
  const { record, lastAt } = loaded
  const whole = await decideWhole(dry(at), {
    kind: at.kind,
    world: at.state.world,
    record,
    ask: { ...asked(request), at: Math.max(request.at, lastAt) },
    prepared: request.prepared,
  })
  if (!whole.ok) return judged(badRow(row, [refusalProblem(at, whole)]))
  const result = changes(at.kind, record, request.prepared) ? 'amend' : 'same'
  return judged({ line: row.line, result, record: record.id })
}

/** How a known record is amended where it stands now; nothing where it cannot be. */
export function amendedBy(
  at: SheetAt,
  { record }: Pick<Loaded, 'record'>,
  told: ReadonlySet<string>,
): Amended | undefined {
  const command = amendmentIn(at.kind, at.command, record.state)
  const declared =
    command === undefined ? undefined : at.kind.states[record.state]?.commands?.[command]
  return command === undefined || declared === undefined
    ? undefined
    : { command, declared, record, told }
}

function judged(outcome: RowOutcome): Judged {
  return { outcome, claims: [] }
}

/** Numbers are given out only for what is written. */
function dry({ deps }: SheetAt): SheetAt['deps'] {
  return { ...deps, nextNumber: () => '' }
}

function asked({ id, command, actor, at, prepared: { input, words } }: AskRequest) {
  return { id, command, actor, at, input, words }
}

function claimsIn({ steps }: Decided): Judged['claims'] {
  return steps.flatMap(({ kind, before, record }) =>
    before === undefined ? claimsOf(kind, record).map((key) => [kind.name, key] as const) : [],
  )
}

/** What a row would open may need a key that somebody else has, or that an earlier row takes. */
async function withoutTaken(
  { at, met }: Checking,
  decided: readonly Judged[],
): Promise<readonly RowOutcome[]> {
  const byKind = Map.groupBy(
    decided.flatMap(({ claims }) => claims),
    ([kind]) => kind,
  )
  const taken = new Set<string>()
  for (const [kind, claims] of byKind) {
    const keys = claims.map(([, key]) => key)
    for (const key of (await holders(at, keys, kind)).keys()) taken.add(`${kind}|${key}`)
  }
  return decided.map(({ outcome, claims }) => {
    const whole = claims.map(([kind, key]) => `${kind}|${key}`)
    const lost = whole.find(
      (key) => taken.has(key) || (met.get(key) ?? outcome.line) < outcome.line,
    )
    for (const key of whole) if (!met.has(key)) met.set(key, outcome.line)
    if (lost === undefined) return outcome
    const [kind = '', name = ''] = lost.split('|')
    const label = at.deps.registry.get(kind)?.claims?.[name]?.label ?? name
    const says = `已经有同样的记录：${label}`
    return { line: outcome.line, result: 'bad', problems: [{ column: '', says }] }
  })
}
