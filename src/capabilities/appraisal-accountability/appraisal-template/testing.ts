import type { Fields } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import type { FigureReader } from '../../../kernel/figure-fact.ts'
import { type Data, linked, type Linked } from '../../four-level-linkage/testing.ts'
import { appraisalCycle } from '../appraisal-cycle/kind.ts'
import { appraisalTemplate } from './kind.ts'
import { appraisalTopic } from '../appraisal-topic/kind.ts'
import { mustAnswerQuestion } from '../must-answer-question/kind.ts'
import { reportSection } from '../report-section/kind.ts'
import { secretaryReport } from '../secretary-report/kind.ts'

const yearly = [
  appraisalTemplate,
  appraisalTopic,
  mustAnswerQuestion,
  appraisalCycle,
  secretaryReport,
  reportSection,
] as const

export const office = post('clerk', unit.organisation)
export const streetSecretary = post('secretary', unit.street)
export const streetClerk = post('clerk', unit.street)

export type Year = Linked & {
  /** A template of the category in force, the district's unless said otherwise. */
  readonly template: (data?: Data, by?: typeof office) => string
  readonly question: (title?: string, data?: Data) => string
  readonly cycle: (data?: Data) => string
  /** The reports of a cycle that has begun its research. */
  readonly reports: (cycle: string, moment?: string) => readonly string[]
}

export type Given = {
  readonly practices?: readonly string[]
  readonly figures?: FigureReader
  /** Records of other kinds that are there already, by kind. */
  readonly there?: Readonly<Record<string, readonly There[]>>
}

/** A record of another kind, as far as facts look at it. */
export type There = { readonly title: string; readonly state?: string; readonly data: Data }

/** The east district in 2026, whose two streets report to it. */
export function yearOf({ practices = [], figures, there = {} }: Given = {}): Year {
  const on = practices.map((name) => ({ name, from: 0, parameters: {} }))
  const others = Object.entries(there).map(([name, records]) => standIn(name, records))
  const told = linked([...yearly, ...others], {
    world: { practices: on },
    ...(figures === undefined ? {} : { figures }),
  })
  for (const [kind, records] of Object.entries(there))
    for (const { title, state = 'there', data } of records)
      told.begin({ kind, command: state, area: town.district }, [office, '08-03 08:00'], {
        title,
        ...data,
      })
  const area = town.district
  return {
    ...told,
    template: (data = {}, by = office) => {
      const drafted = { title: '街道书记述职模板', category: 'street', ...data }
      const own = by.by === 'post' ? told.world.directory.units.get(by.post.unit)?.area : undefined
      const what = { kind: 'appraisal-template', command: 'draft', area: own ?? area }
      const id = told.begin(what, [by, '08-03 09:00'], drafted)
      told.step(id, ['enact', by, '08-03 09:10'])
      return id
    },
    question: (title = '老旧小区停车难', data = {}) =>
      told.begin({ kind: 'must-answer-question', command: 'ask', area }, [office, '08-03 09:20'], {
        title,
        year: 2026,
        ...data,
      }),
    cycle: (data = {}) =>
      told.begin({ kind: 'appraisal-cycle', command: 'plan', area }, [office, '08-03 09:30'], {
        ...planned,
        ...data,
      }),
    reports: (cycle, moment = '08-03 10:00') =>
      told.opened(told.step(cycle, ['startResearch', office, moment]), 'secretary-report'),
  }
}

export const planned = { year: 2026, category: 'street', meetingOn: '2026-08-28' } as const

const typesOf: Readonly<Record<string, 'number' | 'flag'>> = { number: 'number', boolean: 'flag' }

/** A kind of which only the fields and states that facts read are known. */
function standIn(name: string, records: readonly There[]): Kind {
  const given = records.flatMap(({ data }) => Object.entries(data))
  const fields: Fields = {
    title: { type: 'text', label: '名称' },
    ...Object.fromEntries(
      given.map(([field, value]) => [
        field,
        { type: typesOf[typeof value] ?? ('code' as const), label: field },
      ]),
    ),
  }
  const states = [...new Set(records.map(({ state = 'there' }) => state))]
  return {
    name,
    label: name,
    group: 'test',
    systems: [],
    version: 1,
    about: name,
    fields,
    title: 'title',
    relations: { anyone: { label: '任何人', is: { anyone: 'post' } } },
    see: ['anyone'],
    seats: { office: { label: '组织部门', is: { function: 'organise' } } },
    responsible: 'office',
    starts: Object.fromEntries(
      states.map((state) => [
        state,
        {
          label: state,
          by: ['anyone'],
          input: fields,
          records: `Put${state}`,
          says: state,
          keeps: Object.keys(fields),
          to: state,
        },
      ]),
    ),
    states: Object.fromEntries(states.map((state) => [state, { label: state, is: 'resting' }])),
    rules: {},
  }
}
