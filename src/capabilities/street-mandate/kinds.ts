import type { Kind } from '../../kernel/kind.ts'
import { dutyItem } from './duty-item.ts'

/** The kinds of the street's mandate: duties, powers and capacity. */
export const streetMandate: readonly Kind[] = [dutyItem]
