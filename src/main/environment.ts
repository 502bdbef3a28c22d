import { resolve } from 'node:path'
import { logLevels, type LogLevel } from '../platform/log/log-options.ts'

export type Environment = {
  readonly home: string
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  /** A standby of that database, for numbers and sheets that may be some seconds old. */
  readonly databaseReadUrl?: string | undefined
  readonly demo: boolean
  readonly city: number | undefined
  readonly log: LogLevel
  /** The address by which people reach the platform: 'https://tongxin.example.gov.cn'. */
  readonly origin?: string | undefined
}

/** What the start is told from outside. The demo city is for the embedded database only, unless
 *  it is asked for by name. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const databaseUrl = given(env['DATABASE_URL'])
  const port = Number(given(env['PORT']) ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`PORT 要写 0 到 65535 的整数，现在是 ${env['PORT']}`)
  const city = given(env['TONGXIN_CITY'])
  return {
    home: resolve(given(env['TONGXIN_HOME']) ?? '.tongxin'),
    host: given(env['HOST']) ?? '127.0.0.1',
    port,
    databaseUrl,
    databaseReadUrl: given(env['DATABASE_READ_URL']),
    demo: env['TONGXIN_DEMO'] === '1' || (databaseUrl === undefined && env['TONGXIN_DEMO'] !== '0'),
    city: city === undefined ? undefined : Number(city),
    log: logLevels.find((level) => level === given(env['TONGXIN_LOG'])) ?? 'warn',
    origin: originIn(given(env['TONGXIN_ORIGIN'])),
  }
}

function originIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new RangeError(
      `TONGXIN_ORIGIN 要写完整地址，如 https://tongxin.example.gov.cn，现在是 ${text}`,
    )
  return url.origin
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}
