import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Offer, PartyView, RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { StateTag, type Tone } from '../../../../web/look/StateTag.tsx'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { isWritten, offersOf, reportersOf, wordsOf } from './running.ts'
import { useTell } from './use-tell.ts'

/** Everybody who reports, in order, with what was said to each. The order is the meeting's, no rank. */
export function Reporters({ view }: { readonly view: RecordView }) {
  const all = reportersOf(view)
  const done = all.filter(({ state }) => state === 'commented').length
  return (
    <section className="sheet review-part" aria-labelledby="review-reporters">
      <h2 id="review-reporters">
        述职顺序 <span className="quiet">{`已点评 ${done} / ${all.length}`}</span>
      </h2>
      {all.length === 0 ? <p className="quiet">还没有述职单位</p> : null}
      <ol className="review-list">
        {all.map((party) => (
          <Reporter key={party.unit.id} view={view} party={party} />
        ))}
      </ol>
    </section>
  )
}

const tones: Readonly<Record<string, Tone>> = {
  reporting: 'work',
  reported: 'late',
  commented: 'end',
}

function Reporter({ view, party }: { readonly view: RecordView; readonly party: PartyView }) {
  const [open, setOpen] = useState<Offer>()
  const comment = wordsOf(party, 'comment')
  const problems = (wordsOf(party, 'problems') ?? '').split('\n').filter((one) => one.trim() !== '')
  return (
    <li className={party.state === 'reporting' ? 'review-now' : undefined}>
      <div className="review-line">
        <span>{party.unit.name}</span>
        {isWritten(party) ? <span className="quiet">书面述职</span> : null}
        <StateTag tone={tones[party.state] ?? 'wait'}>{party.stateLabel}</StateTag>
        <More view={view} party={party} onOpen={setOpen} />
      </div>
      {comment === undefined ? null : <p className="review-words">{comment}</p>}
      {problems.length === 0 ? null : (
        <ul className="review-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
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

/** What is seldom asked of one who waits: another place in the order, in writing, not at all. */
function More({
  view,
  party,
  onOpen,
}: {
  readonly view: RecordView
  readonly party: PartyView
  readonly onOpen: (offer: Offer) => void
}) {
  const { ask } = useAsk()
  const tell = useTell()
  const { id, kind, state } = view.record
  const wanted = isWritten(party) ? 'makeOnsite' : 'makeWritten'
  const names = ['setOrder', wanted, 'strikeOff']
  const commented = isWritten(party) && state === 'holding' ? ['comment'] : []
  const offers = offersOf(view, party)
  const found = [...commented, ...names].flatMap((name) => offers.get(name) ?? [])
  if (party.state !== 'listed' || found.length === 0) return null
  const pick = (offer: Offer) => {
    if (Object.keys(offer.input ?? {}).length > 0) return onOpen(offer)
    const to = { role: party.role, unit: party.unit.id }
    return void ask({ kind, id, command: offer.command, party: to, data: {} }).catch(tell)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: found.map(({ command, label }) => ({ key: command, label })),
        onClick: ({ key }) => {
          const offer = offers.get(key)
          if (offer !== undefined) pick(offer)
        },
      }}
    >
      <Button size="small" className="no-print" aria-label={`${party.unit.name}：更多`}>
        更多
      </Button>
    </Dropdown>
  )
}
