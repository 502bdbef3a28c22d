import type { Offer, PartyView, RecordView } from '../../../../web/api/record-view.ts'

/** The reports of a meeting in the order in which they are told; who does not report is not there. */
export function reportersOf({ parties }: RecordView): readonly PartyView[] {
  return parties
    .filter(({ role, state }) => role === 'reporter' && state !== 'struckOff')
    .toSorted((a, b) => orderOf(a) - orderOf(b) || a.unit.id - b.unit.id)
}

export function observersOf({ parties }: RecordView): readonly PartyView[] {
  return parties.filter(({ role }) => role === 'observer')
}

/** Who has the floor: reporting, or waiting for the comment. */
export function onTheFloor(view: RecordView): PartyView | undefined {
  return reportersOf(view).find(({ state }) => state === 'reporting' || state === 'reported')
}

/** Who comes next when the floor is free. */
export function nextUp(view: RecordView): PartyView | undefined {
  return reportersOf(view).find((one) => one.state === 'listed' && !isWritten(one))
}

export function isWritten(party: PartyView): boolean {
  return party.fields.some(({ name, value }) => name === 'form' && value === 'written')
}

/** What stands between the meeting and its end: one sentence for each reason, with whom it is about. */
export function blockersOf(view: RecordView): readonly string[] {
  const open = reportersOf(view).filter(({ state }) => state !== 'commented')
  return [...Map.groupBy(open, missing)].map(
    ([reason, ones]) => `${reason}：${ones.map(({ unit }) => unit.name).join('、')}`,
  )
}

/** What may be asked of one party, by command. */
export function offersOf(
  { offers }: RecordView,
  { role, unit }: PartyView,
): ReadonlyMap<string, Offer> {
  return new Map(
    offers
      .filter(({ party }) => party?.role === role && party.unit === unit.id)
      .map((offer) => [offer.command, offer]),
  )
}

export function wordsOf({ fields }: Pick<RecordView | PartyView, 'fields'>, name: string) {
  const text = fields.find((field) => field.name === name)?.text
  return text === '' ? undefined : text
}

function missing(party: PartyView): string {
  if (party.state === 'reporting') return '正在述职，还没有点评'
  if (party.state === 'reported') return '述职完了，等点评'
  return isWritten(party) ? '书面述职，等点评' : '还没有述职'
}

function orderOf({ fields }: PartyView): number {
  const value = fields.find(({ name }) => name === 'order')?.value
  return typeof value === 'number' ? value : 99
}
