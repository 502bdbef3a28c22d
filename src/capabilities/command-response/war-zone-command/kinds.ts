import type { Kind } from '../../../kernel/kind.ts'
import { zoneOrder } from '../zone-order/kind.ts'
import { zonePersonnelAdvice } from '../zone-personnel-advice.ts'
import { warZoneCommand } from './kind.ts'

/** The street as a zone: who commands it, the orders given, the advice on personnel. */
export const warZone: readonly Kind[] = [warZoneCommand, zoneOrder, zonePersonnelAdvice]
