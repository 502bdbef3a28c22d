import { Button } from 'antd'
import { useState } from 'react'
import type { Offer, PartyView, RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { observersOf, offersOf, wordsOf } from './running.ts'
import { useTell } from './use-tell.ts'

/** Who from above sits in, and what they said afterwards. */
export function Observers({ view }: { readonly view: RecordView }) {
  const all = observersOf(view)
  const told = wordsOf(view, 'attendance')
  return (
    <section className="sheet review-part" aria-labelledby="review-observers">
      <h2 id="review-observers">
        上级列席 {told === undefined ? null : <span className="quiet">{told}</span>}
      </h2>
      {all.length === 0 ? <p className="quiet">还没有上级派员列席</p> : null}
      <ul className="review-list">
        {all.map((party) => (
          <Observer key={party.unit.id} view={view} party={party} />
        ))}
      </ul>
    </section>
  )
}

function Observer({ view, party }: { readonly view: RecordView; readonly party: PartyView }) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const [open, setOpen] = useState<Offer>()
  const { id, kind } = view.record
  const to = { role: party.role, unit: party.unit.id }
  const opinion = wordsOf(party, 'opinion')
  const tap = (offer: Offer) => {
    if (Object.keys(offer.input ?? {}).length > 0) setOpen(offer)
    else void ask({ kind, id, command: offer.command, party: to, data: {} }).catch(tell)
  }
  return (
    <li>
      <div className="review-line">
        <span>{party.unit.name}</span>
        <span className="quiet">{party.stateLabel}</span>
        {[...offersOf(view, party).values()].map((offer) => (
          <Button key={offer.command} size="small" disabled={busy} onClick={() => tap(offer)}>
            {offer.label}
          </Button>
        ))}
      </div>
      {opinion === undefined ? null : <p className="review-words">{opinion}</p>}
      {open === undefined ? null : (
        <OfferForm
          view={view}
          offer={open}
          onDone={() => setOpen(undefined)}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </li>
  )
}
