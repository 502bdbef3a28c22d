import { contactRow } from '../../../platform/asking/contact.ts'
import type { Keys } from '../../../platform/asking/types.ts'
import { inventPeople } from '../people.ts'
import { seededRandom } from '../random.ts'

/** Who turns to the city, with all that is known of them without their contact's id. */
export type Caller = {
  readonly name: string
  readonly phone: string
  /** In hexadecimal digits. */
  readonly phoneIndex: string
  readonly maskName: string
  readonly maskPhone: string
}

/** So many invented people, the same for the same seed. */
export function inventCallers(
  count: number,
  seed: number,
  { index }: Pick<Keys, 'index'>,
): readonly Caller[] {
  const keys = { index, seal: () => Buffer.alloc(0) }
  return inventPeople(seededRandom(seed), count).map((person) => {
    const { phoneIndex, maskName, maskPhone } = contactRow('', person, keys)
    return { ...person, phoneIndex: phoneIndex?.toString('hex') ?? '', maskName, maskPhone }
  })
}
