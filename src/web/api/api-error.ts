type Said = {
  readonly code: string
  readonly says: string
  readonly basis?: string | undefined
  readonly instead?: string | undefined
  readonly field?: string | undefined
  readonly fields?: Readonly<Record<string, string>> | undefined
}

/** A refusal or a fault in words a person can act on; never a code alone. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly says: string
  readonly basis: string | undefined
  readonly instead: string | undefined
  readonly fields: Readonly<Record<string, string>>

  constructor(status: number, said: Said) {
    super(said.says)
    this.status = status
    this.code = said.code
    this.says = said.says
    this.basis = said.basis
    this.instead = said.instead
    this.fields = said.fields ?? (said.field === undefined ? {} : { [said.field]: said.says })
  }
}

/** What the server answered, or what can be said when it did not answer in its own words. */
export function errorFrom(status: number, body: unknown): ApiError {
  const said = saidIn(body)
  if (said !== undefined) return new ApiError(status, said)
  if (status === 0)
    return new ApiError(0, {
      code: 'offline',
      says: '连不上服务器，您填写的内容还在',
      instead: '请检查网络后重试，重复提交不会办两次',
    })
  if (status === 413)
    return new ApiError(status, { code: 'tooLarge', says: '文件太大，请压缩后再传' })
  return new ApiError(status, {
    code: 'fault',
    says: '服务器没能完成这一步，您填写的内容还在',
    instead: '请稍后重试，重复提交不会办两次',
  })
}

/** Anything thrown, as something that can be shown. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : errorFrom(500, undefined)
}

function saidIn(body: unknown): Said | undefined {
  if (!isObject(body) || !isObject(body['error'])) return undefined
  const { code, says, basis, instead, field, fields } = body['error']
  if (typeof says !== 'string' || says === '') return undefined
  return {
    code: typeof code === 'string' ? code : 'fault',
    says,
    basis: typeof basis === 'string' ? basis : undefined,
    instead: typeof instead === 'string' ? instead : undefined,
    field: typeof field === 'string' ? field : undefined,
    fields: isObject(fields) ? sentences(fields) : undefined,
  }
}

function sentences(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, says]) =>
      typeof says === 'string' ? [[name, says]] : [],
    ),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
