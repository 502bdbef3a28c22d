import { cityParameters } from '../../../kernel/city-class.ts'
import type { Fields, Option } from '../../../kernel/field.ts'
import type { Parameter } from '../../../kernel/kind.ts'
import { limitText } from '../../../kernel/limit.ts'
import { dayOf } from '../../../kernel/time.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { identityParameters } from '../../identity/parameters.ts'
import { writeSetting } from '../../world/settings.ts'
import { invalid } from '../errors.ts'
import { wordsIn } from '../wire.ts'
import { versionsOf } from './history.ts'
import type { Change, Row, Section, SettingsAt } from './section.ts'

const fields: Fields = {
  name: { type: 'code', label: '参数', required: true, max: 60 },
  label: { type: 'code', label: '名称', max: 60 },
  kind: { type: 'code', label: '用于', max: 40 },
  limit: { type: 'limit', label: '时限' },
  number: { type: 'number', label: '数值', min: 1 },
  choice: { type: 'choice', label: '选项', options: allOptions() },
  basis: { type: 'code', label: '依据', max: 200 },
}

/** What may be chosen for any of them; `write` takes only what the parameter itself offers. */
function allOptions(): readonly Option[] {
  return [...Object.values(cityParameters), ...Object.values(identityParameters)].flatMap(
    ({ options }) => options ?? [],
  )
}

/** Limits and numbers that kinds declare. A change holds from a day on; clocks that already run
 *  keep the copy they began with. */
export const limits: Section = {
  name: 'limits',
  label: '时限和参数',
  ...tableOf(ofTheCity),
}

type Declared = { readonly name: string; readonly parameter: Parameter; readonly kind: string }
type Declares = (at: SettingsAt) => readonly Declared[]

/** A table of parameters, each with its versions. */
export function tableOf(declares: Declares): Omit<Section, 'name' | 'label'> {
  const declared: Declares = (at) =>
    declares(at).filter(({ parameter }) => ['limit', 'number', 'choice'].includes(parameter.type))
  return {
    fields,
    columns: ['label', 'holds', 'kind', 'basis'],
    heads: { holds: '现行值' },
    cityOnly: true,
    key: 'name',
    rows: async (at) =>
      declared(at).map(({ name, parameter, kind }): Row => {
        const now = parameterAt(at.state.world, name, at.now)
        const limit = parameter.type === 'limit' ? asLimit(now?.value) : undefined
        const number = parameter.type === 'number' ? now?.value : undefined
        const choice = parameter.type === 'choice' ? now?.value : undefined
        const { label, basis } = parameter
        return {
          id: name,
          values: { name, label, kind, limit, number, choice, basis },
          text: {
            name,
            label,
            kind,
            limit: limit === undefined ? '' : limitText(limit),
            number: wordsIn(number),
            choice: choiceText(parameter, choice),
            basis,
            holds: holdsText(at, name, parameter),
          },
          from: now === undefined || now.from === 0 ? undefined : dayOf(now.from),
          state: 'now',
          builtIn: now?.version === 'default',
        }
      }),
    history(at, id) {
      const parameter = declared(at).find(({ name }) => name === id)?.parameter
      return versionsOf(at, `parameter:${id}`, (value) =>
        parameter === undefined ? {} : { [parameter.type]: valueText(parameter, value) },
      )
    },
    write: (at, change) => write(at, change, declared(at)),
  }
}

async function write(at: SettingsAt, { id, values, from }: Change, declared: readonly Declared[]) {
  const name = id ?? String(values['name'])
  const found = declared.find((one) => one.name === name)
  if (found === undefined) throw invalid('没有这个参数')
  const { parameter } = found
  const value = parameter.type === 'limit' ? asLimit(values['limit']) : values[parameter.type]
  if (
    parameter.type === 'choice' &&
    !(parameter.options ?? []).some((option) => option.value === value)
  )
    throw invalid('请选择列出的一项')
  if (value === undefined) throw invalid('请填写新的值')
  await writeSetting(at.deps.db, {
    city: at.state.city,
    name: `parameter:${name}`,
    version: at.deps.newId(),
    from,
    value,
    post: at.post.id,
    at: at.now,
  })
  return { id: name }
}

function ofTheCity({ deps }: SettingsAt): readonly Declared[] {
  const all: Declared[] = []
  for (const kind of deps.registry.values())
    for (const [name, parameter] of Object.entries(kind.parameters ?? {}))
      all.push({ name, parameter, kind: kind.label })
  for (const [name, parameter] of Object.entries(cityParameters))
    all.push({ name, parameter, kind: '全市' })
  return all
}

/** What holds now and since when, and what will where another value is set already. */
function holdsText({ state, now }: SettingsAt, name: string, parameter: Parameter): string {
  const { world } = state
  const holds = parameterAt(world, name, now)
  const [next] = (world.parameters[name] ?? [])
    .filter(({ from }) => from > now)
    .toSorted((a, b) => a.from - b.from)
  const since = holds === undefined || holds.from === 0 ? '默认' : `${dayOf(holds.from)} 起`
  const until =
    next === undefined ? '' : `，${dayOf(next.from)} 起改为 ${valueText(parameter, next.value)}`
  return `${valueText(parameter, holds?.value)}（${since}${until}）`
}

function valueText(parameter: Parameter, value: unknown): string {
  if (parameter.type === 'choice') return choiceText(parameter, value)
  const limit = parameter.type === 'limit' ? asLimit(value) : undefined
  return limit === undefined ? wordsIn(value) : limitText(limit)
}

function choiceText({ options }: Parameter, value: unknown): string {
  return (options ?? []).find((option) => option.value === value)?.label ?? ''
}
