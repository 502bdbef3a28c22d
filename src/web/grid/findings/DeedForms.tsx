import { type FormEvent, useState } from 'react'
import { newId } from '../../residents/net/new-id.ts'
import { describedBy, FieldFrame } from '../../residents/parts/FieldFrame.tsx'
import type { Entry } from '../outbox/entry.ts'
import { FullNote } from '../parts/FullNote.tsx'
import { go } from '../route.ts'
import { useMe, useWork } from '../work/use-work.ts'
import type { Finding, Input, Offer } from './finding.ts'

/** What the finder is asked: it is so, or it is not. Said without a line, it waits like a report. */
export function DeedForms({ finding }: { readonly finding: Finding }) {
  const [open, setOpen] = useState<string>()
  const offers = finderOffers(finding)
  if (offers.length === 0) return null
  return (
    <section className="answer" aria-labelledby="asked">
      <h2 id="asked">办得怎样？请您说一声</h2>
      <div className="deeds">
        {offers.map((offer) => (
          <DeedForm
            key={offer.command}
            finding={finding}
            offer={offer}
            isOpen={open === offer.command}
            open={() => setOpen(offer.command)}
          />
        ))}
      </div>
    </section>
  )
}

/** When somebody is asked, everything they may answer; of that, what this page can draw. */
function finderOffers({ offers }: Finding): readonly Offer[] {
  if (!offers.some(({ expected }) => expected)) return []
  return offers.filter(
    ({ input, command }) =>
      input.every(({ type }) => type === 'text' || type === 'long') &&
      finderCommands.includes(command),
  )
}

type FormProps = {
  readonly finding: Finding
  readonly offer: Offer
  readonly isOpen: boolean
  readonly open: () => void
}

function DeedForm({ finding, offer, isOpen, open }: FormProps) {
  const work = useWork()
  const { post } = useMe()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [missing, setMissing] = useState<string>()
  const [full, setFull] = useState(false)
  const main = offer.expected ? ' main' : ''
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = offer.input.find(
      ({ name, required }) => required && (values[name] ?? '').trim() === '',
    )
    setMissing(lacks?.name)
    if (lacks !== undefined) return
    const entry = deedOf({ finding, offer, values, post: { ...post, now: Date.now() } })
    const kept = await work.writeDown(entry)
    setFull(!kept)
    if (kept) go({ page: 'box' })
  }
  if (!isOpen && offer.input.length > 0)
    return (
      <button type="button" className={`button${main}`} onClick={open}>
        {offer.label}
      </button>
    )
  return (
    <form onSubmit={(event) => void send(event)}>
      {full && <FullNote />}
      {offer.input.map((input) => (
        <DeedField
          key={input.name}
          input={input}
          value={values[input.name] ?? ''}
          error={missing === input.name ? `请写${input.label}` : undefined}
          change={(value) => setValues({ ...values, [input.name]: value })}
        />
      ))}
      <button type="submit" className={`button${main}`}>
        {offer.label}
      </button>
    </form>
  )
}

type FieldProps = {
  readonly input: Input
  readonly value: string
  readonly error: string | undefined
  readonly change: (value: string) => void
}

function DeedField({ input: { name, label, required, max }, value, error, change }: FieldProps) {
  const frame = { id: name, label: required ? label : `${label}（可以不写）`, error }
  return (
    <FieldFrame {...frame}>
      <textarea
        id={name}
        rows={3}
        maxLength={max}
        value={value}
        {...describedBy(frame)}
        onChange={(event) => change(event.target.value)}
      />
    </FieldFrame>
  )
}

type Deeds = {
  readonly finding: Finding
  readonly offer: Offer
  readonly values: Readonly<Record<string, string>>
  readonly post: { readonly id: string; readonly name: string; readonly now: number }
}

function deedOf({ finding, offer, values, post }: Deeds): Entry {
  const { id: record, number, version, stateLabel, title, place } = finding
  const { command, label } = offer
  return {
    id: newId(),
    post: post.id,
    postName: post.name,
    writtenAt: post.now,
    what: { is: 'deed', record, number, command, label, data: values, version, stateLabel },
    title,
    place,
    words: Object.values(values).join('；'),
    photos: [],
    state: 'waiting',
    tries: 0,
  }
}

const finderCommands = ['confirm', 'deny']
