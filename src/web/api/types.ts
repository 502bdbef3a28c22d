import type { Fields } from '../../kernel/field.ts'

/** What the server says, as the pages read it. Times are ISO 8601 in the city's offset. */
export type Me = {
  readonly person: { readonly id: string; readonly name: string }
  readonly account: { readonly login: string }
  readonly post: PostView
  readonly posts: readonly (PostView & { readonly waiting: number })[]
  readonly city: { readonly code: number; readonly name: string }
  readonly demo: boolean
  /** What must be done before anything else can be. */
  readonly mustFirst?: MustFirst | undefined
  readonly today: string
  readonly now: string
  readonly nav: readonly string[]
  readonly starts: readonly Start[]
  readonly notices: number
}

export type MustFirst = 'changePassword' | 'addFactor'

export type PostView = {
  readonly id: string
  readonly unit: {
    readonly id: number
    readonly name: string
    readonly type: string
    readonly area: number
  }
  readonly role: string
  readonly roleName: string
  readonly title: string
  /** Of a deputy's post: for whom, and the last day. */
  readonly standsFor?: string
  readonly until?: string
}

export type Start = { readonly kind: string; readonly command: string; readonly label: string }

export type ColleagueView = {
  readonly id: string
  readonly personName: string
  readonly role: string
  readonly roleName: string
  readonly title: string
}

export type CommandView = {
  readonly label: string
  readonly input?: Fields
  readonly undo?: string
  readonly grave?: boolean
}

export type StateView = {
  readonly label: string
  readonly plain?: string
  readonly is: 'working' | 'resting' | 'end'
  readonly step?: number
}

export type KindView = {
  readonly name: string
  readonly label: string
  readonly about: string
  readonly fields: Fields
  /** The field whose words name the record. */
  readonly title: string
  readonly states: Readonly<Record<string, StateView>>
  readonly starts: Readonly<Record<string, CommandView>>
  /** By state; under '*' those that every working record has. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, CommandView>>>>
  readonly countedBy?: string
  /** Lists leave out what was put away, unless asked for it. */
  readonly archives?: true
  readonly group: string
  /** Fields by which its lists are filtered and ordered. */
  readonly slots: Readonly<Record<string, string>>
  /** The clock whose due moment stands in lists. */
  readonly mainClock?: string
  /** The field that names the unit which answers for the record. */
  readonly responsible?: string
  /** What is counted of it: by the day it happened, or by the day the record began. */
  readonly counters: Readonly<
    Record<string, { readonly label: string; readonly by: 'flow' | 'cohort' }>
  >
}

export type ListOption = {
  readonly value: string
  readonly label: string
  readonly parent?: string
  readonly limitClass?: string
  readonly turnTo?: string
}

export type RecordRef = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly title: string
}

export type RecordRow = RecordRef & {
  readonly kindLabel?: string
  readonly state: string
  readonly stateLabel: string
  readonly is?: StateView['is']
  readonly place: string
  readonly community?: string
  readonly category?: string
  readonly categoryLabel?: string
  readonly lead?: { readonly id: number; readonly name: string }
  readonly due?: string
  readonly late: boolean
  readonly openedAt: string
  readonly closedAt?: string
  readonly recurrence?: boolean
  readonly returns?: number
  /** Short public fields of kinds whose lists show more than the shared columns. */
  readonly fields?: Readonly<Record<string, string>>
  /** Who takes part and how far each is, where a list asks for it. */
  readonly parties?: readonly PartyCell[]
}

export type PartyCell = {
  readonly role: string
  readonly unit: { readonly id: number; readonly name: string }
  readonly state: string
  readonly stateLabel: string
  readonly is: StateView['is']
  readonly joinedAt: string
  readonly due?: string
  readonly late: boolean
}

export type Rows = {
  readonly rows: readonly RecordRow[]
  readonly next?: string
  readonly total?: number | null
  /** Of a list behind a number: how often these records were counted. */
  readonly times?: number | null
  readonly note?: string
}

export type TodoGroup = 'late' | 'today' | 'week' | 'later'

export type TodoRow = {
  readonly record: RecordRef & {
    readonly kindLabel: string
    readonly state: string
    readonly stateLabel: string
    readonly place: string
    readonly openedAt: string
    readonly lead?: string
  }
  readonly command: string
  readonly commandLabel: string
  readonly party?: PartyKey
  readonly due?: string
  readonly provisional: boolean
  readonly late: boolean
  readonly share?: number
  readonly taker?: Taker
  readonly from?: string
}

export type Todos = {
  readonly groups: Readonly<Record<TodoGroup, number>>
  readonly rows: readonly TodoRow[]
  readonly next?: string
}

export type PartyKey = { readonly role: string; readonly unit: number }
export type Taker = { readonly post: string; readonly name: string }

export type NoticeRow = {
  readonly id: string
  readonly at: string
  readonly says: string
  readonly record: RecordRef
  readonly read: boolean
}

export type Found = {
  readonly records: readonly RecordRow[]
  readonly areas: readonly { readonly code: number; readonly path: string }[]
  readonly units: readonly { readonly id: number; readonly name: string }[]
  readonly commands: readonly Start[]
}

export type FileView = {
  readonly id: string
  readonly type: string
  readonly size: number
  readonly name: string
}
