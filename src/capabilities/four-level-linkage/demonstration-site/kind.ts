import { standsOver } from '../../../kernel/area-tree.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import {
  defineKind,
  type EffectMaker,
  limitParameter,
  type Rule,
  type Setter,
} from '../../../kernel/kind.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import {
  actsAsSuperior,
  organisations,
  staff,
  superiorRelations,
  superiorSeats,
  superiorOf,
} from '../superior.ts'
import { basis, fields } from './fields.ts'
import { starts, states } from './flow.ts'

const rules: Readonly<Record<string, Rule>> = {
  hostIsOwn: {
    says: '示范点应由本级或所辖的党组织承建',
    basis,
    input: true,
    holds: (context) => {
      const { directory } = context.world
      const host = numberOf(context.input, 'host') ?? 0
      const superior = superiorOf(context)?.id
      if (superior === undefined) return false
      const type = directory.units.get(host)?.type ?? ''
      return (
        organisations.includes(type) && (host === superior || standsOver(directory, superior, host))
      )
    },
  },
  endsLater: {
    says: '任务完成期限应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') > dayOf(at),
  },
  hasNoTask: {
    says: '已经列了先行先试任务',
    basis,
    holds: ({ record }) => (numberOf(record.fields, 'tasks') ?? 0) === 0,
  },
  hasTasks: {
    id: 'R120',
    says: '还没有先行先试任务，不能评估',
    instead: '先列任务，有了结果再评估',
    basis,
    holds: ({ record }) => (numberOf(record.fields, 'tasks') ?? 0) > 0,
  },
  wasAssessed: {
    id: 'R120',
    says: '没有评估结论，不能推广',
    instead: '先写明评估结论',
    basis,
    holds: ({ record }) => textOf(record.fields, 'assessment') !== undefined,
  },
}

const setters: Readonly<Record<string, Setter>> = {
  actsAsSuperior,
  /** It lies where it is built, so that the sites of an area add up to those of the area above. */
  liesAtHost: ({ input, world }) => {
    const area = world.directory.units.get(numberOf(input, 'host') ?? 0)?.area
    const place = area === undefined ? undefined : placeOf(world.directory, area)
    return { fields: { tasks: 0, tasksDone: 0 }, ...(place === undefined ? {} : { place }) }
  },
  countsTask: ({ record }) => ({
    fields: { tasks: (numberOf(record.fields, 'tasks') ?? 0) + 1 },
  }),
  countsDone: ({ record }) => ({
    fields: { tasksDone: (numberOf(record.fields, 'tasksDone') ?? 0) + 1 },
  }),
  forgetsAssessment: () => ({ fields: { assessment: null } }),
}

const effects: Readonly<Record<string, EffectMaker>> = {
  opensTask: ({ record, input, words, at }) => [
    {
      open: 'level-task',
      command: 'receive',
      input: {
        year: yearOf(dayOf(at)),
        dueOn: input['dueOn'] ?? null,
        holder: record.fields['host'] ?? null,
        assigner: record.fields['superior'] ?? null,
        site: record.id,
      },
      words: { title: words['title'] ?? '' },
    },
  ],
}

/**
 * 示范点: cultivated, applied for, reviewed, designated, tried out with tasks of its own, assessed,
 * then spread or given up. It counts from the day it is designated to the day it leaves.
 */
export const demonstrationSite = defineKind({
  name: 'demonstration-site',
  label: '党建示范点',
  group: 'four-level-linkage',
  systems: ['demonstration-sites'],
  version: 1,
  about: '示范点从培育、申报、评审、确定到先行先试、评估，再推广或退出；确定以后到退出以前才计数。',
  fields,
  title: 'name',
  slots: { k1: 'theme', k2: 'number', k3: 'level', n1: 'host', n2: 'tasks' },
  countedBy: 'theme',
  searched: ['material'],
  relations: {
    starter: superiorRelations.starter,
    superior: superiorRelations.superior,
    office: superiorRelations.office,
    host: { label: '承建单位', roles: staff, is: { seat: 'host' } },
    reviewer: { label: '评审单位', roles: staff, is: { seat: 'reviewer' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    ...superiorSeats,
    host: { label: '承建单位', is: { field: 'host' } },
    reviewer: { label: '市委组织部', is: { function: 'organise', level: 'city' } },
  },
  responsible: 'host',
  starts,
  states,
  clocks: {
    cultivate: clock('培育', 'site.cultivate', ['noteCultivationLate', 'cultivating']),
    review: clock('评审', 'site.review', ['noteReviewLate', 'applied']),
    trial: clock('试点', 'site.trial', ['noteTrialLate', 'trying']),
    promote: clock('推广', 'site.promote', ['notePromotionLate', 'assessed']),
  },
  rules,
  setters,
  effects,
  claims: { number: { label: '确定文号', fields: ['number'], while: 'always' } },
  counters: {
    designated: { label: '确定示范点', on: { event: 'SiteDesignated' } },
    assessed: { label: '示范点评估', on: { event: 'SiteAssessed' } },
    exited: { label: '示范点退出', on: { enters: 'exited' } },
  },
  parameters: {
    'site.cultivate': limitParameter('示范点培育期', { qty: 365, unit: 'day' }),
    'site.review': limitParameter('示范点评审时限', { qty: 20, unit: 'working-day' }),
    'site.trial': limitParameter('示范点试点期', { qty: 365, unit: 'day' }),
    'site.promote': limitParameter('示范点推广决定时限', { qty: 20, unit: 'working-day' }),
  },
})

function clock(label: string, parameter: string, [asks, state]: readonly [string, string]) {
  return { label, stages: [{ limit: { parameter }, asks }], runs: [state], basis }
}
