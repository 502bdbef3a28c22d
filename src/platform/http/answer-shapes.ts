import { z } from 'zod'

const words = z.string()
const whole = z.int()
const named = z.looseObject({ id: words, label: words.optional() })
const labelled = z.looseObject({ label: words })
const unit = z.looseObject({ id: whole, name: words })

const recordHead = z.looseObject({
  id: z.uuid(),
  kind: words,
  kindLabel: words,
  number: words,
  title: words,
  state: words,
  stateLabel: words,
  is: words,
  steps: z.array(z.looseObject({ label: words, step: whole })),
  place: z.looseObject({ path: words, area: whole }),
  version: whole,
  openedAt: words,
  closedAt: words.optional(),
  responsible: unit.optional(),
  demo: z.boolean(),
})
const field = z.looseObject({ name: words, label: words, type: words, text: words.optional() })
const offer = z.looseObject({ command: words, label: words })

/** Answers that several routes give, by the names under which the interface's document has them.
 *  More may stand beside what is named: pages take what they know. */
export const shapes = {
  Done: z.looseObject({}),
  Lines: z.array(z.unknown()),
  RecordView: z.looseObject({
    record: recordHead,
    fields: z.array(field),
    parties: z.array(z.looseObject({ role: words, roleLabel: words, unit })),
    clocks: z.array(z.looseObject({ name: words, label: words, late: z.boolean() })),
    expected: z.array(z.looseObject({ command: words, commandLabel: words })),
    offers: z.array(offer),
    timeline: z.array(z.looseObject({ seq: whole, at: words, type: words, says: words })),
    links: z.array(z.looseObject({})),
  }),
  Offers: z.array(offer),
  PublicView: z.looseObject({
    number: words,
    title: words,
    place: words,
    state: words,
    stateLabel: words,
    steps: z.array(z.looseObject({ label: words, done: z.boolean(), now: z.boolean() })),
    timeline: z.array(z.looseObject({ at: words, says: words })),
    offers: z.array(z.looseObject({ command: words, label: words })),
  }),
  Me: z.looseObject({
    person: z.looseObject({ id: z.uuid(), name: words }),
    account: z.looseObject({ login: words }),
    post: z.looseObject({ id: z.uuid(), unit, role: words, roleName: words }),
    posts: z.array(z.looseObject({ id: z.uuid(), waiting: whole })),
    city: z.looseObject({ code: whole, name: words }),
    demo: z.boolean(),
    today: words,
    now: words,
    nav: z.array(words),
    starts: z.array(z.looseObject({ kind: words, command: words, label: words })),
    notices: whole,
  }),
  Kinds: z.array(z.looseObject({ name: words, label: words })),
  Directory: z.looseObject({
    version: words,
    areas: z.array(z.array(z.unknown())),
    units: z.array(z.array(z.unknown())),
  }),
  Lists: z.record(words, z.array(z.looseObject({ value: words, label: words }))),
  Posts: z.array(z.looseObject({ id: z.uuid(), personName: words, role: words, title: words })),
  Todos: z.looseObject({
    groups: z.looseObject({}),
    rows: z.array(z.looseObject({ record: z.looseObject({ id: z.uuid() }), command: words })),
    next: words.optional(),
  }),
  Rows: z.looseObject({ rows: z.array(z.looseObject({})), next: words.optional() }),
  Notices: z.looseObject({ unread: whole, rows: z.array(named) }),
  Unread: z.looseObject({ unread: whole }),
  Found: z.looseObject({
    records: z.array(z.looseObject({ id: z.uuid(), number: words, title: words })),
    areas: z.array(z.looseObject({ code: whole })),
    units: z.array(unit),
    commands: z.array(labelled),
  }),
  Bulk: z.looseObject({
    done: whole,
    refused: z.array(z.looseObject({ id: words, says: words })),
  }),
  File: z.looseObject({ id: z.uuid(), type: words, size: whole, name: words }),
  Masked: z.looseObject({
    found: z.array(z.looseObject({ kind: words, start: whole, end: whole, masked: words })),
    text: words,
  }),
  Started: z.looseObject({ id: z.uuid(), number: words, view: z.looseObject({}) }),
  Asked: z.looseObject({ view: z.looseObject({ record: recordHead }), undo: words.optional() }),
  Received: z.looseObject({ number: words, code: words, due: words, openedAt: words }),
  Followed: z.looseObject({ token: words, view: z.looseObject({ number: words }) }),
  City: z.looseObject({ code: whole, name: words, demo: z.boolean() }),
  Areas: z.array(z.looseObject({ code: whole })),
  Units: z.array(unit),
  Ready: z.looseObject({ ready: z.boolean() }),
  Ok: z.looseObject({ ok: z.literal(true) }),
} satisfies Readonly<Record<string, z.ZodType>>

export type ShapeName = keyof typeof shapes
