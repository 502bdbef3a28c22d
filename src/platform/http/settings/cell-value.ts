import type { Field } from '../../../kernel/field.ts'
import { limitText } from '../../../kernel/limit.ts'
import { asLimit } from '../../../kernel/turn.ts'
import type { CityState } from '../../world/city-state.ts'

/** A cell's text as the value it stands for: labels and names are read as well as codes. */
export function cellValue(
  field: Field,
  cell: string | number,
  at: { readonly state: CityState },
): unknown {
  const words = String(cell).trim()
  switch (field.type) {
    case 'number':
      return Number(words)
    case 'flag':
      return words === '是' || words === '上班' || words === '启用'
        ? true
        : words === '否' || words === '休息' || words === '停用'
          ? false
          : words
    case 'choice':
      return choiceValue(field, words, at.state)
    case 'choices':
      return words.split(/[、,，;；]/u).map((one) => choiceValue(field, one.trim(), at.state))
    case 'unit':
      return unitValue(words, at.state)
    case 'area':
      return Number(/^\d+/u.exec(words)?.[0] ?? Number.NaN)
    case 'limit':
      return limitValue(words)
    case 'code':
    case 'text':
    case 'long':
    case 'day':
    case 'moment':
    case 'units':
    case 'post':
    case 'record':
    case 'contact':
    case 'files':
      return words
  }
}

function choiceValue({ options }: Field, words: string, { lists }: CityState): string {
  const list = typeof options === 'string' ? (lists[options] ?? []) : (options ?? [])
  return list.find(({ value, label }) => value === words || label === words)?.value ?? words
}

function unitValue(words: string, { world }: CityState): number {
  const { units } = world.directory
  const byNumber = Number(/^\d+/u.exec(words)?.[0] ?? Number.NaN)
  if (units.has(byNumber)) return byNumber
  return [...units.values()].find(({ name }) => name === words)?.id ?? -1
}

function limitValue(words: string): unknown {
  const qty = Number(/^\d+/u.exec(words)?.[0] ?? 0)
  const units = ['minute', 'hour', 'day', 'working-hour', 'working-day'] as const
  const unit = units.find(
    (one) => limitText({ qty, unit: one }).replaceAll(' ', '') === words.replaceAll(' ', ''),
  )
  return asLimit({ qty, unit }) ?? words
}
