import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ballotLines, isCounted, slipsFor } from '../../../kernel/ballot.ts'
import { unitName } from '../../../kernel/directory.ts'
import { type Closed, closePoll, endLeftKeys } from '../../ballots/close-poll.ts'
import { type Opened, openPoll } from '../../ballots/open-poll.ts'
import { noteSecurity } from '../../identity/security-log.ts'
import type { HttpDeps } from '../deps.ts'
import { invalid, notAllowed, Refused } from '../errors.ts'
import { cityOf } from '../who.ts'
import { type AtBallot, atBallot } from './at-ballot.ts'
import { ballotView } from './ballot-view.ts'

const closeBody = z.object({ handed: z.number().int().min(0) })

/** The organiser's side of a vote without names: slips, how many came back, the count. */
export function ballotOrganiserRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.addHook('onReady', async () => {
    const city = deps.state()?.city
    if (city !== undefined) await endLeftKeys(deps, city)
  })
  app.get('/api/record/:id/ballot', { config: { about: '匿名测评的情况' } }, async (request) =>
    ballotView(deps, await atBallot(deps, request)),
  )
  app.post('/api/record/:id/ballot/open', { config: { about: '制票（只显示一次）' } }, (request) =>
    openFor(deps, request),
  )
  app.post(
    '/api/record/:id/ballot/close',
    { config: { about: '截止并计票', body: closeBody } },
    (request) => closeFor(deps, request),
  )
}

async function openFor(deps: HttpDeps, request: FastifyRequest) {
  const at = mayRun(await atBallot(deps, request))
  if (!at.shape.opens.includes(at.record.state))
    throw refused('notVoting', '现在不在测评环节，不能制票')
  const { city, world } = cityOf(deps)
  const slips = slipsFor(at.shape, at.record.fields)
  if (slips === undefined)
    throw refused('noEligible', '还没有填写参加测评的人数，不能制票', '先在这件事里填好人数')
  const lines = ballotLines(at.shape, at.record, (unit) => unitName(world.directory, unit))
  if (lines.length === 0) throw refused('noLines', '还没有测评对象，不能制票')
  const opened = await openPoll(deps, { city, record: at.record.id, lines, slips })
  if (!opened.ok) throw notOpened(opened.why)
  await note(deps, request, { ...at, what: 'ballotOpened', about: { slips } })
  return { label: at.shape.label, title: at.record.title, codes: opened.codes }
}

async function closeFor(deps: HttpDeps, request: FastifyRequest) {
  const at = mayRun(await atBallot(deps, request))
  if (!isCounted(at.shape, at.record.state))
    throw refused('notVoting', '现在不在测评环节，不能计票')
  const read = closeBody.safeParse(request.body)
  if (!read.success) throw invalid('请填写发出的票数', { handed: '请填写发出的票数' })
  const { handed } = read.data
  const { kind, record } = at
  const closing = { city: cityOf(deps).city, kind, record: record.id, handed, at: deps.now() }
  const closed = await closePoll(deps, closing)
  if (!closed.ok) throw notClosed(closed.why)
  await note(deps, request, { ...at, what: 'ballotClosed', about: { handed } })
  return ballotView(deps, at)
}

function mayRun(at: AtBallot): AtBallot {
  const { shape, standing } = at
  if (!shape.by.some((one) => standing.has(one))) throw notAllowed('由组织测评的单位制票和计票')
  return at
}

type Note = AtBallot & {
  readonly what: 'ballotOpened' | 'ballotClosed'
  readonly about: Readonly<Record<string, number>>
}

/** That slips were made and counted is the security log's to tell; never one single vote. */
async function note(deps: HttpDeps, request: FastifyRequest, { session, ...at }: Note) {
  await noteSecurity(deps.db, {
    city: cityOf(deps).city,
    at: deps.now(),
    what: at.what,
    account: session.account.id,
    post: session.post.id,
    address: request.ip,
    about: { kind: at.kind.name, record: at.record.id, number: at.record.number, ...at.about },
  })
}

function notOpened(why: Extract<Opened, { ok: false }>['why']): Refused {
  if (why === 'closed') return refused('closed', '测评已经截止计票，不能再制票')
  if (why === 'voted')
    return refused('voted', '已经有人投票，不能重新制票', '票不够时，请等计票后另行测评')
  return refused('changed', '刚刚有人制了票，请看过最新情况再办理')
}

function notClosed(why: Extract<Closed, { ok: false }>['why']): Refused {
  if (why === 'absent') return refused('absent', '还没有制票，不能计票')
  if (why === 'closed') return refused('closed', '已经计过票了')
  if (why === 'tooMany') return refused('tooMany', '发出的票数比制的票还多，请核对')
  if (why === 'tooFew') return refused('tooFew', '发出的票数比收回的还少，请核对')
  return refused('keyless', '这次测评的票打不开了，不能计票', '请重新制票，再投一次')
}

function refused(code: string, says: string, instead?: string): Refused {
  return new Refused(409, { code, says, instead })
}
