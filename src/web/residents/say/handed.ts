import { listIn, type Loose, objectIn, textIn } from '../net/read.ts'

/** A record whose link was handed out, as whoever follows it sees it. */
export type Handed = {
  readonly kind: string
  readonly kindLabel: string
  readonly number: string
  readonly title: string
  readonly place: string
  readonly stateWords: string
  readonly fields: readonly { readonly label: string; readonly text: string }[]
  readonly offers: readonly HandedOffer[]
  /** About whoever follows the link, and given to nobody else. */
  readonly personal: boolean
  readonly demo: boolean
}

export type HandedOffer = {
  readonly command: string
  readonly label: string
  readonly questions: readonly Question[]
}

export type Question = {
  readonly name: string
  readonly label: string
  readonly required: boolean
  /** Answers to choose from; without any it is answered in words. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

export function handedIn(body: unknown): Handed {
  const from = objectIn(body)
  return {
    kind: textIn(from, 'kind'),
    kindLabel: textIn(from, 'kindLabel'),
    number: textIn(from, 'number'),
    title: textIn(from, 'title'),
    place: textIn(from, 'place'),
    stateWords: textIn(from, 'stateLabel'),
    fields: listIn(from['fields']).map((field) => ({
      label: textIn(field, 'label'),
      text: textIn(field, 'text'),
    })),
    offers: listIn(from['offers']).map((offer) => ({
      command: textIn(offer, 'command'),
      label: textIn(offer, 'label'),
      questions: Object.entries(objectIn(offer['input'])).map(questionIn),
    })),
    personal: from['personal'] === true,
    demo: from['demo'] === true,
  }
}

/** What is said around the questions: who asks everybody promises to count without a name, who shows
 *  somebody their own record promises nothing of the sort. */
export function wordsFor({ personal }: Pick<Handed, 'personal'>) {
  return personal
    ? { none: '', said: '已记入您的这件事。', hint: '这个链接只给您本人，请不要转发。' }
    : {
        none: '现在不收意见：还没有结束，或意见期已经过了。',
        said: '已经匿名计入。',
        hint: '不记姓名、电话，也不记是谁说的，只和别人的合在一起计数，满五份才显示。每人说一次就够了。',
      }
}

/** Questions left open, by name. */
export function openQuestions(
  offer: HandedOffer,
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    offer.questions
      .filter(({ name, required }) => required && (answers[name] ?? '').trim() === '')
      .map(({ name, label }) => [name, `请回答：${label}`]),
  )
}

function questionIn([name, value]: [string, unknown]): Question {
  const field: Loose = objectIn(value)
  return {
    name,
    label: textIn(field, 'label'),
    required: field['required'] === true,
    choices: listIn(field['options']).map((option) => ({
      value: textIn(option, 'value'),
      label: textIn(option, 'label'),
    })),
  }
}
