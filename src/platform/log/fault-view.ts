import { redacted } from './redact.ts'

export type FaultView = {
  readonly type: string
  readonly code?: string
  readonly message: string
  /** What of the store it was about: names of ours, never what stands there. */
  readonly about?: string
  readonly stack: string
  readonly cause?: FaultView
}

/**
 * A fault as a log may keep it: where and what sort, and its sentence without quotations. Faults of
 * the database and of readers quote what people wrote; their details, parameters and rows are left
 * out whole.
 */
export function faultView(fault: unknown, deep = 0): FaultView {
  if (!(fault instanceof Error)) return { type: typeof fault, message: '', stack: '' }
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {}
  const about = aboutOf(fault)
  return {
    type: fault.name,
    ...code,
    message: withoutQuotes(fault.message),
    ...(about === '' ? {} : { about }),
    stack: framesOf(fault),
    ...(fault.cause === undefined || deep > 3 ? {} : { cause: faultView(fault.cause, deep + 1) }),
  }
}

/** The same in one line, for what an operator reads. */
export function faultWords(fault: unknown): string {
  const { type, code, message, about } = faultView(fault)
  return [type, code, about, message].filter((part) => part !== undefined && part !== '').join(' ')
}

function withoutQuotes(message: string): string {
  return redacted(message.replaceAll(/"[^"]*"?|'[^']*'|`[^`]*`|“[^”]*”?/g, '"…"')).slice(0, 500)
}

function aboutOf(fault: Error): string {
  return ['table', 'column', 'constraint']
    .map((name) => Object.entries(fault).find(([own]) => own === name)?.[1])
    .filter((one): one is string => typeof one === 'string')
    .join('.')
}

/** Where it happened; the head of a stack repeats the sentence. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => redacted(line.trim()))
    .join('\n')
}
