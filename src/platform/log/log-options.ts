import type { FastifyRequest } from 'fastify'
import { faultView } from './fault-view.ts'
import { redactedDeep } from './redact.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * The one log of the server. Of a request it keeps the route and not the address, for addresses
 * carry what people look for; never headers, bodies or who asked. Every line is redacted once more
 * as it is written.
 */
export function logOptions(level: LogLevel) {
  return {
    level,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        route: request.routeOptions.url ?? 'none',
      }),
      res: ({ statusCode = 0 }: { readonly statusCode?: number }) => ({ statusCode }),
      err: (fault: unknown) => faultView(fault),
    },
    hooks: { streamWrite: safeLine },
  }
}

function safeLine(line: string): string {
  return `${JSON.stringify(redactedDeep(JSON.parse(line)))}\n`
}
