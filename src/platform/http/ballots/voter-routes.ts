import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { castBallot, sheetOf } from '../../ballots/cast-ballot.ts'
import { readSlipCode } from '../../ballots/slip-code.ts'
import type { HttpDeps } from '../deps.ts'
import { invalid, Refused } from '../errors.ts'
import { byAddress } from '../rate.ts'
import { cityOf } from '../who.ts'

const sheetBody = z.object({ code: z.string().max(60) })
const castBody = z.object({
  code: z.string().max(60),
  answers: z.record(z.string().max(200), z.string().max(60)),
})

// A whole meeting may vote behind one address; a code has 82 bits, so that tries find nothing.
const rateLimit = byAddress(240)

/** The voter's side: a slip and nothing else. Nobody is signed in, no address is kept, and no line
 *  of the log tells that somebody voted: only a fault would. */
export function ballotVoterRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const quiet = { logLevel: 'error' as const }
  app.post(
    '/api/public/ballot/sheet',
    { ...quiet, config: { about: '凭票打开测评表', body: sheetBody, open: true, rateLimit } },
    async (request) => {
      const read = sheetBody.safeParse(request.body)
      const { city, demo } = cityOf(deps)
      const sheet = await sheetOf(deps, city, codeIn(read.data?.code))
      if (sheet === undefined) throw gone()
      const { title, label, lines } = sheet
      return { title, label, lines, demo }
    },
  )
  app.post(
    '/api/public/ballot/cast',
    { ...quiet, config: { about: '投票（一票一次）', body: castBody, open: true, rateLimit } },
    async (request) => {
      const read = castBody.safeParse(request.body)
      const code = codeIn(read.data?.code)
      const { city } = cityOf(deps)
      const cast = await castBallot(deps, city, { code, answers: read.data?.answers ?? {} })
      if (cast === 'gone') throw gone()
      if (cast === 'incomplete') throw invalid('每一项都要选一个，才能投票')
      if (cast === 'keyless')
        throw new Refused(409, {
          code: 'keyless',
          says: '这次测评现在不能投票',
          instead: '请告诉现场的工作人员，您的票没有作废',
        })
      return { cast: true }
    },
  )
}

function codeIn(typed: string | undefined): string {
  const code = readSlipCode(typed ?? '')
  if (code === undefined) throw invalid('票号不对，请照着票再看一遍', { code: '票号不对' })
  return code
}

/** One answer for a slip that was used, that came too late or that never was. */
function gone(): Refused {
  return new Refused(404, {
    code: 'gone',
    says: '这张票不能用了：已经投过，或者测评已经截止',
    instead: '有疑问请找现场的工作人员',
  })
}
