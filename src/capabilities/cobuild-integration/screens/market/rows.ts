import type { RecordRow } from '../../../../web/api/types.ts'
import type { Need, Resource, Side } from './match.ts'

export type Project = {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly stateLabel: string
  readonly is: RecordRow['is']
  readonly late: boolean
  readonly place: string
  readonly unit: Side
  readonly community: string
  readonly served: number
  readonly communityRating: string
  readonly unitRating: string
  readonly hasAgreement: boolean
}

const textIn = (row: RecordRow, name: string): string => row.fields?.[name] ?? ''
const listIn = (row: RecordRow, name: string): readonly string[] =>
  textIn(row, name)
    .split('、')
    .filter((one) => one !== '')
const sideOf = ({ lead }: RecordRow): Side => lead ?? { id: 0, name: '' }

export function needOf(row: RecordRow): Need {
  return {
    id: row.id,
    title: row.title,
    topic: textIn(row, 'topic'),
    form: textIn(row, 'form'),
    detail: textIn(row, 'detail'),
    place: row.place,
    community: sideOf(row),
    street: textIn(row, 'street'),
    wished: listIn(row, 'wished'),
    openedAt: row.openedAt,
    isOld: row.state === 'ageing',
    isMatched: row.state === 'matched',
    isClaimed: textIn(row, 'claimed') === '是',
  }
}

export function resourceOf(row: RecordRow): Resource {
  return {
    id: row.id,
    title: row.title,
    topic: textIn(row, 'topic'),
    form: textIn(row, 'form'),
    conditions: textIn(row, 'conditions'),
    place: row.place,
    scope: textIn(row, 'scope'),
    unit: sideOf(row),
    days: listIn(row, 'weekdays'),
    hours: listIn(row, 'hours'),
    until: textIn(row, 'until'),
    used: Number(textIn(row, 'used') || '0'),
  }
}

export function projectOf(row: RecordRow): Project {
  const { id, title, state, stateLabel, is, late, place } = row
  return {
    id,
    title,
    state,
    stateLabel,
    is,
    late,
    place,
    unit: sideOf(row),
    community: textIn(row, 'community'),
    served: Number(textIn(row, 'served') || '0'),
    communityRating: textIn(row, 'communityRating'),
    unitRating: textIn(row, 'unitRating'),
    hasAgreement: textIn(row, 'agreement') === '是',
  }
}
