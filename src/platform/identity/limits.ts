import { dayMs, hourMs, type Instant, minuteMs } from '../../kernel/time.ts'
import { asLimit } from '../../kernel/turn.ts'
import { parameterAt, type World } from '../../kernel/world.ts'
import { identityParameters } from './parameters.ts'

export type SignInLimits = {
  readonly idleMs: number
  readonly absoluteMs: number
  readonly tries: number
  /** Wrong tries from one address, in which many people may sit. */
  readonly addressTries: number
  readonly lockMs: number
}

/** The limits of signing in as they stand now. Only running time counts, never working hours. */
export function signInLimits(world: World, at: Instant): SignInLimits {
  return {
    idleMs: msOf(world, 'session.idle', at),
    absoluteMs: msOf(world, 'session.absolute', at),
    tries: numberOf(world, 'session.tries', at),
    addressTries: numberOf(world, 'session.addressTries', at),
    lockMs: msOf(world, 'session.lock', at),
  }
}

function numberOf(world: World, name: string, at: Instant): number {
  const value = parameterAt(world, name, at)?.value ?? identityParameters[name]?.default
  return typeof value === 'number' ? value : 5
}

function msOf(world: World, name: string, at: Instant): number {
  const value = parameterAt(world, name, at)?.value ?? identityParameters[name]?.default
  const limit = asLimit(value)
  const size = { minute: minuteMs, hour: hourMs, day: dayMs }
  if (limit === undefined) return hourMs
  return limit.unit in size ? limit.qty * size[limit.unit as keyof typeof size] : hourMs
}
