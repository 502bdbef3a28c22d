import type { Offer } from '../api/record-view.ts'

const SHOWN = 6

/** What is expected stands first, what hurts last; the rest behind one button when there are many.
 *  Revealing a contact has its button beside the contact. */
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
  return offer.grave ? 2 : 1
}
