import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { engineRefusal, type Refusal } from '../../kernel/refusal.ts'
import { isAway, isFull, StoreAway } from '../store/faults.ts'
import { fixedHeaders } from './fixed-headers.ts'

export type ErrorBody = {
  readonly code: string
  readonly says: string
  readonly basis?: string | undefined
  readonly instead?: string | undefined
  readonly field?: string | undefined
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly requestId?: string | undefined
}

/** Ends a request with an answer that is not a fault: thrown so that a route need not thread it. */
export class Refused extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody, options?: ErrorOptions) {
    super(body.says, options)
    this.status = status
    this.body = body
  }
}

/** The one table from a refusal's sort to a status. */
const statusOf: Readonly<Record<Refusal['as'], number>> = {
  invalid: 400,
  forbidden: 403,
  hidden: 404,
  rule: 409,
  stale: 409,
}

export function refusedBy(refusal: Refusal): Refused {
  const { refused, says, basis, instead, field } = refusal
  return new Refused(statusOf[refusal.as], { code: refused, says, basis, instead, field })
}

export const busyWithReads = () =>
  new Refused(503, {
    code: 'busy',
    says: '现在使用的人太多，系统一时忙不过来，请稍等几秒再试',
  })
export const tooSlow = () =>
  new Refused(400, {
    code: 'tooSlow',
    says: '要查的内容太多，没能在规定时间内查完；请缩小地区、日期或状态的范围再查',
  })
export const signedOut = () => new Refused(401, { code: 'signedOut', says: '请先登录' })
export const absent = (says = '没有这个地址或内容') => new Refused(404, { code: 'absent', says })
export const notVisible = () => refusedBy(engineRefusal('notVisible'))
export const notAllowed = (says?: string) => {
  const refusal = engineRefusal('notAllowed')
  return refusedBy(says === undefined ? refusal : { ...refusal, says })
}
export const tooLarge = () =>
  new Refused(413, { code: 'tooLarge', says: '内容太大：文件不能超过 10 MB' })
export const invalid = (says: string, fields?: Readonly<Record<string, string>>) =>
  new Refused(400, { code: 'invalid', says, fields })

/** Turns whatever a route threw into the contract's answer; faults are logged here and only here. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = knownError(error, request)
    // What a person is told in words may have a reason that is for whoever runs the server.
    if (known?.cause !== undefined) request.log.error({ err: known.cause }, known.body.code)
    if (known !== undefined) return reply.status(known.status).send({ error: known.body })
    request.log.error({ err: error, requestId: request.id }, 'fault')
    return reply.status(500).send({
      error: {
        code: 'fault',
        says: `系统出错，已经记录(编号 ${request.id}),请稍后再试`,
        requestId: request.id,
      },
    })
  })
}

/** An address that cannot be read reaches no route and none of its hooks. */
export function refuseAddress(_: FastifyError, __: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...fixedHeaders, 'cache-control': 'no-store' }).status(400)
  reply.send({ error: malformed })
}

function knownError(error: FastifyError, { method }: FastifyRequest): Refused | undefined {
  if (error instanceof Refused) return error
  if (method === 'GET' && allInUse(error)) return busyWithReads()
  if (isFull(error))
    return new Refused(503, {
      code: 'diskFull',
      says: '服务器的磁盘满了，暂时不能保存；请告诉系统管理员，稍后再试，刚才填写的内容重新发送不会重复',
    })
  // Also of what reads past `reached`: whoever asked can only send again.
  if (isAway(error))
    return new Refused(503, {
      code: 'storeAway',
      says: '数据库暂时连接不上，请重试;刚才填写的内容重新发送不会重复',
    })
  const status = error.statusCode ?? 500
  const body = bodies[status]
  if (body !== undefined) return new Refused(status, body)
  // Whatever else a part of the server finds wrong with what was sent is the sender's to mend.
  return status >= 400 && status < 500 ? new Refused(400, malformed) : undefined
}

/** All connections for reading were in use; one that cannot be made says otherwise. */
function allInUse(error: Error): boolean {
  const cause = error instanceof StoreAway ? error.cause : error
  return cause instanceof Error && cause.message === 'timeout exceeded when trying to connect'
}

const malformed: ErrorBody = { code: 'invalid', says: '发送的内容格式不对' }

const bodies: Readonly<Record<number, ErrorBody>> = {
  400: malformed,
  404: { code: 'absent', says: '没有这个地址或内容' },
  413: { code: 'tooLarge', says: '内容太大：文件不能超过 10 MB' },
  415: { code: 'wrongType', says: '不支持这种内容格式' },
  429: { code: 'tooMany', says: '操作太频繁，请稍后再试' },
}
