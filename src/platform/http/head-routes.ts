import type { FastifyInstance } from 'fastify'
import { isDay } from '../../kernel/time.ts'
import { readHeads } from '../evidence/heads.ts'
import { shortHash } from '../evidence/seal-text.ts'
import { reached } from '../store/faults.ts'
import type { HttpDeps } from './deps.ts'
import { invalid } from './errors.ts'
import { cityOf } from './who.ts'

const page = 31

/** The heads of closed days, for anyone: who keeps a copy can tell when the past was made anew. */
export function headRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get(
    '/api/public/heads',
    { config: { about: '每日存证：每天结束时全部记录的校验值', open: true, query: ['before'] } },
    async (request) => {
      const { before } = request.query as { before?: string }
      if (before !== undefined && !isDay(before)) throw invalid('日期要写成 2026-08-03 这样')
      const { city } = cityOf(deps)
      const heads = await reached(() => readHeads(deps.db, { city, before, limit: page }))
      return {
        heads: heads.map((head) => ({
          ...head,
          short: shortHash(head.hash),
          // What a QR code on a notice board holds.
          qr: `tongxin-day-1 ${head.city} ${head.day} ${shortHash(head.hash)}`,
        })),
        more: heads.length === page,
      }
    },
  )
}
