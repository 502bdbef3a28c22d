import { expect, test } from 'vitest'
import { isArchived } from '../platform/archive/parameters.ts'
import { kinds } from './registry.ts'

/** Facts whose setter looks at the last month alone. */
const ofLately = ['resident-appeal.sameBefore']

test('what rules look for among records that may be put away is found all the same', () => {
  const asked = [...kinds.values()].flatMap(({ name: by, facts }) =>
    Object.entries(facts ?? {}).flatMap(([name, fact]) => {
      const kind = 'kind' in fact ? kinds.get(fact.kind) : undefined
      return 'kind' in fact && kind !== undefined && isArchived(kind)
        ? [{ by, name, fact, kind }]
        : []
    }),
  )
  const lost = asked.filter(({ fact, kind }) => {
    const isCounted = fact.want === 'count' && fact.opened !== undefined
    const namesIt = Object.values(fact.where).some((ref) => 'own' in ref && ref.own === 'id')
    const isOpen = fact.states?.every((state) => kind.states[state]?.is !== 'end') === true
    return !('id' in fact.where || isCounted || namesIt || isOpen)
  })
  expect(lost.map(({ by, name }) => `${by}.${name}`)).toEqual(ofLately)
  expect(asked.length).toBeGreaterThan(5)
})
