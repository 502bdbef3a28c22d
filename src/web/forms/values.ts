import type { Field, Fields } from '../../kernel/field.ts'

export type FormValues = Readonly<Record<string, unknown>>
export type FormErrors = Readonly<Record<string, string>>

/** What can be seen to be missing before the server is asked. The server judges everything again. */
export function problemsOf(fields: Fields, values: FormValues): FormErrors {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const says = problemOf(field, values[name])
      return says === undefined ? [] : [[name, says]]
    }),
  )
}

/** What is sent: only what was given, trimmed. */
export function dataOf(fields: Fields, values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name]) => {
      const value = trimmed(values[name])
      return isEmpty(value) ? [] : [[name, value]]
    }),
  )
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

function problemOf(field: Field, value: unknown): string | undefined {
  const given = trimmed(value)
  if (isEmpty(given)) return field.required === true ? `请填写${field.label}` : undefined
  if (typeof given === 'string') return textProblem(field, given)
  if (typeof given === 'number') return numberProblem(field, given)
  if (Array.isArray(given) && field.max !== undefined && given.length > field.max)
    return `${field.label}最多 ${field.max} 项`
  if (field.type === 'limit' && !isWholeLimit(given)) return `请填写${field.label}的数量和单位`
  return undefined
}

function textProblem(field: Field, text: string): string | undefined {
  if (field.type !== 'text' && field.type !== 'long' && field.type !== 'code') return undefined
  const length = [...text].length
  if (field.min !== undefined && length < field.min) return `${field.label}至少 ${field.min} 个字`
  if (field.max !== undefined && length > field.max)
    return `${field.label}最多 ${field.max} 个字，现在 ${length} 个`
  return undefined
}

function numberProblem(field: Field, value: number): string | undefined {
  if (field.min !== undefined && value < field.min) return `${field.label}不能小于 ${field.min}`
  if (field.max !== undefined && value > field.max) return `${field.label}不能大于 ${field.max}`
  return undefined
}

function isWholeLimit(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'qty' in value &&
    'unit' in value &&
    typeof value.qty === 'number' &&
    value.qty > 0
  )
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value
}
