import type { Actor } from '../../../kernel/actor.ts'
import { deltasOf } from '../../../kernel/derive.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { rehearse, type Rehearsed, type Step } from '../../../kernel/rehearsal.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { exclusionRequest } from './kind.ts'

type Data = Readonly<Record<string, Value>>

export const handler = post('clerk', unit.street)
export const desk = post('dispatcher', unit.desk)
export const reviewer = post('supervisor', unit.supervision)
export const given = { ground: 'procedure', evidence: '法院已立案，案号见附件' }
export const opinion = { opinion: '已核对立案通知书' }

/** As much of an appeal as the request looks at, and what becomes of it. */
const appealKind: Kind = {
  name: 'resident-appeal',
  label: '居民诉求',
  group: 'test',
  systems: [],
  version: 1,
  about: '居民诉求',
  fields: {
    title: { type: 'text', label: '标题' },
    lead: { type: 'unit', label: '主办单位' },
    desk: { type: 'unit', label: '派单单位' },
    complained: { type: 'unit', label: '被反映单位' },
    solved: { type: 'code', label: '是否解决' },
    responded: { type: 'flag', label: '是否联系过' },
    exclusion: { type: 'record', label: '考核剔除' },
  },
  title: 'title',
  relations: { anyone: { label: '任何人', is: { anyone: 'post' } } },
  see: ['anyone'],
  seats: { lead: { label: '主办单位', is: { field: 'lead' } } },
  responsible: 'lead',
  starts: {
    put: {
      label: '放',
      by: ['anyone'],
      input: {
        lead: { type: 'unit', label: '主办单位' },
        desk: { type: 'unit', label: '派单单位' },
        complained: { type: 'unit', label: '被反映单位' },
        solved: { type: 'code', label: '是否解决' },
        responded: { type: 'flag', label: '是否联系过' },
      },
      records: 'Put',
      says: '放',
      keeps: ['lead', 'desk', 'complained', 'solved', 'responded'],
      to: 'closed',
    },
  },
  states: {
    closed: {
      label: '已办结',
      is: 'end',
      commands: {
        leaveFigures: {
          label: '剔除',
          by: ['effect'],
          input: { exclusion: { type: 'record', label: '考核剔除' } },
          records: 'LeftFigures',
          says: '剔除',
          keeps: ['exclusion'],
        },
        countAgain: {
          label: '重新计入',
          by: ['effect'],
          records: 'CountedAgain',
          says: '重新计入',
          sets: ['countsAgain'],
        },
      },
    },
  },
  rules: {},
  setters: { countsAgain: () => ({ fields: { exclusion: null } }) },
}

function city() {
  const kinds = [exclusionRequest, appealKind]
  const world = governedWorld(kinds)
  const steps: Step[] = []
  const figures: unknown[] = []
  let ids = 0
  const played = rehearse({
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    figures: (asked) => {
      figures.push(asked)
      const numerator = asked.part === 'solved' ? 8 : 9
      return { value: undefined, numerator, denominator: 10, hidden: false }
    },
  })
  const heard = (told: Rehearsed) => {
    if (told.ok) steps.push(...told.steps)
    return told
  }
  const begin = (kind: string, command: string, [by, moment, data]: [Actor, string, Data]) => {
    steps.push(...played.until(at(moment)))
    const place = placeOf(world.directory, town.district)
    return heard(played.ask({ kind, command, actor: by, at: at(moment), place, data }))
  }
  const asks = (record: string, command: string, [by, moment, data]: [Actor, string, Data]) => {
    steps.push(...played.until(at(moment)))
    const told = played.ask({
      kind: 'exclusion-request',
      command,
      record,
      actor: by,
      at: at(moment),
      data,
    })
    return codeOf(heard(told))
  }
  return { world, played, steps, figures, begin, asks }
}

export function codeOf(told: Rehearsed): string | undefined {
  return told.ok ? undefined : told.refused
}

const judged = { lead: unit.street, desk: unit.desk, solved: 'unsolved', responded: true }

/** An appeal of the front street, begun on the third of August and judged, and the request about it. */
export function asked(data: Data = {}, by = handler) {
  const told = city()
  const put = told.begin('resident-appeal', 'put', [handler, '08-03 09:00', { ...judged, ...data }])
  const appeal = put.ok ? put.record.id : ''
  const request = told.begin('exclusion-request', 'request', [
    by,
    '08-10 09:00',
    { appeal, ...given },
  ])
  const id = request.ok ? request.record.id : ''
  const fields = () => told.played.record(id)?.fields ?? {}
  return { ...told, appeal, id, request, fields }
}

export function counts({ steps, world }: ReturnType<typeof asked>): readonly string[] {
  return steps.flatMap((step) =>
    deltasOf(step.kind, world, step)
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, n, category }) => `${n > 0 ? '+' : '-'}${measure} ${category}`),
  )
}
