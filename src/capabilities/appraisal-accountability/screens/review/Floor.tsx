import { Button } from 'antd'
import { useState } from 'react'
import type { PartyView, RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { ClockWords } from '../../../../web/look/ClockWords.tsx'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { nextUp, offersOf, onTheFloor } from './running.ts'
import { useTell } from './use-tell.ts'

/** Who reports now, then the comment with its problems, then who is next: never two at once. */
export function Floor({ view }: { readonly view: RecordView }) {
  const now = onTheFloor(view)
  const next = nextUp(view)
  if (view.record.state !== 'holding') return null
  return (
    <section className="sheet review-part" aria-labelledby="review-floor" aria-live="polite">
      <h2 id="review-floor">{now?.state === 'reported' ? '点评' : '正在述职'}</h2>
      {now === undefined ? null : <Now key={now.unit.id} view={view} party={now} />}
      {now === undefined && next === undefined ? <p className="quiet">没有要上台述职的了</p> : null}
      {now === undefined && next !== undefined ? <NextUp view={view} party={next} /> : null}
    </section>
  )
}

type At = { readonly view: RecordView; readonly party: PartyView }

function Now({ view, party }: At) {
  const [isWriting, setWriting] = useState(true)
  const comment = offersOf(view, party).get('comment')
  return (
    <>
      <p className="review-name">{party.unit.name}</p>
      {(party.clocks ?? []).map((clock) => (
        <p key={clock.name}>
          <ClockWords {...clock} />
        </p>
      ))}
      <Tap view={view} party={party} command="end" />
      {comment !== undefined && isWriting ? (
        <OfferForm
          view={view}
          offer={comment}
          onDone={() => setWriting(false)}
          onCancel={() => setWriting(false)}
        />
      ) : null}
      {comment !== undefined && !isWriting ? (
        <Button type="primary" onClick={() => setWriting(true)}>
          {comment.label}
        </Button>
      ) : null}
    </>
  )
}

function NextUp({ view, party }: At) {
  return (
    <>
      <p className="quiet">下一位</p>
      <p className="review-name">{party.unit.name}</p>
      <Tap view={view} party={party} command="begin" />
    </>
  )
}

function Tap({ view, party, command }: At & { readonly command: string }) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const offer = offersOf(view, party).get(command)
  if (offer === undefined) return null
  const { id, kind } = view.record
  const request = { kind, id, command, party: { role: party.role, unit: party.unit.id }, data: {} }
  return (
    <Button type="primary" loading={busy} onClick={() => void ask(request).catch(tell)}>
      {offer.label}
    </Button>
  )
}
