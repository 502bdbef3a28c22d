import { noChoice, type Choice } from './choice.ts'
import { given } from './choice.ts'

/** What a person at the desk has written of a call so far. It outlives errors and closed tabs. */
export type Intake = {
  readonly channel: string
  readonly area?: number | undefined
  readonly detail: string
  readonly title: string
  readonly spot: string
  readonly name: string
  readonly phone: string
  readonly keepSecret: boolean
  readonly complained?: number | undefined
  readonly source: string
  readonly sourceNumber: string
  readonly photos: readonly string[]
  readonly choice: Choice
  /** The asks' own ids, kept so that sending again after a lost answer is done once. */
  readonly asks: { readonly register: string; readonly next: string }
}

export function emptyIntake(newId: () => string, channel = 'phone'): Intake {
  return {
    channel,
    detail: '',
    title: '',
    spot: '',
    name: '',
    phone: '',
    keepSecret: false,
    source: '',
    sourceNumber: '',
    photos: [],
    choice: noChoice,
    asks: { register: newId(), next: newId() },
  }
}

/** A stored draft as it was, as far as it still has the shape; of anything else nothing is taken. */
export function intakeFrom(stored: string | null, empty: Intake): Intake {
  const read: unknown = parsed(stored)
  if (typeof read !== 'object' || read === null) return empty
  const kept = Object.entries(read).filter(([name, value]) => fits(name, value, empty))
  return { ...empty, ...Object.fromEntries(kept) }
}

export function isUntouched(intake: Intake): boolean {
  const { detail, title, spot, name, phone, sourceNumber, photos } = intake
  return [detail, title, spot, name, phone, sourceNumber].every((text) => text === '') && photos.length === 0
}

export function registerData(intake: Intake): Readonly<Record<string, unknown>> {
  const { name, phone, keepSecret, photos, choice, complained } = intake
  return given({
    channel: intake.channel,
    detail: intake.detail.trim(),
    title: intake.title.trim(),
    spot: intake.spot.trim(),
    reporter: name.trim() === '' && phone.trim() === '' ? undefined : contactOf(name, phone),
    keepSecret: keepSecret || undefined,
    complained,
    source: intake.source.trim(),
    sourceNumber: intake.sourceNumber.trim(),
    photos: photos.length === 0 ? undefined : photos,
    category: choice.category,
    limitClass: choice.limitClass,
  })
}

/** What an appeal cannot be registered without. */
export function missingFromIntake(intake: Intake): Readonly<Record<string, string>> {
  return {
    ...(intake.detail.trim().length < 4 ? { detail: '请写下诉求内容，至少 4 个字' } : {}),
    ...(intake.area === undefined ? { area: '请选择发生在哪里' } : {}),
  }
}

function contactOf(name: string, phone: string): Readonly<Record<string, unknown>> {
  return given({ name: name.trim(), phone: phone.trim() })
}

const optionalNumbers = new Set(['area', 'complained'])

function fits(name: string, value: unknown, empty: Intake): boolean {
  if (optionalNumbers.has(name)) return typeof value === 'number'
  const model: unknown = Object.entries(empty).find(([known]) => known === name)?.[1]
  if (name === 'choice')
    return typeof value === 'object' && value !== null && 'byHand' in value && Array.isArray(value.byHand)
  if (Array.isArray(model)) return Array.isArray(value) && value.every((one) => typeof one === 'string')
  return model !== undefined && typeof value === typeof model && value !== null
}

function parsed(stored: string | null): unknown {
  try {
    return stored === null ? undefined : JSON.parse(stored)
  } catch {
    return undefined
  }
}
