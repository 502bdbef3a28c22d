import { flagIn, listIn, objectIn, textIn } from './read.ts'

export type Step = {
  readonly label: string
  readonly at: string
  readonly done: boolean
  readonly now: boolean
}
export type Told = { readonly at: string; readonly says: string }

export type Contact = { readonly name: string; readonly phone: string }
export type Look = {
  readonly at: string
  readonly unit: string
  readonly post: string
  readonly reason: string
}

/** An appeal as the person who raised it sees it. */
export type Appeal = {
  readonly number: string
  readonly title: string
  readonly detail: string
  readonly spot: string
  readonly place: string
  /** Ids of the photos one sent oneself. */
  readonly photos: readonly string[]
  readonly complained: string
  readonly openedAt: string
  readonly state: string
  readonly stateWords: string
  readonly steps: readonly Step[]
  readonly due: string
  readonly handler: string
  readonly answer: string
  readonly ground: string
  readonly turnTo: string
  readonly timeline: readonly Told[]
  /** Names of the commands that may be used now. */
  readonly offers: ReadonlySet<string>
  readonly judged: string
  /** Their own contact, masked; without it they are nobody. */
  readonly contact: Contact | undefined
  /** Who looked at it. */
  readonly looked: readonly Look[]
  readonly erased: boolean
  readonly demo: boolean
}

export function appealIn(body: unknown): Appeal {
  const from = objectIn(body)
  const timeline = listIn(from['timeline']).map((entry) => ({
    at: textIn(entry, 'at'),
    says: textIn(entry, 'says'),
  }))
  return {
    number: textIn(from, 'number'),
    title: textIn(from, 'title'),
    detail: textIn(from, 'detail'),
    spot: textIn(from, 'spot'),
    place: textIn(from, 'place'),
    photos: listIn(from['photos']).map((photo) => textIn(photo, 'id')),
    complained: textIn(from, 'complained'),
    openedAt: textIn(from, 'openedAt'),
    state: textIn(from, 'state'),
    stateWords: textIn(from, 'stateLabel'),
    steps: listIn(from['steps']).map(stepIn),
    due: textIn(from, 'due'),
    handler: textIn(from, 'handler'),
    answer: textIn(from, 'answer'),
    ground: textIn(from, 'ground'),
    turnTo: textIn(from, 'turnTo'),
    timeline,
    offers: new Set(listIn(from['offers']).map((offer) => textIn(offer, 'command'))),
    judged: textIn(from, 'judged'),
    contact: from['contact'] === undefined ? undefined : contactIn(from['contact']),
    looked: listIn(from['looked']).map((look) => ({
      at: textIn(look, 'at'),
      unit: textIn(look, 'unit'),
      post: textIn(look, 'post'),
      reason: textIn(look, 'reason'),
    })),
    erased: flagIn(from, 'erased'),
    demo: flagIn(from, 'demo'),
  }
}

export function contactIn(body: unknown): Contact {
  const from = objectIn(body)
  return { name: textIn(from, 'name'), phone: textIn(from, 'phone') }
}

function stepIn(step: Readonly<Record<string, unknown>>): Step {
  return {
    label: textIn(step, 'label'),
    at: textIn(step, 'at'),
    done: flagIn(step, 'done'),
    now: flagIn(step, 'now'),
  }
}
