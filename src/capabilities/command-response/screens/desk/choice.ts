import { number, text, texts } from '../../../../web/forms/read-value.ts'
import type { FormValues } from '../../../../web/forms/values.ts'
import type { ItemAdvice } from './advice.ts'

/** Who is to handle an appeal and by when, while a dispatcher makes up their mind. */
export type Choice = {
  readonly category?: string | undefined
  readonly limitClass?: string | undefined
  readonly dutyItem?: string | undefined
  readonly lead?: number | undefined
  readonly precedent?: string | undefined
  /** What a person chose themselves: advice that arrives later never overwrites it. */
  readonly byHand: readonly ByHand[]
}

const byHands = ['limitClass', 'dutyItem', 'lead'] as const
export type ByHand = (typeof byHands)[number]

export function choiceOf(values: FormValues): Choice {
  const touched = texts(values['byHand'])
  return {
    category: text(values['category']),
    limitClass: text(values['limitClass']),
    dutyItem: text(values['dutyItem']),
    lead: number(values['lead']),
    precedent: text(values['precedent']),
    byHand: byHands.filter((one) => touched.includes(one)),
  }
}

/** As values of a form: a part that is empty now empties what stood there. */
export function valuesOf(choice: Choice): FormValues {
  const { category, limitClass, dutyItem, lead, precedent, byHand } = choice
  return { category, limitClass, dutyItem, lead, precedent, byHand }
}

/** A category brings its limit; what came along with the former category goes with it. */
export function withCategory(
  choice: Choice,
  category: string | undefined,
  limitClass: string | undefined,
): Choice {
  const routed = choice.byHand.includes('dutyItem') || choice.byHand.includes('lead')
  return {
    ...(routed ? choice : { byHand: choice.byHand, limitClass: choice.limitClass }),
    category,
    limitClass: choice.byHand.includes('limitClass')
      ? choice.limitClass
      : (limitClass ?? choice.limitClass),
  }
}

/** An item of the duty list says who leads, and a ruling on it is named with it. */
export function withItem(choice: Choice, item: ItemAdvice): Choice {
  return {
    ...routedBy(choice, item),
    byHand: hand(
      choice.byHand.filter((one) => one !== 'lead'),
      'dutyItem',
    ),
  }
}

/** An item looked up by hand stands for itself: who leads is then said by hand too. */
export function withItemId(choice: Choice, dutyItem: string | undefined): Choice {
  const { precedent: _, ...rest } = choice
  return { ...rest, dutyItem, byHand: hand(choice.byHand, 'dutyItem') }
}

export function withLead(choice: Choice, lead: number | undefined): Choice {
  const { precedent: _, ...rest } = choice
  return { ...rest, lead, byHand: hand(choice.byHand, 'lead') }
}

export function withLimitClass(choice: Choice, limitClass: string): Choice {
  return { ...choice, limitClass, byHand: hand(choice.byHand, 'limitClass') }
}

/** Once the category stands, the list's first item fills in what no person has touched. */
export function withAdvised(choice: Choice, items: readonly ItemAdvice[]): Choice {
  if (choice.category === undefined) return choice
  if (choice.byHand.includes('dutyItem') || choice.byHand.includes('lead')) return choice
  const first = items.find((item) => item.lead !== null)
  return first === undefined || first.id === choice.dutyItem ? choice : routedBy(choice, first)
}

/** What still has to be said before an appeal can be dispatched, by field. */
export function missingFrom(choice: Choice): Readonly<Record<string, string>> {
  return {
    ...(choice.category === undefined ? { category: '请选择诉求类别' } : {}),
    ...(choice.limitClass === undefined ? { limitClass: '请选择时限类别' } : {}),
    ...(choice.lead === undefined ? { lead: '请选择主办单位' } : {}),
  }
}

export function dispatchData(choice: Choice): FormValues {
  const { category, limitClass, lead, dutyItem, precedent } = choice
  return given({ category, limitClass, lead, dutyItem, precedent })
}

/** Without what nobody filled in. */
export function given(data: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== ''),
  )
}

function routedBy(choice: Choice, item: ItemAdvice): Choice {
  const { precedent: _, ...rest } = choice
  return {
    ...rest,
    dutyItem: item.id,
    ...(item.lead === null ? {} : { lead: item.lead.id }),
    ...(item.precedent === undefined ? {} : { precedent: item.precedent.id }),
  }
}

function hand(byHand: readonly ByHand[], one: ByHand): readonly ByHand[] {
  return byHand.includes(one) ? byHand : [...byHand, one]
}
