import { z } from 'zod'
import type { Field, Fields } from '../../kernel/field.ts'
import { instantOf, isDay } from '../../kernel/time.ts'
import type { CityState } from '../world/city-state.ts'
import { uuidShape } from './wire.ts'

/** The city whose lists and directory values are compared with, as it stands when asked. */
export type StateNow = () => CityState

export type Parsed =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> }

export type CommandSchema = {
  readonly parse: (data: unknown) => Parsed
  readonly json: Readonly<Record<string, unknown>>
}

/** A schema made of declared fields: it reads input, words what is wrong, and describes itself. */
export function schemaOf(fields: Fields, state: StateNow): CommandSchema {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const type = typeOf(field, state)
      return [name, field.required === true ? type : type.optional()]
    }),
  )
  const whole = z.strictObject(shape)
  return {
    parse: (data) => {
      const given = withoutBlanks(data)
      const read = whole.safeParse(given)
      return read.success
        ? { ok: true, data: read.data }
        : { ok: false, fields: sentences(fields, given, read.error.issues) }
    },
    json: z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any' }),
  }
}

function withoutBlanks(data: unknown): unknown {
  if (!isPlain(data)) return data ?? {}
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        !(typeof value === 'string' && value.trim() === '') &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}

function isPlain(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

function sentences(
  fields: Fields,
  given: unknown,
  issues: readonly z.core.$ZodIssue[],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) found[key] = `没有“${key}”这一项`
      continue
    }
    const name = String(issue.path[0] ?? '')
    const label = fields[name]?.label ?? name
    const missing = !isPlain(given) || given[name] === undefined
    found[name] ??=
      missing || fields[name] === undefined
        ? `请填写${label}`
        : issue.message.startsWith(own)
          ? `${label}${issue.message.slice(own.length)}`
          : `${label}的格式不对`
  }
  return found
}

/** Marks our own words among the library's. */
const own = '\u0001'
const said = (words: string) => own + words

function typeOf(field: Field, state: StateNow): z.ZodType {
  switch (field.type) {
    case 'code':
    case 'text':
    case 'long':
      return textType(field)
    case 'number':
      return numberType(field)
    case 'day':
      return z.string().refine(isDay, said('要写成 2026-08-03 这样的日期')).meta({ format: 'date' })
    case 'moment':
      return z
        .string()
        .refine((text) => instantOf(text) !== undefined, said('要写明日期、时间和时区'))
        .meta({ format: 'date-time' })
        .transform((text) => instantOf(text) ?? 0)
    case 'flag':
      return z.boolean({ error: said('要写是或否') })
    case 'choice':
      return choiceType(field, state)
    case 'choices':
      return z.array(choiceType(field, state)).max(field.max ?? 100, said(tooMany(field)))
    case 'area':
      return z
        .number()
        .int()
        .refine((code) => state().world.directory.areas.has(code), said('不是本市的地方'))
    case 'unit':
      return unitType(field, state)
    case 'units':
      return z.array(unitType(field, state)).max(field.max ?? 50, said(tooMany(field)))
    case 'post':
    case 'record':
      return z.string().regex(uuidShape, said('要从列表中选择'))
    case 'limit':
      return limitType
    case 'contact':
      return contactType(field)
    case 'files':
      return z
        .array(z.string().regex(uuidShape, said('要先上传')))
        .max(field.max ?? 10, said(tooMany(field)))
  }
}

function textType({ type, max, min }: Field) {
  const most = max ?? (type === 'long' ? 2000 : 200)
  const least = min ?? 1
  const text = z.string().trim()
  return text
    .refine((words) => [...words].length <= most, said(`最多 ${most} 个字`))
    .refine((words) => [...words].length >= least, said(`至少 ${least} 个字`))
    .meta({ maxLength: most, minLength: least })
}

/** As many characters as people count, also where one takes two units of the language. */
function shortText(most: number) {
  return z
    .string()
    .trim()
    .refine((words) => [...words].length <= most, said(`最多 ${most} 个字`))
    .meta({ maxLength: most })
}

function numberType({ max, min }: Field) {
  const number = z.number()
  const atMost = max === undefined ? number : number.max(max, said(`不能大于 ${max}`))
  return min === undefined ? atMost : atMost.min(min, said(`不能小于 ${min}`))
}

function choiceType({ options }: Field, state: StateNow) {
  if (options === undefined) return shortText(200).min(1)
  if (typeof options !== 'string')
    return z.enum(
      options.map((option) => option.value),
      { error: said('要从列表中选择') },
    )
  return z
    .string()
    .refine(
      (value) => state().lists[options]?.some((item) => item.value === value) === true,
      said('要从列表中选择'),
    )
}

function unitType({ of }: Field, state: StateNow) {
  const types = typeof of === 'string' ? [of] : of
  return z
    .number()
    .int()
    .refine((id) => {
      const unit = state().world.directory.units.get(id)
      return unit !== undefined && (types === undefined || types.includes(unit.type))
    }, said('要从单位列表中选择'))
}

const limitType = z.strictObject({
  qty: z.number().int().min(1).max(10_000),
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']),
})

function contactType({ required }: Field) {
  return z
    .strictObject({
      name: shortText(50).optional(),
      phone: z
        .string()
        .trim()
        .max(30)
        .regex(/^[+\d０-９ ()-]*$/u, said('里的电话只能写数字'))
        .optional(),
      note: shortText(200).optional(),
    })
    .refine(
      ({ name = '', phone = '' }) => required !== true || name !== '' || phone !== '',
      said('要写称呼或电话'),
    )
}

function tooMany({ max }: Field): string {
  return `最多 ${max ?? 100} 项`
}
