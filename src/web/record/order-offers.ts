import type { Offer } from '../api/record-view.ts'

const SHOWN = 6

/** What is expected stands first, then taking it on oneself; what hurts stands last. The rest goes
 *  behind one button when there are many. Revealing a contact has its button beside the contact. */
export function orderOffers(offers: readonly Offer[]): {
  readonly first: readonly Offer[]
  readonly rest: readonly Offer[]
} {
  const ordered = offers
    .filter((offer) => offer.command !== 'reveal')
    .toSorted((one, other) => rank(one) - rank(other))
  return ordered.length <= SHOWN
    ? { first: ordered, rest: [] }
    : { first: ordered.slice(0, SHOWN - 1), rest: ordered.slice(SHOWN - 1) }
}

function rank(offer: Offer): number {
  if (offer.expected) return 0
  if (offer.command === 'take') return 1
  if (offer.grave) return 4
  return offer.command === 'handOn' || offer.command === 'putBack' ? 3 : 2
}
