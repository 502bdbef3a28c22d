/** An official document that a record can be written out as: its parts are fields, its parties, and
 *  the records that name it. Only what its reader may read stands in it. */
export type DocumentShape = {
  readonly label: string
  /** The heading line; {unit} stands for the unit that signs, {title} for the record's own title,
   *  {field} for the words of a field. */
  readonly heading: string
  readonly parts: readonly DocumentPart[]
  readonly signs?: {
    readonly seat: string
    /** The day it is dated; without one, the day it is drawn. */
    readonly day?: string
  }
}

export type DocumentPart =
  /** The words of a field, one paragraph a line. */
  | { readonly heading?: string; readonly field: string }
  /** A row for each party of a role. */
  | { readonly heading: string; readonly parties: string; readonly columns: readonly string[] }
  /** The records of a kind that name this one in a field, as a table or each under its own title. */
  | {
      readonly heading: string
      readonly behind: string
      readonly by: string
      readonly columns: readonly string[]
      readonly as: 'table' | 'items'
      /** Only those in these states. */
      readonly states?: readonly string[]
    }

/** What a document says, before it is laid out on pages. */
export type OfficialDocument = {
  readonly heading: string
  readonly blocks: readonly DocumentBlock[]
  readonly signed?: { readonly unit: string; readonly day: string } | undefined
}

export type DocumentBlock =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly is: 'words'; readonly text: string }
  | {
      readonly is: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

type Documented = {
  readonly documents?: Readonly<Record<string, DocumentShape>>
  readonly fields: Readonly<Record<string, unknown>>
  readonly parties?: Readonly<Record<string, unknown>>
  readonly seats: Readonly<Record<string, unknown>>
}

/** Names in a kind's documents that mean nothing in it. What other kinds hold is not known here. */
export function documentProblems({ documents = {}, ...kind }: Documented): readonly string[] {
  return Object.entries(documents).flatMap(([name, { parts, signs, heading }]) => {
    const fields = parts.flatMap((part) => ('field' in part ? [part.field] : []))
    const roles = parts.flatMap((part) => ('parties' in part ? [part.parties] : []))
    const inHeading = [...heading.matchAll(/\{(\w+)\}/g)].flatMap(([, one = '']) =>
      one === 'unit' || one === 'title' ? [] : [one],
    )
    const day = signs?.day === undefined ? [] : [signs.day]
    return [
      ...[...fields, ...inHeading, ...day]
        .filter((field) => kind.fields[field] === undefined)
        .map((field) => `document ${name}: no field ${field}`),
      ...roles
        .filter((role) => kind.parties?.[role] === undefined)
        .map((role) => `document ${name}: no party ${role}`),
      ...(signs === undefined || kind.seats[signs.seat] !== undefined
        ? []
        : [`document ${name}: no seat ${signs.seat}`]),
    ]
  })
}
