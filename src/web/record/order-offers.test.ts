import { expect, test } from 'vitest'
import type { Offer } from '../api/record-view.ts'
import { orderOffers } from './order-offers.ts'

test('what is expected stands first and what hurts last, otherwise as declared', () => {
  const offers = [
    offer('note'),
    offer('withdraw', { grave: true }),
    offer('nudge'),
    offer('sign', { expected: true }),
  ]
  expect(orderOffers(offers).first.map((one) => one.command)).toEqual([
    'sign',
    'note',
    'nudge',
    'withdraw',
  ])
})

test('many offers leave a few in sight and none is lost', () => {
  const offers = Array.from({ length: 12 }, (_, at) => offer(`c${at}`))
  const { first, rest } = orderOffers(offers)
  expect(first).toHaveLength(5)
  expect([...first, ...rest]).toEqual(offers)
})

test('seeing a contact is asked beside the contact, not among the offers', () => {
  expect(orderOffers([offer('reveal')]).first).toEqual([])
})

function offer(command: string, over: Partial<Offer> = {}): Offer {
  return { command, label: command, expected: false, grave: false, ...over }
}
