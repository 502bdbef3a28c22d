import { isGiven, numberOf } from '../../../kernel/field.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { actsForCommittee, answersToAsker } from '../reviewing.ts'
import { basis, channels } from './fields.ts'

export const rules: Readonly<Record<string, Rule>> = {
  answersToAsker: answersToAsker('unit'),
  rankIsInside: {
    says: '名次和参加排名的单位数要一起填，名次加并列的单位不能超过单位数',
    instead: '不排名的都不填；并列的填同一名次',
    basis: '排名排单位，不排人',
    input: true,
    holds: ({ input }) => {
      const [rank, ranked] = [numberOf(input, 'rank'), numberOf(input, 'ranked')]
      const tied = numberOf(input, 'tied') ?? 0
      if (rank === undefined || ranked === undefined) return rank === ranked && tied === 0
      return rank + tied <= ranked
    },
  },
  channelsReadTheSame: {
    id: 'R050',
    says: '三个渠道用的还不是同一次取数，不能办结',
    instead: '请各渠道按最新一次取数重新列入',
    basis,
    holds: ({ record: { fields } }) =>
      channels.every(
        ({ value }) => isGiven(fields['version']) && fields[`${value}Read`] === fields['version'],
      ),
  },
  remarkIsAnswered: {
    says: '单位提了意见还没有答复，不能办结',
    basis: '结果告知单位，可以提意见，有意见必答复',
    holds: ({ record: { fields } }) => !isGiven(fields['remark']) || isGiven(fields['answer']),
  },
  hasRemark: {
    says: '单位没有提意见',
    basis,
    holds: ({ record }) => isGiven(record.fields['remark']),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  actsForCommittee,
  isNamed: ({ input, world }) => {
    const name = world.directory.units.get(numberOf(input, 'unit') ?? 0)?.name ?? ''
    return { title: `${name}${numberOf(input, 'year') ?? ''}年度责任结果单` }
  },
  /** Nobody types a value: they are drawn from the unit's own problems of the year. */
  drawsValues: ({ record, starting, input, facts, at }) => {
    const year = numberOf(input, 'year') ?? numberOf(record.fields, 'year') ?? 0
    const rows = facts[starting ? 'drawn' : 'redrawn']?.rows ?? []
    const own = rows.filter(
      ({ state, fields }) =>
        state !== 'withdrawn' &&
        (numberOf(fields, 'firstYear') ?? 0) <= year &&
        year <= (numberOf(fields, 'year') ?? 0),
    )
    return {
      fields: {
        raised: own.length,
        closed: own.filter(({ state }) => ['closed', 'settled'].includes(state)).length,
        overdue: own.filter(({ fields }) => fields['late'] === 'late').length,
        carried: own.filter(({ fields }) => (numberOf(fields, 'firstYear') ?? year) < year).length,
        drawnAt: at,
        version: (numberOf(record.fields, 'version') ?? 0) + 1,
      },
    }
  },
  readsPerformance: reads('performance'),
  readsAppraisal: reads('appraisal'),
  readsInspection: reads('inspection'),
  asksAnswer: () => ({ fields: { answer: null } }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  /** A unit's place near the end proposes; whether anybody is interviewed the committee decides. */
  proposesInterview: (context) => {
    const { id, fields } = context.record
    if (!isInsideCutOff(context)) return []
    const input = {
      cause: 'rank',
      sheet: id,
      host: fields['host'] ?? null,
      office: fields['office'] ?? null,
      unit: fields['unit'] ?? null,
      year: fields['year'] ?? null,
    }
    return [{ open: 'interview', command: 'propose', input }]
  },
}

function reads(channel: string): Setter {
  return ({ record }) => ({
    fields: { [`${channel}Read`]: numberOf(record.fields, 'version') ?? null },
  })
}

/** Units that tie hold their places together: when the last of them is inside, all are. */
function isInsideCutOff({ record: { fields }, world, at }: Context): boolean {
  const [rank, ranked] = [numberOf(fields, 'rank'), numberOf(fields, 'ranked')]
  const cutOff = parameterAt(world, 'sheet.cutOff', at)?.value
  if (rank === undefined || ranked === undefined || typeof cutOff !== 'number') return false
  return rank + (numberOf(fields, 'tied') ?? 0) > ranked - cutOff
}
