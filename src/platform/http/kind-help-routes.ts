import type { FastifyInstance } from 'fastify'
import { isCover, type Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { HttpDeps } from './deps.ts'
import { absent } from './errors.ts'
import { kindHelp } from './kind-help.ts'
import { cityOf, signedIn } from './who.ts'

/** Serves the help of a kind, with its group and the figures that are made of it. */
export function kindHelpRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/help/:kind', { config: { about: '一类事项的说明' } }, async (request) => {
    await signedIn(deps, request)
    const kind = deps.registry.get((request.params as { kind: string }).kind)
    if (kind === undefined) throw absent('没有这类事项')
    const help = kindHelp({ kind, state: cityOf(deps), now: deps.now() })
    return {
      ...help,
      group: deps.groups[kind.group] ?? '',
      indicators: deps.indicators.filter((one) => feeds(kind, one)).map(indicatorWords),
    }
  })
}

function feeds(kind: Kind, { numerator, denominator }: Indicator): boolean {
  return [...numerator, ...denominator].some((term) =>
    isCover(term)
      ? (term.covered.having ?? []).some((having) => having.kind === kind.name)
      : term.kind === kind.name,
  )
}

function indicatorWords({ id, part, label, formula }: Indicator) {
  return { id, part, label, formula }
}
