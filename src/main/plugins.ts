import type { Plugin } from '../platform/http/deps.ts'
import { headRoutes } from '../platform/http/head-routes.ts'
import { access } from './access.ts'
import { advice } from './advice.ts'
import { brief } from './brief.ts'
import { demands } from './demands.ts'
import { linkage } from './linkage.ts'
import { mandate } from './mandate.ts'
import { overview } from './overview.ts'
import { reorganisations } from './reorganisation/routes.ts'
import { scores } from './scores.ts'

/** Routes of single capabilities, beside those that every kind gets. */
export const plugins: readonly Plugin[] = [
  access,
  advice,
  brief,
  demands,
  headRoutes,
  linkage,
  mandate,
  overview,
  reorganisations,
  scores,
]
