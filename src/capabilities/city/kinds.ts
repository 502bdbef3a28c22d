import type { Kind } from '../../kernel/kind.ts'
import { reorganisation } from './reorganisation/kind.ts'

/** The kinds by which a city keeps itself in order: its areas and its organs. */
export const cityKinds: readonly Kind[] = [reorganisation]
