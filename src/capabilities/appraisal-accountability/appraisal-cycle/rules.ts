import type { FactRow } from '../../../kernel/fact.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import { focused } from '../contents.ts'
import { hostOf } from '../superior.ts'
import { endings } from './endings.ts'
import { basis, inOrder } from './fields.ts'
import { mayReport, priorOf, reportersOf, templateOf, unitsIn } from './reporters.ts'

export const rules: Readonly<Record<string, Rule>> = {
  yearIsNear: {
    says: '只安排今年或上一年度的述职评议考核',
    basis: '一年一次，最迟在次年初召开',
    input: true,
    holds: ({ input, at }) => {
      const year = yearOf(dayOf(at))
      return [year, year - 1].includes(numberOf(input, 'year') ?? 0)
    },
  },
  meetingIsAhead: {
    says: '述职评议会日期应在今天之后',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'meetingOn') ?? '') > dayOf(at),
  },
  reportersAreBelow: {
    says: '述职的应是下一级同类党组织',
    instead: '市、县、乡党组织由上一级组织述职；机关、企业、学校、医院由所在地组织',
    basis: '上级党组织组织下一级党组织书记述职',
    input: true,
    holds: (context) => {
      const units = reportersOf(context)
      return units.length > 0 && units.every((unit) => mayReport(context, unit))
    },
  },
  hasTemplate: {
    id: 'R049',
    says: '这个类别没有启用中的述职模板',
    instead: '请先拟好并启用这一类书记的述职模板',
    basis: '分类指导：按书记类别定述职内容',
    input: true,
    facts: ['templates'],
    holds: (context) => templateOf(context) !== undefined,
  },
  areNew: {
    says: '这个党组织已经在述职名单里',
    basis,
    input: true,
    holds: ({ record, input }) =>
      unitsIn(input['reporters']).every(
        (unit) => !record.parties.some((party) => party.unit === unit),
      ),
  },
  questionsAreSet: {
    id: 'R036',
    says: '本年度还没有定必答题',
    instead: '请先定一到两个重点难点问题作为必答题',
    basis: '每年确定1～2个重点难点问题，作为述职评议考核“必答题”',
    facts: ['questions'],
    holds: ({ facts }) => {
      const count = facts['questions']?.count ?? 0
      return count >= 1 && count <= 2
    },
  },
  reportsAreReviewed: {
    id: 'R033',
    says: '还有述职报告没有提交或没有审核，会上述职评议不能开始',
    instead: '请先催交、审完述职报告；本年度不述职的，请写明理由',
    basis: inOrder,
    facts: ['unreviewed'],
    holds: ({ facts }) => (facts['unreviewed']?.count ?? 0) === 0,
  },
  reportsAreCommented: {
    id: 'R033',
    says: '还有述职报告没有点评，会后整改不能开始',
    instead: '请逐一点评后再转入整改',
    basis: inOrder,
    facts: ['uncommented'],
    holds: ({ facts }) => (facts['uncommented']?.count ?? 0) === 0,
  },
  mustTopicsAreRemarked: {
    id: 'R035',
    says: '还有必评、必考内容没有逐项点评和考核，会后整改不能开始',
    instead: '请在各份述职报告的“必述、必评、必考”各节逐项点评、考核',
    basis: '必述、必评、必考的重要内容，逐一交账',
    facts: ['unremarked', 'excused'],
    holds: ({ facts }) => {
      const excused = new Set((facts['excused']?.rows ?? []).map(({ id }) => id))
      const { rows, count } = facts['unremarked'] ?? { rows: [], count: 0 }
      // A list ends somewhere; what is beyond its end is waited for like what is in it.
      if (count > rows.length) return false
      return rows.every(({ fields: own }) => excused.has(textOf(own, 'report') ?? ''))
    },
  },
  ...endings,
}

export const setters: Readonly<Record<string, Setter>> = {
  isPlanned: (context) => {
    const { input, world } = context
    const template = templateOf(context)
    const prior = priorOf(context)
    const earlier = numberOf(prior?.fields ?? {}, 'nth') ?? numberOf(input, 'earlier') ?? 0
    const host = world.directory.units.get(hostOf(context)?.id ?? 0)?.name ?? ''
    return {
      fields: {
        template: template?.id ?? null,
        most: numberOf(template?.fields ?? {}, 'most') ?? null,
        focus: focused.includes(textOf(input, 'category') ?? '') ? 'focus' : null,
        prior: prior?.id ?? null,
        nth: earlier + 1,
      },
      ...(textOf(context.words, 'title') === undefined
        ? { title: `${host}${numberOf(input, 'year') ?? ''}年度述职评议考核` }
        : {}),
    }
  },
  /** What was pointed out until now and is still open is what the year begins with; what is new in
   *  the next one, when it begins so late, is not. */
  notesOpenProblems: ({ record, facts }) => {
    const year = numberOf(record.fields, 'year') ?? 0
    const isMeant = ({ fields: own }: FactRow) => (numberOf(own, 'firstYear') ?? 0) <= year
    return { fields: { stillOpen: (facts['open']?.rows ?? []).filter(isMeant).length } }
  },
  asksReporters: (context) => ({
    join: reportersOf(context).map((unit) => ({ role: 'reporter', unit })),
  }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  opensReports: (context) => context.record.parties.flatMap((party) => opened(context, party.unit)),
}

function opened({ record, world }: Context, reporter: number) {
  const area = world.directory.units.get(reporter)?.area
  const place = area === undefined ? undefined : placeOf(world.directory, area)
  const { year, host, office, category, focus, template, most, meetingOn } = record.fields
  const given = { year, host, office, category, focus, template, most, meetingOn }
  return [
    {
      open: 'secretary-report',
      command: 'begin',
      input: {
        cycle: record.id,
        reporter,
        ...Object.fromEntries(
          Object.entries(given).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value] as const],
          ),
        ),
      },
      ...(place === undefined ? {} : { place }),
    },
  ]
}
