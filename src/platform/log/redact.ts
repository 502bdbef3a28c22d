import { maskNumbers } from '../../kernel/personal-numbers.ts'

/**
 * A line for a log without what opens a door or tells of a person: passwords and tokens in
 * addresses, headers and cookies, anything as long as a token or a digest, telephone and identity
 * numbers. What is written in quotes by a fault is taken out before, by `faultView`.
 */
export function redacted(text: string): string {
  const safe = secrets.reduce((line, [shape, by]) => line.replaceAll(shape, by), text)
  return maskNumbers(safe)
}

const secrets: readonly (readonly [RegExp, string])[] = [
  [/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, '$1:***@'],
  [/\b(bearer|link|basic)\s+[\w.~+/=-]{8,}/gi, '$1 ***'],
  [
    /\b(cookie|tx_session|password|token|code|secret)(["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi,
    '$1$2***',
  ],
  [/[\w-]{40,}/g, '***'],
]

/** Whatever is written, made fit for a log. */
export function redactedDeep(value: unknown): unknown {
  if (typeof value === 'string') return redacted(value)
  if (Array.isArray(value)) return value.map(redactedDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isSecret.test(name) ? '***' : redactedDeep(one),
    ]),
  )
}

const isSecret = /^(password|token|cookie|authorization|secret|phone|body|query)$/i
