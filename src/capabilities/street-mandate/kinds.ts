import type { Kind } from '../../kernel/kind.ts'
import { dutyItem } from './duty-item.ts'
import { listVersion } from './list-version/kind.ts'
import { powersAndOrgans } from './powers-and-organs.ts'

/** The kinds of the street's mandate: duties, powers and capacity. */
export const streetMandate: readonly Kind[] = [dutyItem, listVersion, ...powersAndOrgans]
