import { flagIn, listIn, type Loose, numberIn, objectIn, textIn } from '../../residents/net/read.ts'

/** One finding as the platform shows it to this post, read for this page. */
export type Finding = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly stateLabel: string
  readonly step: number
  readonly steps: readonly { readonly step: number; readonly label: string }[]
  readonly place: string
  readonly version: number
  /** Where on the drawing of its community it lies, as far as was said. */
  readonly community: number
  readonly grid: number
  readonly point: string
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly text: string
  }[]
  readonly timeline: readonly { readonly key: string; readonly at: string; readonly says: string }[]
  readonly waitsFor: string
  readonly offers: readonly Offer[]
}

export type Offer = {
  readonly command: string
  readonly label: string
  readonly grave: boolean
  readonly expected: boolean
  readonly input: readonly Input[]
}

export type Input = {
  readonly name: string
  readonly type: string
  readonly label: string
  readonly required: boolean
  readonly max: number
}

export type FindingRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly stateLabel: string
  readonly place: string
  readonly openedAt: string
}

export function findingIn(body: unknown): Finding | undefined {
  const view = objectIn(body)
  const record = objectIn(view['record'])
  const id = textIn(record, 'id')
  if (id === '') return undefined
  return {
    id,
    number: textIn(record, 'number'),
    title: textIn(record, 'title'),
    state: textIn(record, 'state'),
    stateLabel: textIn(record, 'stateLabel'),
    step: numberIn(record, 'step') || 0,
    steps: listIn(record['steps']).map((step) => ({
      step: numberIn(step, 'step'),
      label: textIn(step, 'label'),
    })),
    place: textIn(objectIn(record['place']), 'path'),
    version: numberIn(record, 'version'),
    community: numberIn(objectIn(record['place']), 'community'),
    grid: numberIn(valuesIn(view), 'grid'),
    point: textIn(valuesIn(view), 'point'),
    fields: listIn(view['fields']).flatMap(fieldIn),
    timeline: listIn(view['timeline']).map((entry) => ({
      key: textIn(entry, 'seq'),
      at: textIn(entry, 'at'),
      says: saysIn(entry),
    })),
    waitsFor: listIn(view['expected'])
      .filter((one) => !flagIn(one, 'mine'))
      .map((one) => `${textIn(objectIn(one['unit']), 'name')} ${textIn(one, 'commandLabel')}`)
      .join('；'),
    offers: listIn(view['offers']).map(offerIn),
  }
}

export function rowsIn(body: unknown): readonly FindingRow[] {
  return listIn(objectIn(body)['rows']).map((row) => ({
    id: textIn(row, 'id'),
    number: textIn(row, 'number'),
    title: textIn(row, 'title') || textIn(row, 'categoryLabel'),
    stateLabel: textIn(row, 'stateLabel'),
    place: textIn(row, 'place'),
    openedAt: textIn(row, 'openedAt'),
  }))
}

/** The findings that wait for this post, by the to-dos it has. */
export function waitingIn(body: unknown): ReadonlySet<string> {
  return new Set(listIn(objectIn(body)['rows']).map((row) => textIn(objectIn(row['record']), 'id')))
}

function valuesIn(view: Loose): Loose {
  return Object.fromEntries(
    listIn(view['fields']).map((field) => [textIn(field, 'name'), field['value']]),
  )
}

function fieldIn(from: Loose): Finding['fields'] {
  const [name, label, text] = [textIn(from, 'name'), textIn(from, 'label'), textIn(from, 'text')]
  return text === '' ? [] : [{ name, label, text }]
}

function saysIn(entry: Loose): string {
  const actor = textIn(entry, 'actor')
  return actor === '' ? textIn(entry, 'says') : `${textIn(entry, 'says')}（${actor}）`
}

function offerIn(from: Loose): Offer {
  return {
    command: textIn(from, 'command'),
    label: textIn(from, 'label'),
    grave: flagIn(from, 'grave'),
    expected: flagIn(from, 'expected'),
    input: Object.entries(objectIn(from['input'])).map(([name, field]) => {
      const read = objectIn(field)
      return {
        name,
        type: textIn(read, 'type'),
        label: textIn(read, 'label'),
        required: flagIn(read, 'required'),
        max: numberIn(read, 'max') || 500,
      }
    }),
  }
}
