import { expect, test } from 'vitest'
import { governedWorld, town, unit } from '../../kernel/testing.ts'
import type { Kind } from '../../kernel/kind.ts'
import { tell } from '../street-mandate/testing/told.ts'
import { dutyHearing } from './duty-hearing/kind.ts'
import { monthlyDispatch } from './monthly-dispatch/kind.ts'
import { office } from './testing/owned.ts'
import { pairingHelp } from './pairing-help/kind.ts'
import { practicalDeed } from './practical-deed/kind.ts'
import { publicCommitment } from './public-commitment/kind.ts'
import { secretaryContactPoint } from './secretary-contact-point/kind.ts'
import { secretaryProject } from './secretary-project/kind.ts'

const kinds: readonly Kind[] = [
  secretaryProject,
  publicCommitment,
  secretaryContactPoint,
  dutyHearing,
  monthlyDispatch,
  practicalDeed,
  pairingHelp,
]

test.each(kinds.map((kind) => [kind.label, kind] as const))(
  'a city that does not practise %s begins none',
  (_, kind) => {
    const told = tell([kind], governedWorld([kind], { practices: [] }))
    const [start = ''] = Object.keys(kind.starts)
    const data = { unit: unit.street, year: 2026 }
    expect(told.tries(`${kind.name}/${start}`, town.street, [office, '08-03 09:00', data])).toBe(
      'practiceIsOn',
    )
  },
)
