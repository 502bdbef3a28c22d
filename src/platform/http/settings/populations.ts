import type { Fields } from '../../../kernel/field.ts'
import { dayOf } from '../../../kernel/time.ts'
import { populationIn, populationSetting, readPopulations } from '../../world/populations.ts'
import { writeSetting } from '../../world/settings.ts'
import { invalid } from '../errors.ts'
import { versionsOf } from './history.ts'
import { reaches } from './scope.ts'
import { type Change, type Row, type Section, type SettingsAt, text } from './section.ts'

const fields: Fields = {
  area: { type: 'area', label: '地区', of: ['city', 'district', 'street'], required: true },
  people: { type: 'number', label: '常住人口', min: 1, max: 100_000_000 },
  year: { type: 'number', label: '统计年份', min: 1990, max: 2100 },
  source: { type: 'code', label: '来源', max: 100 },
}

/** How many people live where: what counts are set against, with its year and who published it. */
export const populations: Section = {
  name: 'populations',
  label: '常住人口',
  fields,
  columns: ['area', 'people', 'year', 'source'],
  cityOnly: true,
  key: 'area',
  async rows(at) {
    const { deps, state, now } = at
    const since = await readPopulations(deps.db, state.city, now)
    return [...state.world.directory.areas.values()]
      .filter(({ code, level }) => levels.has(level) && reaches(at, code))
      .map(({ code, name }): Row => {
        const { said: own, from } = since.get(code) ?? {}
        return {
          id: String(code),
          values: { area: code, ...own },
          text: {
            area: name,
            people: own === undefined ? '' : String(own.people),
            year: own === undefined ? '' : String(own.year),
            source: own?.source ?? '',
          },
          from: from === undefined ? undefined : dayOf(from),
          state: 'now',
        }
      })
  },
  history: (at, id) =>
    versionsOf(at, `${populationSetting}${id}`, (value) => {
      const own = populationIn(value)
      return own === undefined
        ? {}
        : { people: String(own.people), year: String(own.year), source: own.source }
    }),
  write,
}

const levels: ReadonlySet<string> = new Set(['city', 'district', 'street'])

async function write({ deps, state, post, now }: SettingsAt, { id, values, from }: Change) {
  const area = Number(id ?? values['area'])
  const level = state.world.directory.areas.get(area)?.level
  if (level === undefined || !levels.has(level))
    throw invalid('常住人口按市、区、街道登记', { area: '请选市、区或街道' })
  const said = populationIn({ ...values, source: text(values['source']).trim() })
  if (said === undefined || said.source === '') throw invalid('请填写人口、年份和来源')
  await writeSetting(deps.db, {
    city: state.city,
    name: `${populationSetting}${area}`,
    version: deps.newId(),
    from,
    value: said,
    post: post.id,
    at: now,
  })
  return { id: String(area) }
}
