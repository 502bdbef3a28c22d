import { dayOf } from '../../../kernel/time.ts'
import { practiceIsOn } from '../../../kernel/world.ts'
import { writeSetting } from '../../world/settings.ts'
import { invalid } from '../errors.ts'
import { versionsOf } from './history.ts'
import type { Section, SettingsAt } from './section.ts'

/** Local ways of working, on or off from a day. Off, nothing new starts; what is open ends. */
export const practices: Section = {
  name: 'practices',
  label: '工作机制',
  fields: {
    name: { type: 'code', label: '机制', required: true, max: 60 },
    label: { type: 'code', label: '名称', max: 60 },
    on: { type: 'flag', label: '启用', required: true },
  },
  columns: ['label', 'on'],
  cityOnly: true,
  key: 'name',
  rows: async (at) =>
    declared(at).map(({ name, label }) => {
      const on = practiceIsOn(at.state.world, name, at.now)
      const since = at.state.world.practices.findLast(
        (one) => one.name === name && one.from <= at.now,
      )
      return {
        id: name,
        values: { name, label, on },
        text: { name, label, on: on ? '启用' : '停用' },
        from: since === undefined ? undefined : dayOf(since.from),
        state: 'now',
      }
    }),
  history: (at, id) =>
    versionsOf(at, `practice:${id}`, (value) => ({
      on:
        typeof value === 'object' && value !== null && 'on' in value && value.on === true
          ? '启用'
          : '停用',
    })),
  write: async (at, { id, values, from }) => {
    const name = id ?? String(values['name'])
    if (!declared(at).some((one) => one.name === name)) throw invalid('没有这项工作机制')
    await writeSetting(at.deps.db, {
      city: at.state.city,
      name: `practice:${name}`,
      version: at.deps.newId(),
      from,
      value: { on: values['on'] === true },
      post: at.post.id,
      at: at.now,
    })
    return { id: name }
  },
}

function declared({ deps }: SettingsAt): readonly { name: string; label: string }[] {
  const named = [...deps.registry.values()].flatMap((kind) =>
    (kind.practices ?? []).map((name) => [name, `${kind.label}的受理和办理`] as const),
  )
  return [...new Map(named)].map(([name, label]) => ({ name, label }))
}
