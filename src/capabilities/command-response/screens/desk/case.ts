import type { FieldView, RecordView } from '../../../../web/api/record-view.ts'
import { isObject, number, text } from '../../../../web/forms/read-value.ts'
import type { Choice } from './choice.ts'
import type { AdviceInput } from './use-advice.ts'

/** The words of an appeal that waits, as advice is asked about them. */
export function appealIn(view: RecordView): Omit<AdviceInput, 'category'> {
  return {
    detail: wordsOf(view, 'detail') ?? view.record.title,
    title: wordsOf(view, 'title'),
    spot: wordsOf(view, 'spot'),
    area: view.record.place.area,
    complained: idOf(fieldOf(view, 'complained')?.value),
  }
}

/** What is known already stands in the form. A unit that gave it back is not proposed again. */
export function firstChoice(view: RecordView, isAgain: boolean): Choice {
  return {
    category: text(fieldOf(view, 'category')?.value),
    limitClass: text(fieldOf(view, 'limitClass')?.value),
    byHand: isAgain ? ['lead'] : [],
  }
}

export function wordsOf(view: RecordView, name: string): string | undefined {
  const field = fieldOf(view, name)
  return field?.text ?? text(field?.value)
}

function fieldOf(view: RecordView, name: string): FieldView | undefined {
  return view.fields.find((field) => field.name === name)
}

/** The sentence of the last event of a sort: why it came back, why more time was asked for. */
export function lastSaid(view: RecordView, type: string): string | undefined {
  const last = view.timeline
    .filter((entry) => entry.type === type)
    .toSorted((one, other) => other.seq - one.seq)[0]
  return last === undefined ? undefined : `${last.actor}：${last.says}`
}

function idOf(value: unknown): number | undefined {
  return number(value) ?? (isObject(value) ? number(value['id']) : undefined)
}
