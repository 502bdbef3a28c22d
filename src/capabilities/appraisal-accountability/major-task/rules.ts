import { placeOf } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Value } from '../../../kernel/field.ts'
import type { EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import type { Party } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import { namesThoseBelow, working } from '../accountable.ts'
import { basis } from './fields.ts'

/** Sections count from one; what is attached comes last. */
const afterAllOthers = 99

export const rules: Readonly<Record<string, Rule>> = {
  unitsAreBelow: namesThoseBelow('units', working),
  hasBegun: {
    says: '开始日期不能晚于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'from') ?? '') <= dayOf(at),
  },
  endsBetween: {
    says: '结束日期应在开始日期和今天之间',
    basis,
    input: true,
    holds: ({ input, record, at }) => {
      const until = textOf(input, 'until') ?? ''
      return until >= (textOf(record.fields, 'from') ?? '') && until <= dayOf(at)
    },
  },
  nobodyContributed: {
    says: '已有党组织记了做的事，不能当误建取消',
    instead: '请转入复盘',
    basis,
    holds: ({ record }) => !record.parties.some(contributed),
  },
  somebodyContributed: {
    says: '还没有党组织记下做了什么，无从复盘',
    instead: '请参加的党组织先记本单位做了什么',
    basis,
    holds: ({ record }) => record.parties.some(contributed),
  },
  isNotReviewed: {
    says: '已经复盘，不再改写',
    basis,
    holds: ({ record }) => record.state === 'underway' || record.state === 'reviewing',
  },
  isReviewed: {
    says: '还没有复盘，不能作为述职依据',
    instead: '请等牵头单位复盘',
    basis,
    holds: ({ record }) => record.state === 'reviewed',
  },
  hasContributed: {
    says: '本单位没有记做了什么，不能作为述职依据',
    basis,
    holds: ({ party }) => party !== undefined && contributed(party),
  },
  isNotAttached: {
    says: '已经附在这份述职报告中',
    basis,
    input: true,
    holds: ({ input, party }) => party?.fields['report'] !== input['report'],
  },
  reportIsOwn: {
    says: '只能附在本单位当年、还没有提交的述职报告中',
    instead: '请选本单位任务所在年度的述职报告',
    basis: '述职依据取自本单位当年的记录',
    input: true,
    facts: ['report'],
    holds: ({ facts, record, party }) => {
      const report = facts['report']?.rows[0]
      return (
        report?.fields['reporter'] === party?.unit &&
        report?.fields['year'] === record.fields['year']
      )
    },
  },
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  /** The task stands in the report as a section of its own, for the secretary to tell of. */
  opensSection: ({ record, party, facts, world }) => {
    const report = facts['report']?.rows[0]
    const area = world.directory.units.get(party?.unit ?? 0)?.area
    const place = area === undefined ? undefined : placeOf(world.directory, area)
    if (report === undefined || party === undefined) return []
    const own = ['cycle', 'reporter', 'host', 'office', 'year'].flatMap(
      (name): (readonly [string, Value])[] => {
        const value = report.fields[name]
        return value === undefined ? [] : [[name, value]]
      },
    )
    return [
      {
        open: 'report-section',
        command: 'open',
        input: {
          ...Object.fromEntries(own),
          report: report.id,
          sort: 'tasks',
          weight: 'general',
          rank: afterAllOthers,
          evidence: `1. ${record.title}（已复盘，出动 ${attendedBy(party)} 人次）`,
        },
        words: { title: `重大任务：${record.title}` },
        ...(place === undefined ? {} : { place }),
      },
    ]
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  keepsYear: ({ input }) => ({
    fields: { year: Number((textOf(input, 'from') ?? '').slice(0, 4)) },
  }),
  /** What is written anew stands for what was written before; who turned out is added up. */
  keepsContribution: ({ input, party }) => ({
    party: {
      contribution: input['contribution'] ?? null,
      attended: attendedBy(party) + (numberOf(input, 'attended') ?? 0),
    },
  }),
  keepsReport: ({ input }) => ({ party: { report: input['report'] ?? null } }),
}

export function contributed(party: Party): boolean {
  const { contribution } = party.fields
  return contribution !== undefined && contribution !== null
}

export function attendedBy(party: Party | undefined): number {
  return party === undefined ? 0 : (numberOf(party.fields, 'attended') ?? 0)
}
