import type { FastifyInstance, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { Fields } from '../../kernel/field.ts'
import { schemaFor } from './asking.ts'
import { answerOf, anyShape, reference } from './answer-of.ts'
import { shapes } from './answer-shapes.ts'
import type { HttpDeps } from './deps.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The schema of a body that is no ask. */
    body?: z.ZodType
    /** The fields of an ask's data. */
    input?: Fields
    /** The ask begins a record, so it names a place. */
    starts?: boolean
    query?: readonly string[]
    /** Takes a file as a form. */
    multipart?: boolean
    /** Answers with a file. */
    file?: boolean
    /** Leads on to a page. */
    redirects?: boolean
    /** Open to people who are not signed in. */
    open?: boolean
  }
}

type Json = Readonly<Record<string, unknown>>

/** Describes every route in the form of OpenAPI 3.1, from what the routes themselves declare. */
export function describeRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && route.config?.about !== undefined) routes.push(route)
  })
  let made: Json | undefined
  app.get('/api/openapi.json', { config: { about: '接口说明', open: true } }, async () => {
    made ??= documentOf(routes, deps)
    return made
  })
}

function documentOf(routes: readonly RouteOptions[], deps: HttpDeps): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}')
    const methods = Array.isArray(route.method) ? route.method : [route.method]
    for (const method of methods)
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, deps) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '同心',
      version: '0.1.0',
      description: '城市基层治理平台的接口。时间写作带 +08:00 的 ISO 8601。',
    },
    paths,
    components: {
      schemas: { Error: errorSchema, ...answerSchemas() },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tx_session' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            '接口账号的令牌，由市级管理员在“设置 · 接口账号”里发放；不用 cookie 和 x-tongxin',
        },
        link: { type: 'apiKey', in: 'header', name: 'authorization' },
      },
    },
  }
}

function operation({ url, method, config = {} }: RouteOptions, deps: HttpDeps): Json {
  const writes = method !== 'GET'
  const named = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => parameter(name, 'path'))
  const asked = (config.query ?? []).map((name) => parameter(name, 'query'))
  const { machine = false } = config
  const guarded = { ...parameter('x-tongxin', 'header'), required: !machine }
  const guard = writes ? [{ ...guarded, schema: { const: '1' } }] : []
  const body = bodyOf(config, deps)
  const name = answerOf(String(method), url, config)
  const schema = name === undefined ? anyShape : reference(name)
  const good = config.file === true ? { '*/*': {} } : { 'application/json': { schema } }
  return {
    summary: config.about ?? url,
    operationId: `${String(method).toLowerCase()}${url.replaceAll(/[^\w]+/g, '_')}`,
    tags: [url.split('/')[2] ?? 'health'],
    security:
      config.open === true || !url.startsWith('/api/')
        ? [{}]
        : [{ session: [] }, ...(machine ? [{ token: [] }] : [])],
    parameters: [...named, ...asked, ...guard],
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: {
      ...(config.redirects === true
        ? { '302': { description: '转到页面' } }
        : { '200': { description: '已完成', content: good } }),
      ...Object.fromEntries(
        refusals(writes, body !== undefined).map((status) => [
          status,
          { description: statusWords[status] ?? status, content: errorContent },
        ]),
      ),
    },
  }
}

/** What any route may say instead of what was asked for. */
function refusals(writes: boolean, hasBody: boolean): readonly string[] {
  const any = ['400', '401', '403', '404', '409', '429', '500', '503']
  return writes || hasBody ? [...any, '413', '415'] : any
}

function bodyOf(config: NonNullable<RouteOptions['config']>, deps: HttpDeps): Json | undefined {
  if (config.multipart === true)
    return {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
          required: ['file'],
        },
      },
    }
  if (config.body !== undefined)
    return {
      'application/json': {
        schema: bare(z.toJSONSchema(config.body, { io: 'input', unrepresentable: 'any' })),
      },
    }
  if (config.input === undefined) return undefined
  const starts = config.starts === true
  return {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          ask: {
            type: 'string',
            format: 'uuid',
            description: '提交编号：重发同一个编号不会重复办理',
          },
          data: bare(schemaFor(deps, config.input).json),
          ...(starts ? { area: { type: 'integer' } } : { version: { type: 'integer' } }),
        },
        required: ['ask', 'data'],
      },
    },
  }
}

function answerSchemas(): Json {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, bare(z.toJSONSchema(shape))]),
  )
}

/** A schema inside a document does not name its own dialect. */
function bare(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'))
}

function parameter(name: string, place: 'path' | 'query' | 'header'): Json {
  return { name, in: place, required: place !== 'query', schema: { type: 'string' } }
}

const errorSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        says: { type: 'string' },
        basis: { type: 'string' },
        instead: { type: 'string' },
        field: { type: 'string' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
        requestId: { type: 'string' },
      },
      required: ['code', 'says'],
    },
  },
  required: ['error'],
}
const errorContent = {
  'application/json': { schema: { $ref: '#/components/schemas/Error' } },
}
const statusWords: Readonly<Record<string, string>> = {
  '400': '填写有误',
  '401': '没有登录',
  '403': '岗位不能办理',
  '404': '没有，或无权查看',
  '409': '规则不允许，code 是规则名',
  '413': '内容太大',
  '415': '不支持这种内容格式',
  '429': '太频繁',
  '500': '系统出错，requestId 是记录的编号',
  '503': '暂时不能用，可以重发',
}
