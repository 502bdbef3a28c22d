import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useEffect, useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import type { Offer, RecordView } from '../api/record-view.ts'
import { useAsk, type AskAnswer } from '../api/use-ask.ts'
import { useDirectory } from '../api/use-directory.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { OfferForm, draftKeyOf } from './OfferForm.tsx'
import { orderOffers } from './order-offers.ts'
import { useUndo } from './use-undo.tsx'

type Props = {
  readonly view: RecordView
  readonly onDone?: ((answer: AskAnswer, offer: Offer) => void) | undefined
  /** A command whose form opens by itself, asked for by a key. */
  readonly wanted?: string | undefined
  readonly onWanted?: (() => void) | undefined
}

/** The only buttons of a record: what this post may ask of it now. */
export function OfferBar(props: Props) {
  const { view } = props
  const { open, setOpen, error, busy, choose, done } = useOffers(props)
  const { first, rest } = orderOffers(view.offers)
  // What was typed stays in sight, also when somebody else was quicker and nothing is offered now.
  if (view.offers.length === 0 && open === undefined) return null
  return (
    <div className="offers no-print">
      <div className="row">
        {first.map((offer) => (
          <OfferButton
            key={draftKeyOf('', offer)}
            offer={offer}
            isOpen={offer === open}
            busy={busy}
            choose={choose}
          />
        ))}
        <MoreOffers offers={rest} choose={choose} />
      </div>
      {error === undefined ? null : <ErrorBox error={error} />}
      {open === undefined ? null : (
        <div className="offer-form">
          <h2>{open.label}</h2>
          <OfferForm
            key={draftKeyOf(view.record.id, open)}
            view={view}
            offer={open}
            onDone={(answer) => done(answer, open)}
            onCancel={() => setOpen(undefined)}
          />
        </div>
      )}
    </div>
  )
}

/** Asks what needs nothing typed at once, and opens a form for the rest. */
function useOffers({ view, onDone, wanted, onWanted }: Props) {
  const { message } = App.useApp()
  const { ask, busy } = useAsk()
  const offerUndo = useUndo()
  const [open, setOpen] = useState<Offer>()
  const [error, setError] = useState<ApiError>()
  const done = (answer: AskAnswer, offer: Offer) => {
    setOpen(undefined)
    setError(undefined)
    const { undo } = answer
    if (undo === undefined) message.success(`${offer.label}：已办好`)
    else offerUndo({ record: view.record, label: offer.label, command: undo, party: offer.party })
    onDone?.(answer, offer)
  }
  const choose = async (offer: Offer) => {
    setError(undefined)
    if (offer.grave || Object.keys(offer.input ?? {}).length > 0) return setOpen(offer)
    setOpen(undefined)
    const { kind, id } = view.record
    try {
      done(await ask({ kind, id, command: offer.command, party: offer.party, data: {} }), offer)
    } catch (problem) {
      setError(asApiError(problem))
    }
  }
  useEffect(() => {
    if (wanted === undefined) return
    const offer = view.offers.find((one) => one.command === wanted)
    if (offer !== undefined) void choose(offer)
    onWanted?.()
    // oxlint-disable-next-line react/exhaustive-deps -- a wish opens its form once; a fresh view must not open it again
  }, [wanted])
  return { open, setOpen, error, busy, choose, done }
}

function OfferButton({
  offer,
  isOpen,
  busy,
  choose,
}: {
  readonly offer: Offer
  readonly isOpen: boolean
  readonly busy: boolean
  readonly choose: (offer: Offer) => Promise<void>
}) {
  return (
    <Button
      type={offer.expected ? 'primary' : 'default'}
      danger={offer.grave}
      disabled={busy || isOpen}
      onClick={() => void choose(offer)}
    >
      <OfferLabel offer={offer} />
    </Button>
  )
}

/** What is asked less often stays out of the way, and the grave stand last. */
function MoreOffers({
  offers,
  choose,
}: {
  readonly offers: readonly Offer[]
  readonly choose: (offer: Offer) => Promise<void>
}) {
  if (offers.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offers.map((offer, at) => ({
          key: String(at),
          danger: offer.grave,
          label: <OfferLabel offer={offer} />,
        })),
        onClick: ({ key }) => {
          const offer = offers[Number(key)]
          if (offer !== undefined) void choose(offer)
        },
      }}
    >
      <Button>
        更多 <DownOutlined />
      </Button>
    </Dropdown>
  )
}

function OfferLabel({ offer }: { readonly offer: Offer }) {
  const directory = useDirectory()
  const { party } = offer
  if (party === undefined) return <>{offer.label}</>
  return (
    <>
      {offer.label}（{party.unitName ?? directory.unitName(party.unit)}）
    </>
  )
}
