import { indicators } from '../capabilities/command-response/indicators.ts'
import { instruction } from '../capabilities/command-response/instruction.ts'
import { residentAppeal } from '../capabilities/command-response/resident-appeal/kind.ts'
import { returnRuling } from '../capabilities/command-response/return-ruling.ts'
import { dutyItem } from '../capabilities/street-mandate/duty-item.ts'
import type { Indicator } from '../kernel/indicator.ts'
import type { Kind } from '../kernel/kind.ts'

/** Every kind the product knows, by name. */
export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  [residentAppeal, returnRuling, instruction, dutyItem].map((kind: Kind) => [kind.name, kind]),
)

export const allIndicators: readonly Indicator[] = indicators
